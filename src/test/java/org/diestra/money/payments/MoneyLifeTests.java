package org.diestra.money.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.money.ledger.Books.eur;
import static org.diestra.work.engagements.RunningContracts.as;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.diestra.HouseTest;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.Event;
import org.diestra.money.ledger.Kind;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.ledger.StatementLine;
import org.diestra.money.payments.PretendBank.Wish;
import org.diestra.platform.base.Money;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.timers.ClockMover;
import org.diestra.work.contracts.SignedContracts.Signed;
import org.diestra.work.tasks.PricedTasks;
import org.diestra.work.tasks.TaskId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Whatever both sides, the bank and time do to some tasks in whichever order, and often twice: no
 * cent is made or lost. What came in is what went back, what is held, and what was earned.
 */
@HouseTest
class MoneyLifeTests {
  @Autowired private Payers payers;
  @Autowired private PricedTasks tasks;
  @Autowired private PayIns payIns;
  @Autowired private Refunds refunds;
  @Autowired private Releases releases;
  @Autowired private MoneyChecks checks;
  @Autowired private Plans plans;
  @Autowired private Ledger ledger;
  @Autowired private HouseRights house;
  @Autowired private ClockMover mover;
  @Autowired private Clock clock;
  private final List<TaskId> all = new ArrayList<>();
  private final List<UUID> payments = new ArrayList<>();
  private final List<UUID> sentBack = new ArrayList<>();
  private Signed signed;
  private Plan plan;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
  void noSequenceOfEventsMakesOrLosesACent(long seed) {
    var random = new Random(seed);
    signed = payers.signed();
    plan = plans.of(signed.id()).orElseThrow();
    for (int i = 0; i < 3; i++) {
      all.add(tasks.agreed(signed, eur(1 + random.nextInt(9_999))));
    }
    for (int step = 0; step < 60; step++) {
      tried(random, all.get(random.nextInt(all.size())));
    }
    checks.holdFor(signed);
    addsUp();
  }

  private void tried(Random random, TaskId task) {
    try {
      event(random, task);
    } catch (IllegalStateException refused) {
      assertThat(refused).hasMessageStartingWith("refused: "); // anything else is a fault
    }
  }

  private void event(Random random, TaskId task) {
    var lucia = signed.client();
    switch (random.nextInt(13)) {
      case 0, 1, 2 -> payments.add(payers.sent(signed, task, Wish.values()[random.nextInt(3)]));
      case 3 -> tasks.start(signed, task);
      case 4, 5 -> tasks.deliver(signed, task);
      case 6 -> tasks.approve(signed, task);
      case 7 -> tasks.approvePart(signed, task, eur(1 + random.nextInt(3_000)));
      case 8 -> {
        if (random.nextInt(4) == 0) {
          tasks.cancel(signed, task);
        }
      }
      case 9 -> tasks.extra(signed, task, eur(1 + random.nextInt(2_000)));
      case 10 -> {
        if (random.nextInt(3) == 0) {
          tasks.settle(signed, task, eur(random.nextInt(4_000)));
        }
      }
      case 11 ->
          sentBack.add(
              as(lucia, () -> refunds.send(lucia, plan.client(), plan.book()).orFail()).id());
      default -> timePasses(random);
    }
  }

  /** And whoever waits for it looks, some of them twice. */
  private void timePasses(Random random) {
    mover.skipTo(clock.instant().plus(Duration.ofSeconds(30L + random.nextInt(200_000))));
    for (int i = 0; i < 2; i++) {
      payments.forEach(payIns::look);
      sentBack.forEach(refunds::look);
      lines(plan.assistant().value()).stream()
          .filter(line -> line.event() == Event.RELEASE)
          .forEach(line -> mature(line.entry()));
    }
  }

  private void mature(UUID entry) {
    house.call(() -> {
      releases.mature(entry);
      return entry;
    });
  }

  private List<StatementLine> lines(UUID owner) {
    return ledger.statement(owner, null, 1_000);
  }

  /** What came in over the rail against all the places where it can be now. */
  private void addsUp() {
    var client = plan.client().value();
    var in = sum(client, Event.FUND);
    var paidBack = sum(client, Event.REFUND_PAID).negated();
    var held =
        ledger.holdings(client).stream().map(Ledger.Holding::amount).reduce(eur(0), Money::plus);
    var earned =
        ledger
            .balance(plan.book(), Account.held(plan.assistant().value()))
            .plus(ledger.balance(plan.book(), Account.available(plan.assistant().value())));
    var released = sum(client, Event.RELEASE).negated();
    assertThat(in).isEqualTo(paidBack.plus(held).plus(released));
    assertThat(released).isEqualTo(earned.plus(fees()));
  }

  /** What of this client's work went to the house, by the entries themselves. */
  private Money fees() {
    return lines(plan.client().value()).stream()
        .filter(line -> line.event() == Event.RELEASE)
        .map(StatementLine::entry)
        .distinct()
        .flatMap(entry -> ledger.find(entry).orElseThrow().entry().postings().stream())
        .filter(posting -> posting.account().kind() == Kind.FEES)
        .map(posting -> posting.amount().negated())
        .reduce(eur(0), Money::plus);
  }

  private Money sum(UUID owner, Event event) {
    return lines(owner).stream()
        .filter(line -> line.event() == event)
        .map(StatementLine::amount)
        .reduce(eur(0), Money::plus);
  }
}
