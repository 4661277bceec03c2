package org.diestra.money.payouts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.work.engagements.RunningContracts.as;

import java.time.Clock;
import org.diestra.People;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.Book;
import org.diestra.money.ledger.Books;
import org.diestra.money.ledger.Examination;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.payouts.Payout.State;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.timers.ClockMover;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rosa has earned a hundred euros in a book of her own, and two operators are there. */
abstract class PayingTest {
  @Autowired Earners earners;
  @Autowired People people;
  @Autowired Books books;
  @Autowired Payouts payouts;
  @Autowired Payees payees;
  @Autowired Freezes freezes;
  @Autowired Approvals approvals;
  @Autowired Batches batches;
  @Autowired Settlements settlements;
  @Autowired Weekly weekly;
  @Autowired Ledger ledger;
  @Autowired Examination examination;
  @Autowired HouseRights house;
  @Autowired ClockMover mover;
  @Autowired Clock clock;
  @Autowired JdbcClient jdbc;
  Viewer rosa;
  Viewer ada;
  Viewer bert;
  Book book;

  @BeforeEach
  void rosaHasEarnedAHundred() {
    rosa = earners.settled("Rosa Peña");
    ada = people.operator("Ada Approves");
    bert = people.operator("Bert Releases");
    book = books.fresh();
    earners.earn(rosa, book, 10_000);
  }

  /** Whoever looks at the queue in another test finds it short. */
  @AfterEach
  void nothingIsLeftInTheQueue() {
    for (var payout : as(rosa, () -> payouts.of(rosa.id(), null, 500))) {
      if (payout.state() == State.REQUESTED) {
        as(rosa, () -> payouts.cancel(rosa, payout.facts().id()).orFail());
      }
    }
  }

  @AfterEach
  void everyCentIsProved() {
    ledger.chain();
    assertThat(examination.examine()).noneMatch(f -> f.book().equals(book.toString()));
  }

  Money in(Account account) {
    return ledger.balance(book, account);
  }

  Money available() {
    return in(Account.available(rosa.id().value()));
  }

  Money sent() {
    return in(Account.sent(rosa.id().value()));
  }

  State state(Payout payout) {
    return as(rosa, () -> payouts.get(rosa, payout.facts().id())).state();
  }

  static String why(Outcome<?> outcome) {
    return outcome.fold(value -> "done", refusal -> refusal.key());
  }

  String approval(Viewer operator, Payout payout) {
    var seen = payees.of(payout.facts().person()).orElseThrow().id();
    return why(as(operator, () -> approvals.approve(operator, payout.facts().id(), seen)));
  }

  String release(Viewer operator) {
    var chosen = earners.ready(operator, book);
    return why(as(operator, () -> batches.release(operator, book, true, chosen)));
  }
}
