package org.diestra.money.transfers;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.diestra.money.payments.PaymentsDemo;
import org.diestra.money.payments.Receipts;
import org.diestra.money.payments.Subject;
import org.diestra.platform.banking.BankLine;
import org.diestra.platform.banking.BankStatement;
import org.diestra.platform.banking.BankStatement.Format;
import org.diestra.platform.base.Hash;
import org.diestra.platform.base.Money;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.diestra.platform.demo.Past;
import org.diestra.work.contracts.Contracts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The photographer pays his deposit by transfer and a little too little; then the rest comes in
 * without its reference, and the bank took its fee.
 */
@Component
class TransfersDemo implements DemoPart {
  private static final long SHORT = 4_000; // cents that are missing
  private final Contracts contracts;
  private final PaymentsDemo payments;
  private final Receipts receipts;
  private final Collecting collecting;
  private final AccountStore accounts;
  private final ReferenceStore references;
  private final Statements statements;
  private final HouseRights house;
  private final Past past;
  private final Clock clock;

  TransfersDemo(
      Contracts contracts,
      PaymentsDemo payments,
      Receipts receipts,
      Collecting collecting,
      AccountStore accounts,
      ReferenceStore references,
      Statements statements,
      HouseRights house,
      Past past,
      Clock clock) {
    this.contracts = contracts;
    this.payments = payments;
    this.receipts = receipts;
    this.collecting = collecting;
    this.accounts = accounts;
    this.references = references;
    this.statements = statements;
    this.house = house;
    this.past = past;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "transfers:studio";
  }

  @Override
  public int order() {
    return 48;
  }

  @Override
  public void play(Cast cast) {
    var operator = cast.viewer(Cast.OPERATOR);
    var studio = cast.viewer(Cast.STUDIO);
    var account = house.call(accounts::all).getFirst();
    collecting.offer(operator, account.id()).orFail();
    var contract = contracts.of(studio, null).getFirst().id();
    payments
        .begin(studio, Subject.hours(contract))
        .ifPresent(payment -> {
          receipts.send(studio, payment).orFail();
          past.run(
              clock.instant().minus(Duration.ofHours(2)),
              () -> {
                var lines = lines(payment);
                var zero = Money.zero(account.currency());
                var sum = lines.stream().map(BankLine::amount).reduce(zero, Money::plus);
                var read = new BankStatement(Format.CAMT, zero, sum, null, lines);
                statements
                    .take(operator, account.id(), "extracto.xml", Hash.of(lines.toString()), read)
                    .orFail();
              });
        });
  }

  private List<BankLine> lines(UUID payment) {
    var reference = house.call(() -> references.of(payment)).orElseThrow();
    var total = receipts.find(payment).orElseThrow().total();
    var lines = new ArrayList<BankLine>();
    var some = new Money(Math.max(1, total.minor() - SHORT), total.currency());
    lines.add(
        line(0, some, "Emiliano Vargas", "MX72 1800 0118 3597", "Anticipo " + reference.grouped()));
    lines.add(
        line(0, new Money(SHORT, total.currency()), "Emiliano Vargas", null, "El resto, perdón"));
    lines.add(line(1, new Money(-350, total.currency()), "", null, "Comisión de mantenimiento"));
    return lines;
  }

  private BankLine line(
      int days, Money amount, String party, @Nullable String account, String words) {
    var today = LocalDate.ofInstant(clock.instant(), UTC);
    return BankLine.of(
        today.minusDays(1L + days), amount, party, account, List.of(words), "", "DEMO-" + words);
  }
}
