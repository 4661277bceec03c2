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
import java.util.concurrent.ExecutionException;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.Crashes;
import org.diestra.money.ledger.Event;
import org.diestra.money.ledger.Kind;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.ledger.StatementLine;
import org.diestra.money.payments.PretendBank.Wish;
import org.diestra.money.taxes.Irpf;
import org.diestra.money.taxes.TaxedParties;
import org.diestra.money.taxes.Taxes;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.timers.ClockMover;
import org.diestra.work.contracts.SignedContracts.Signed;
import org.diestra.work.tasks.PricedTasks;
import org.diestra.work.tasks.TaskId;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Whatever both sides, the bank and time do to some tasks of a contract, in whichever order and
 * often twice, while the application crashes now and then.
 */
@Component
public class MoneyLife {
  private static final int LONGEST = 15; // milliseconds from the beginning of a step to a crash
  private static final int MOST = 1_000; // lines of one life
  private final Payers payers;
  private final PricedTasks tasks;
  private final PayIns payIns;
  private final Refunds refunds;
  private final Releases releases;
  private final MoneyChecks checks;
  private final Plans plans;
  private final Ledger ledger;
  private final Taxes taxes;
  private final Crashes crashes;
  private final HouseRights house;
  private final ClockMover mover;
  private final JdbcClient jdbc;
  private final Clock clock;

  MoneyLife(
      Payers payers,
      PricedTasks tasks,
      PayIns payIns,
      Refunds refunds,
      Releases releases,
      MoneyChecks checks,
      Plans plans,
      Ledger ledger,
      Taxes taxes,
      Crashes crashes,
      HouseRights house,
      ClockMover mover,
      JdbcClient jdbc,
      Clock clock) {
    this.payers = payers;
    this.tasks = tasks;
    this.payIns = payIns;
    this.refunds = refunds;
    this.releases = releases;
    this.checks = checks;
    this.plans = plans;
    this.ledger = ledger;
    this.taxes = taxes;
    this.crashes = crashes;
    this.house = house;
    this.mover = mover;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Lives through that many steps; in the end no cent was made or lost.
   *
   * @param perMille of the steps in which the application crashes
   * @return how often it did
   */
  public int live(long seed, int steps, int perMille) {
    var life = new Life(new Random(seed), perMille);
    life.go(steps);
    life.check();
    return life.crashed;
  }

  /**
   * The same with a cent that comes from nowhere, which the checks must find.
   *
   * @throws AssertionError as it must
   */
  public void liveWithAThief(long seed, int steps) {
    var life = new Life(new Random(seed), 0);
    life.go(steps);
    var task = tasks.agreed(life.signed, eur(1_000));
    payers.fund(life.signed, task);
    int rows =
        house.call(() ->
            jdbc.sql("update payments.holding set held = held + 1 where task = :task")
                .param("task", task.value())
                .update());
    if (rows != 1) {
      throw new IllegalStateException("nothing was stolen");
    }
    life.check();
  }

  private final class Life {
    private final Random random;
    private final int perMille;
    private final Signed signed = payers.signed();
    private final Plan plan = plans.of(signed.id()).orElseThrow();
    private final List<TaskId> all = new ArrayList<>();
    private final List<UUID> payments = new ArrayList<>();
    private final List<UUID> sentBack = new ArrayList<>();
    private int crashed;

    Life(Random random, int perMille) {
      this.random = random;
      this.perMille = perMille;
      for (int i = 0; i < 3; i++) {
        all.add(tasks.agreed(signed, eur(1 + random.nextInt(9_999))));
      }
    }

    void go(int steps) {
      for (int step = 0; step < steps; step++) {
        var task = all.get(random.nextInt(all.size()));
        if (random.nextInt(1_000) < perMille) {
          crashing(task);
        } else {
          tried(random, task);
        }
      }
    }

    private void crashing(TaskId task) {
      var crash = crashes.in(Duration.ofMillis(random.nextInt(LONGEST)));
      tried(random, task);
      try {
        crashed += crash.get() > 0 ? 1 : 0;
      } catch (ExecutionException e) {
        throw new IllegalStateException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    void check() {
      mover.skipTo(clock.instant().plus(Duration.ofDays(3))); // what was broken off is made up for
      checks.holdFor(signed);
      addsUp();
    }

    private void tried(Random random, TaskId task) {
      try {
        event(random, task);
      } catch (IllegalStateException refused) {
        assertThat(refused).hasMessageStartingWith("refused: "); // anything else is a fault
      } catch (DataAccessException | TransactionException brokenOff) {
        assertThat(perMille).as("nothing was to crash: %s", brokenOff).isPositive();
      }
    }

    private void event(Random random, TaskId task) {
      var lucia = signed.client();
      switch (random.nextInt(16)) {
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
        case 12 -> tasks.dispute(signed, task, Ids.fresh());
        case 13 -> disputeEnds(random, task);
        case 14 -> taxed(random);
        default -> timePasses(random);
      }
    }

    /** Somebody has other tax details: from now on other taxes go with prices. */
    private void taxed(Random random) {
      var seller = plan.assistant().value();
      taxes.keep(
          signed.client().id(),
          random.nextInt(4) == 0
              ? TaxedParties.colombian(seller, "Rosa Peña")
              : TaxedParties.spanish(
                  seller,
                  "Rosa Peña",
                  "12345678Z",
                  random.nextBoolean() ? Irpf.NORMAL : Irpf.NONE));
      taxes.keep(
          signed.client().id(),
          TaxedParties.spanish(
              plan.client().value(), "Librería Ferrer, S.L.", "B12345674", Irpf.NONE));
    }

    private void disputeEnds(Random random, TaskId task) {
      if (tasks.stage(task).equals("DISPUTED")) {
        var left = tasks.left(task).minor();
        tasks.end(
            signed, task, random.nextInt(3) == 0 ? null : eur(random.nextInt((int) left + 1)));
      }
    }

    /** And whoever waits for it looks, some of them twice. */
    private void timePasses(Random random) {
      mover.skipTo(clock.instant().plus(Duration.ofSeconds(30L + random.nextInt(200_000))));
      for (int i = 0; i < 2; i++) {
        payments.forEach(payIns::look);
        sentBack.forEach(refunds::look);
        lines(plan.assistant().value()).stream()
            .filter(Life::released)
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
      return ledger.statement(owner, null, MOST);
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
      var released = sum(client, Event.RELEASE).plus(sum(client, Event.AWARD)).negated();
      assertThat(in).isEqualTo(paidBack.plus(held).plus(released));
      assertThat(released).isEqualTo(earned.plus(fees()));
    }

    /** What of this client's work went to the house, by the entries themselves. */
    private Money fees() {
      return lines(plan.client().value()).stream()
          .filter(Life::released)
          .map(StatementLine::entry)
          .distinct()
          .flatMap(entry -> ledger.find(entry).orElseThrow().entry().postings().stream())
          .filter(posting ->
              posting.account().kind() == Kind.FEES || posting.account().kind() == Kind.VAT)
          .map(posting -> posting.amount().negated())
          .reduce(eur(0), Money::plus);
    }

    private static boolean released(StatementLine line) {
      return line.event() == Event.RELEASE || line.event() == Event.AWARD;
    }

    private Money sum(UUID owner, Event event) {
      return lines(owner).stream()
          .filter(line -> line.event() == event)
          .map(StatementLine::amount)
          .reduce(eur(0), Money::plus);
    }
  }
}
