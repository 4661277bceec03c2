package org.diestra.money.payments;

import static org.diestra.money.ledger.Books.eur;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.diestra.HouseTest;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.Entry;
import org.diestra.money.ledger.Event;
import org.diestra.money.ledger.Kind;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.payments.PretendBank.Wish;
import org.diestra.platform.base.Money;
import org.diestra.platform.timers.ClockMover;
import org.diestra.work.contracts.SignedContracts.Signed;
import org.diestra.work.tasks.PricedTasks;
import org.diestra.work.tasks.TaskId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A task that is paid for, whose payment the client's bank may take back. */
@HouseTest
abstract class ChargedTask {
  static final Money PRICE = eur(10_000);
  static final Money PAID = eur(10_500); // the client's five per cent on top
  static final Money NET = eur(9_000); // less the assistant's ten
  @Autowired Payers payers;
  @Autowired PricedTasks tasks;
  @Autowired Chargebacks chargebacks;
  @Autowired MoneyChecks checks;
  @Autowired Plans plans;
  @Autowired Ledger ledger;
  @Autowired ClockMover mover;
  @Autowired Clock clock;
  Signed signed;
  Plan plan;
  TaskId task;
  UUID payment;
  String reference;

  @BeforeEach
  void aTaskIsPaidFor() {
    signed = payers.signed();
    plan = plans.of(signed.id()).orElseThrow();
    task = tasks.agreed(signed, PRICE);
    payment = payers.sent(signed, task, Wish.PAY);
    mover.moveTo(clock.instant().plus(PretendBank.SLOW));
    reference = "case " + payment;
    put(eur(50_000));
  }

  @AfterEach
  void theBooksAreSound() {
    checks.holdFor(signed);
  }

  /** The operator puts something in, or takes it out. */
  void put(Money own) {
    var event = own.isPositive() ? Event.TOP_UP : Event.WITHDRAWAL;
    ledger.post(
        Entry.of(plan.book(), event, "test:own:" + UUID.randomUUID(), clock.instant())
            .debit(Account.clientMoney(), own)
            .credit(Account.of(Kind.HOUSE), own));
  }

  void nothingIsTheHouses() {
    put(ledger.own(plan.book()).negated());
  }

  void taken() {
    chargebacks.taken(payment, PAID, reference);
  }

  void returned() {
    chargebacks.returned(PretendBank.ID, reference);
  }

  Money of(Account account) {
    return ledger.balance(plan.book(), account);
  }

  Money held() {
    return of(Account.held(plan.assistant().value()));
  }

  Money available() {
    return of(Account.available(plan.assistant().value()));
  }

  Money owed() {
    return of(Account.receivable(plan.client().value()));
  }

  Money due() {
    return chargebacks.of(payment).orElseThrow().owed();
  }

  void approved() {
    tasks.start(signed, task).orFail();
    tasks.deliver(signed, task);
    tasks.approve(signed, task).orFail();
  }

  void holdIsOver() {
    mover.skipTo(clock.instant().plus(Duration.ofDays(6)));
  }
}
