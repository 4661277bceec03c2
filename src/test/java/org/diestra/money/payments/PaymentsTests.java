package org.diestra.money.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.money.ledger.Books.eur;
import static org.diestra.work.engagements.RunningContracts.as;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.diestra.HouseTest;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.AtOnce;
import org.diestra.money.ledger.Event;
import org.diestra.money.ledger.Kind;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.ledger.StatementLine;
import org.diestra.money.payments.PayIn.State;
import org.diestra.money.payments.PretendBank.Wish;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.timers.ClockMover;
import org.diestra.work.contracts.SignedContracts.Signed;
import org.diestra.work.tasks.PricedTasks;
import org.diestra.work.tasks.TaskId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A task's money from the client's bank to the assistant, and the ways on which it turns back. */
@HouseTest
class PaymentsTests {
  @Autowired private Payers payers;
  @Autowired private PricedTasks tasks;
  @Autowired private PayIns payIns;
  @Autowired private Refunds refunds;
  @Autowired private PayInStore store;
  @Autowired private MoneyChecks checks;
  @Autowired private ReleaseStore releases;
  @Autowired private Releases allReleases;
  @Autowired private Plans plans;
  @Autowired private Ledger ledger;
  @Autowired private HouseRights house;
  @Autowired private ClockMover mover;
  @Autowired private Clock clock;
  private Signed signed;
  private Plan plan;
  private TaskId task;

  @BeforeEach
  void aTaskIsAgreed() {
    signed = payers.signed();
    plan = plans.of(signed.id()).orElseThrow();
    task = tasks.agreed(signed, eur(10_000));
  }

  @AfterEach
  void theBooksAreSound() {
    checks.holdFor(signed);
  }

  private Outcome<PayIn> open(TaskId of) {
    var lucia = signed.client();
    return as(lucia, () -> payIns.open(lucia, Subject.task(signed.id(), of)));
  }

  private PayIn now(UUID payIn) {
    return house.call(() -> store.find(payIn)).orElseThrow();
  }

  private Money held() {
    return ledger.balance(plan.book(), Account.held(plan.assistant().value()));
  }

  private Money available() {
    return ledger.balance(plan.book(), Account.available(plan.assistant().value()));
  }

  private Money credit() {
    return ledger.balance(plan.book(), plan.credit());
  }

  @Test
  void workBeginsOnceItsPriceIsHeld() {
    assertThat(tasks.start(signed, task)).isInstanceOf(Outcome.Refused.class);
    payers.fund(signed, task);
    assertThat(tasks.stage(task)).isEqualTo("FUNDED");
    assertThat(ledger.balance(plan.book(), plan.escrow(task))).isEqualTo(eur(10_000));
    assertThat(tasks.start(signed, task)).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void anApprovalReleasesItAndAfterFiveDaysItIsAvailable() {
    done();
    tasks.approve(signed, task).orFail();
    var net = plan.net(eur(10_000));
    assertThat(held()).isEqualTo(net);
    assertThat(available()).isEqualTo(eur(0));
    var entry = ledger.statement(plan.assistant().value(), null, 1).getFirst().entry();
    as(signed.client(), () -> mature(entry)); // too early
    assertThat(held()).isEqualTo(net);
    mover.skipTo(clock.instant().plus(Duration.ofDays(5)));
    mature(entry);
    mature(entry);
    assertThat(held()).isEqualTo(eur(0));
    assertThat(available()).isEqualTo(net);
    assertThat(tasks.stage(task)).isEqualTo("PAID");
  }

  private UUID mature(UUID entry) {
    house.call(() -> {
      allReleases.mature(entry);
      return entry;
    });
    return entry;
  }

  private void done() {
    payers.fund(signed, task);
    tasks.start(signed, task).orFail();
    tasks.deliver(signed, task);
  }

  @Test
  void inPartsItComesToTheSame() {
    done();
    tasks.approvePart(signed, task, eur(3_333));
    tasks.deliver(signed, task);
    tasks.approvePart(signed, task, eur(3_333));
    tasks.deliver(signed, task);
    tasks.approve(signed, task).orFail();
    assertThat(held()).isEqualTo(plan.net(eur(10_000)));
    assertThat(ledger.balance(plan.book(), plan.escrow(task))).isEqualTo(eur(0));
    assertThat(house.call(() -> releases.of(signed.id()))).hasSize(3);
  }

  @Test
  void whatIsCalledOffIsTheClientsAgainAndPaysTheNext() {
    payers.fund(signed, task);
    tasks.cancel(signed, task);
    assertThat(credit()).isEqualTo(plan.total(eur(10_000)));
    var next = tasks.agreed(signed, eur(4_000));
    var paid =
        as(
            signed.client(),
            () -> payIns.open(signed.client(), Subject.task(signed.id(), next)).orFail());
    assertThat(paid).isInstanceOf(PayIn.Paid.class);
    assertThat(tasks.stage(next)).isEqualTo("FUNDED");
    assertThat(credit()).isEqualTo(plan.total(eur(10_000)).minus(plan.total(eur(4_000))));
  }

  @Test
  void creditGoesBackToTheClientsAccountOnce() {
    payers.fund(signed, task);
    tasks.cancel(signed, task);
    var lucia = signed.client();
    var all = credit();
    var book = plan.book();
    var refund = as(lucia, () -> refunds.send(lucia, plan.client(), book).orFail());
    assertThat(as(lucia, () -> refunds.send(lucia, plan.client(), book)))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(credit()).isEqualTo(eur(0));
    assertThat(ledger.balance(book, refund.sent())).isEqualTo(all);
    mover.skipTo(clock.instant().plus(PretendBank.SLOW));
    refunds.look(refund.id()); // the bank hears of it now at the latest
    mover.skipTo(clock.instant().plus(PretendBank.SLOW));
    refunds.look(refund.id());
    refunds.look(refund.id());
    assertThat(ledger.balance(book, refund.sent())).isEqualTo(eur(0));
    assertThat(ledger.statement(plan.client().value(), null, 1).getFirst().event())
        .isEqualTo(Event.REFUND_PAID);
  }

  @Test
  void whatComesTooLateIsTheClientsCredit() {
    var payIn = payers.sent(signed, task, Wish.PAY);
    tasks.cancel(signed, task);
    mover.moveTo(clock.instant().plus(PretendBank.SLOW));
    assertThat(now(payIn).state()).isEqualTo(State.PAID);
    assertThat(credit()).isEqualTo(plan.total(eur(10_000)));
  }

  @Test
  void aRefusedPaymentTakesNothingAndCanBeTriedAgain() {
    var payIn = payers.sent(signed, task, Wish.REFUSE);
    mover.moveTo(clock.instant().plus(PretendBank.SLOW));
    assertThat(now(payIn).state()).isEqualTo(State.FAILED);
    assertThat(tasks.stage(task)).isEqualTo("AGREED");
    assertThat(ledger.statement(plan.client().value(), null, 5)).isEmpty();
    payers.fund(signed, task);
    assertThat(tasks.stage(task)).isEqualTo("FUNDED");
  }

  @Test
  void aBankThatNeverCallsIsAskedUntilItAnswers() {
    var payIn = payers.sent(signed, task, Wish.PAY_SILENTLY);
    mover.moveTo(clock.instant().plus(PretendBank.SLOW));
    assertThat(now(payIn).state()).isEqualTo(State.SENT);
    mover.moveTo(clock.instant().plus(Duration.ofMinutes(2)));
    assertThat(now(payIn).state()).isEqualTo(State.PAID);
    assertThat(tasks.stage(task)).isEqualTo("FUNDED");
  }

  @Test
  void aPaymentThatNobodyGoesOnWithIsDroppedAfterADay() {
    var open = open(task).orFail();
    mover.moveTo(clock.instant().plus(Duration.ofHours(23)));
    assertThat(now(open.facts().id()).state()).isEqualTo(State.OPEN);
    mover.moveTo(clock.instant().plus(Duration.ofHours(2)));
    assertThat(now(open.facts().id()).state()).isEqualTo(State.FAILED);
    assertThat(open(task).orFail()).isInstanceOf(PayIn.Open.class);
  }

  @Test
  void whoCallsItOffWhileItIsPaidFromCreditLeavesNothingBehind() throws Exception {
    payers.fund(signed, task);
    tasks.cancel(signed, task);
    for (int i = 0; i < 6; i++) {
      var next = tasks.agreed(signed, eur(1_000));
      var both =
          List.<Callable<Object>>of(
              () -> open(next),
              () -> {
                tasks.cancel(signed, next);
                return next;
              });
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        threads.invokeAll(both); // whoever comes second may be refused
      }
      if (!tasks.stage(next).equals("CANCELLED")) {
        tasks.cancel(signed, next);
      }
      checks.holdFor(signed);
    }
    assertThat(credit()).isEqualTo(plan.total(eur(10_000)));
  }

  @Test
  void anExtraIsPaidAndWhatIsOwedOfItComesFirst() {
    done();
    tasks.extra(signed, task, eur(5_000));
    var extra = payers.sent(signed, task, Wish.PAY);
    tasks.settle(signed, task, eur(12_000));
    assertThat(held()).isEqualTo(plan.net(eur(10_000)));
    mover.moveTo(clock.instant().plus(PretendBank.SLOW));
    assertThat(now(extra).state()).isEqualTo(State.PAID);
    assertThat(held()).isEqualTo(plan.net(eur(12_000)));
    assertThat(credit()).isEqualTo(plan.total(eur(5_000)).minus(plan.total(eur(2_000))));
  }

  @Test
  void whatIsNotApprovedIsTheClientsAgain() {
    done();
    tasks.settle(signed, task, eur(4_000));
    assertThat(held()).isEqualTo(plan.net(eur(4_000)));
    assertThat(credit()).isEqualTo(plan.total(eur(6_000)));
  }

  @Test
  void sixtyFourDoubleClicksBeginOnePaymentAndSettleItOnce() throws Exception {
    var begun = AtOnce.of(64, () -> open(task).orFail().facts().id());
    assertThat(begun).hasSize(64).containsOnly(begun.getFirst());
    var sent = payers.sent(signed, task, Wish.PAY_SILENTLY);
    assertThat(sent).isEqualTo(begun.getFirst());
    mover.skipTo(clock.instant().plus(PretendBank.SLOW));
    AtOnce.of(
        64,
        () -> {
          payIns.look(sent);
          return true;
        });
    assertThat(ledger.statement(plan.client().value(), null, 10)).hasSize(feeLines());
    assertThat(ledger.balance(plan.book(), plan.escrow(task))).isEqualTo(eur(10_000));
  }

  /** One for the price, and one for the fee where there is any. */
  private int feeLines() {
    return plan.rates().client() == 0 ? 1 : 2;
  }

  @Test
  void sixtyFourWhoApproveReleaseItOnce() throws Exception {
    done();
    int seen = tasks.seen(task);
    var approved = AtOnce.of(64, () -> tasks.approve(signed, task, seen) instanceof Outcome.Done);
    assertThat(approved.stream().filter(yes -> yes)).hasSize(1);
    assertThat(held()).isEqualTo(plan.net(eur(10_000)));
    assertThat(ledger.statement(plan.assistant().value(), null, 5))
        .extracting(StatementLine::kind)
        .containsExactly(Kind.PAYABLE_HELD);
  }
}
