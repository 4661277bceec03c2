package org.diestra.money.payouts;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Set;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.Book;
import org.diestra.money.ledger.Entry;
import org.diestra.money.ledger.Event;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.payouts.BankDetails.Address;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Iban;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.diestra.platform.demo.Past;
import org.springframework.stereotype.Component;

/** One payout that arrived, one that waits for an approval, one that waits to be released. */
@Component
class PayoutsDemo implements DemoPart {
  private static final Book BOOK = new Book("pretend", Currency.getInstance("EUR"));
  private final Payees payees;
  private final Payouts payouts;
  private final Approvals approvals;
  private final Batches batches;
  private final Settlements settlements;
  private final Weekly weekly;
  private final Ledger ledger;
  private final Past past;
  private final Clock clock;

  PayoutsDemo(
      Payees payees,
      Payouts payouts,
      Approvals approvals,
      Batches batches,
      Settlements settlements,
      Weekly weekly,
      Ledger ledger,
      Past past,
      Clock clock) {
    this.payees = payees;
    this.payouts = payouts;
    this.approvals = approvals;
    this.batches = batches;
    this.settlements = settlements;
    this.weekly = weekly;
    this.ledger = ledger;
    this.past = past;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "payouts:arrived";
  }

  @Override
  public int order() {
    return 50;
  }

  @Override
  public void play(Cast cast) {
    var bogota = cast.viewer(Cast.ASSISTANT);
    var casablanca = cast.viewer(Cast.ASSISTANT_2);
    var lagos = cast.viewer(Cast.ASSISTANT_3);
    var first = cast.viewer(Cast.OPERATOR_2);
    var second = cast.viewer(Cast.OPERATOR);
    var begun = past.monday().plusWeeks(2).atTime(9, 0).toInstant(UTC);
    past.run(
        begun,
        () -> {
          tells(bogota, "Carrera 7", "71-21", "110231", "Bogotá", "CO", iban("BE68539007547034"));
          tells(
              casablanca,
              "Rue Tahar Sebti",
              "14",
              "20250",
              "Casablanca",
              "MA",
              iban("FR1420041010050500013M02606"));
          tells(
              lagos,
              "Adeola Odeku Street",
              "25",
              "106104",
              "Lagos",
              "NG",
              new BankAccount.ByNumber("0123456789", "GTBINGLA", "058", "NG"));
          earns(bogota, 21_240);
          earns(casablanca, 9_600);
          earns(lagos, 13_500);
        });
    arrives(bogota, first, second, begun.plus(Duration.ofDays(7)));
    var lately = clock.instant().minus(Duration.ofHours(20));
    var asked = past.call(lately, () -> asks(casablanca, 9_600));
    past.run(lately.plus(Duration.ofHours(2)), () -> approves(first, asked));
    past.run(clock.instant().minus(Duration.ofHours(3)), () -> asks(lagos, 12_000));
  }

  private void arrives(Viewer bogota, Viewer first, Viewer second, Instant then) {
    var paid = past.call(then, () -> asks(bogota, 15_000));
    past.run(then.plus(Duration.ofHours(2)), () -> approves(first, paid));
    var id = paid.facts().id();
    past.run(
        then.plus(Duration.ofHours(3)),
        () -> {
          batches.release(second, BOOK, true, Set.of(id)).orFail();
          settlements.look(id);
        });
    past.run(then.plus(Duration.ofHours(4)), () -> settlements.look(id));
    weekly.begin(bogota);
  }

  private void tells(
      Viewer who,
      String street,
      String building,
      String postcode,
      String town,
      String country,
      BankAccount account) {
    var address = new Address(street, building, postcode, town, country);
    payees.change(who, new BankDetails(who.name(), address, account)).orFail();
  }

  private static BankAccount iban(String text) {
    return new BankAccount.ByIban(new Iban(text));
  }

  /** From work that was approved before the demo begins. */
  private void earns(Viewer who, long cents) {
    var amount = new Money(cents, BOOK.currency());
    ledger.post(
        Entry.of(BOOK, Event.RELEASE, "payouts:demo:" + who.id().value(), clock.instant())
            .debit(Account.clientMoney(), amount)
            .credit(Account.available(who.id().value()), amount));
  }

  private Payout asks(Viewer who, long cents) {
    return payouts.request(who, Ids.fresh(), BOOK, new Money(cents, BOOK.currency())).orFail();
  }

  private void approves(Viewer operator, Payout payout) {
    var payee = payees.of(payout.facts().person()).orElseThrow();
    approvals.approve(operator, payout.facts().id(), payee.id()).orFail();
  }
}
