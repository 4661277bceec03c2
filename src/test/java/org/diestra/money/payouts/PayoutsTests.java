package org.diestra.money.payouts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diestra.money.ledger.Books.eur;
import static org.diestra.work.engagements.RunningContracts.as;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.diestra.HouseTest;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.AtOnce;
import org.diestra.money.ledger.Book;
import org.diestra.money.payouts.Payout.State;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.data.Audit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

/** From what was earned to the bank, and what may go wrong on the way. */
@HouseTest
class PayoutsTests extends PayingTest {
  @Autowired private WeeklyStore weeklyStore;
  @Autowired private PayoutLock lock;
  @Autowired private TransactionOperations transactions;
  @Autowired private Audit audit;

  @Test
  void whatIsAskedForLeavesAtOnceAndReachesTheBankInTheEnd() {
    var asked = earners.asks(rosa, book, 9_000);
    assertThat(available()).isEqualTo(eur(1_000));
    assertThat(sent()).isEqualTo(eur(9_000));
    earners.approves(ada, asked);
    var batch = earners.releases(bert, book);
    assertThat(state(asked)).isEqualTo(State.SENT);
    assertThat(batch.total()).isEqualTo(eur(9_000));
    var id = asked.facts().id();
    for (int i = 0; i < 2; i++) {
      assertThat(why(as(ada, () -> settlements.paid(ada, id, "bank 7")))).isEqualTo("done");
    }
    assertThat(state(asked)).isEqualTo(State.PAID);
    assertThat(sent()).isEqualTo(eur(0));
    assertThat(in(Account.clientMoney())).isEqualTo(eur(1_000));
    assertThat(as(rosa, () -> payouts.moves(id))).hasSize(4);
  }

  @Test
  void aHundredClicksMoveTheMoneyOnce() throws Exception {
    var id = Ids.fresh();
    var got =
        AtOnce.of(
            64,
            () ->
                as(rosa, () -> payouts.request(rosa, id, book, eur(3_000)).orFail().facts().id()));
    assertThat(new HashSet<>(got)).containsExactly(id);
    assertThat(available()).isEqualTo(eur(7_000));
  }

  @Test
  void sixtyFourWhoAskForTheWholeGetItOnce() throws Exception {
    var got =
        AtOnce.of(
            64, () -> why(as(rosa, () -> payouts.request(rosa, Ids.fresh(), book, eur(10_000)))));
    assertThat(got.stream().filter("done"::equals)).hasSize(1);
    assertThat(got.stream().filter("payouts.amount.most"::equals)).hasSize(63);
    assertThat(available()).isEqualTo(eur(0));
    assertThat(sent()).isEqualTo(eur(10_000));
  }

  @Test
  void tooLittleTooMuchAndWithoutAnAccountAreRefused() {
    for (long cents : new long[] {1, 999, 10_001}) {
      assertThat(why(as(rosa, () -> payouts.request(rosa, Ids.fresh(), book, eur(cents)))))
          .startsWith("payouts.amount.");
    }
    var eve = people.assistant("Eve");
    assertThat(why(as(eve, () -> payouts.request(eve, Ids.fresh(), book, eur(2_000)))))
        .isEqualTo("payouts.conflict.no-details");
    assertThat(available()).isEqualTo(eur(10_000));
  }

  @Test
  void somebodyElsesPayoutIsNotThere() {
    var asked = earners.asks(rosa, book, 9_000);
    var eve = earners.settled("Eve");
    assertThatThrownBy(() -> as(eve, () -> payouts.get(eve, asked.facts().id())))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> as(eve, () -> payouts.cancel(eve, asked.facts().id())))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(
            () -> as(eve, () -> payouts.request(eve, asked.facts().id(), book, eur(2_000))))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void itIsAvailableAgainWhereItIsCalledOffDeclinedOrComesBack() {
    var left = earners.asks(rosa, book, 2_000);
    assertThat(why(as(rosa, () -> payouts.cancel(rosa, left.facts().id())))).isEqualTo("done");
    assertThat(why(as(rosa, () -> payouts.cancel(rosa, left.facts().id()))))
        .isEqualTo("payouts.conflict.moved");
    assertThat(available()).isEqualTo(eur(10_000));

    var declined = earners.asks(rosa, book, 2_000);
    as(ada, () -> approvals.decline(ada, declined.facts().id()).orFail());
    assertThat(available()).isEqualTo(eur(10_000));

    var back = earners.asks(rosa, book, 2_000);
    earners.approves(ada, back);
    earners.releases(bert, book);
    as(bert, () -> settlements.returned(bert, back.facts().id(), "closed").orFail());
    assertThat(state(back)).isEqualTo(State.RETURNED);
    assertThat(available()).isEqualTo(eur(10_000));
  }

  @Test
  void whatComesBackAfterItWasPaidIsAvailableAgain() {
    var asked = earners.asks(rosa, book, 2_000);
    earners.approves(ada, asked);
    earners.releases(bert, book);
    as(bert, () -> settlements.paid(bert, asked.facts().id(), "bank 7").orFail());
    as(bert, () -> settlements.returned(bert, asked.facts().id(), "closed").orFail());
    as(bert, () -> settlements.returned(bert, asked.facts().id(), "closed").orFail());
    assertThat(available()).isEqualTo(eur(10_000));
    assertThat(in(Account.clientMoney())).isEqualTo(eur(10_000));
  }

  @Test
  void theStandingOrderAsksOnceAWeek() throws Exception {
    as(rosa, () -> weekly.begin(rosa));
    weekly.run();
    assertThat(available()).isEqualTo(eur(10_000));
    var turn = as(rosa, () -> weekly.next(rosa.id())).orElseThrow();
    mover.skipTo(turn.plusSeconds(60));
    AtOnce.of(
        8,
        () -> {
          weekly.run();
          return book;
        });
    assertThat(available()).isEqualTo(eur(0));
    assertThat(as(rosa, () -> payouts.of(rosa.id(), null, 9))).hasSize(1);
    earners.earn(rosa, book, 4_000);
    weekly.run();
    assertThat(available()).isEqualTo(eur(4_000));
    assertThat(as(rosa, () -> weekly.next(rosa.id())).orElseThrow())
        .isEqualTo(turn.plus(Duration.ofDays(7)));
    as(rosa, () -> weekly.end(rosa));
    assertThat(as(rosa, () -> weekly.next(rosa.id()))).isEmpty();
  }

  /** The first turn fails, as a database does now and then. */
  private Weekly failingOnce() {
    var failed = new AtomicBoolean();
    var failing =
        new TransactionOperations() {
          @Override
          public <T> T execute(TransactionCallback<T> action) {
            if (failed.compareAndSet(false, true)) {
              throw new IllegalStateException("the line broke");
            }
            return transactions.execute(action);
          }
        };
    return new Weekly(weeklyStore, payouts, lock, house, failing, audit, clock);
  }

  @Test
  void whereOneTurnFailsAllOthersAreTakenAndItIsTriedAgain() {
    var eve = earners.settled("Eve");
    earners.earn(eve, book, 5_000);
    for (var each : new Viewer[] {rosa, eve}) {
      as(each, () -> weekly.begin(each));
    }
    var turn = as(rosa, () -> weekly.next(rosa.id())).orElseThrow();
    house.call(() ->
        jdbc.sql("update payouts.weekly set next_at = :now where person = any(:two)")
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .param("two", new UUID[] {rosa.id().value(), eve.id().value()})
            .update());
    assertThatThrownBy(() -> failingOnce().run()).hasMessageContaining("weekly payouts failed");
    var left = available().plus(ledger.balance(book, Account.available(eve.id().value())));
    assertThat(left.minor()).isIn(5_000L, 10_000L); // one of the two had theirs
    weekly.run();
    assertThat(available()).isEqualTo(eur(0));
    assertThat(ledger.balance(book, Account.available(eve.id().value()))).isEqualTo(eur(0));
    assertThat(as(rosa, () -> weekly.next(rosa.id())).orElseThrow()).isEqualTo(turn);
    for (var each : new Viewer[] {rosa, eve}) {
      as(each, () -> weekly.end(each));
      as(each, () -> payouts.cancel(each, payouts.of(each.id(), null, 9).getFirst().facts().id()));
    }
  }

  @Test
  void aRailThatAnswersLateIsAskedUntilItDoes() {
    var pretend = new Book("pretend", Currency.getInstance("EUR"));
    earners.earn(rosa, pretend, 20_000);
    var paid = earners.asks(rosa, pretend, 5_000);
    var back = earners.asks(rosa, pretend, 2_013);
    var silent = earners.asks(rosa, pretend, 3_017);
    for (var each : new Payout[] {paid, back, silent}) {
      earners.approves(ada, each);
    }
    earners.releases(bert, pretend);
    assertThat(why(as(ada, () -> settlements.paid(ada, paid.facts().id(), "x"))))
        .isEqualTo("payouts.conflict.rail-says");
    mover.moveTo(clock.instant().plusSeconds(5));
    assertThat(state(paid)).isEqualTo(State.SENT);
    mover.moveTo(clock.instant().plus(Duration.ofMinutes(3)));
    assertThat(state(paid)).isEqualTo(State.PAID);
    assertThat(state(back)).isEqualTo(State.RETURNED);
    assertThat(state(silent)).isEqualTo(State.SENT);
    mover.skipTo(clock.instant().plus(Duration.ofDays(3)));
    settlements.sweep();
    mover.moveTo(clock.instant().plusSeconds(1));
    assertThat(state(silent)).isEqualTo(State.PAID);
  }
}
