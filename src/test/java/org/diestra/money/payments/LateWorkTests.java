package org.diestra.money.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.money.ledger.Books.eur;

import java.time.Clock;
import java.time.Duration;
import org.diestra.HouseTest;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.payments.PretendBank.Wish;
import org.diestra.platform.base.Money;
import org.diestra.platform.timers.ClockMover;
import org.diestra.work.contracts.SignedContracts.Signed;
import org.diestra.work.tasks.PricedTasks;
import org.diestra.work.tasks.TaskId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is held for work that never comes goes back by itself (domain rules, section 6). */
@HouseTest
class LateWorkTests {
  @Autowired private Payers payers;
  @Autowired private PricedTasks tasks;
  @Autowired private MoneyChecks checks;
  @Autowired private Plans plans;
  @Autowired private Ledger ledger;
  @Autowired private ClockMover mover;
  @Autowired private Clock clock;
  private Signed signed;
  private TaskId task;

  @BeforeEach
  void aTaskIsPaidForThatIsDueInThreeDays() {
    signed = payers.signed();
    task = tasks.agreed(signed, eur(10_000), clock.instant().plus(Duration.ofDays(3)));
    payers.sent(signed, task, Wish.PAY);
    mover.moveTo(clock.instant().plus(PretendBank.SLOW));
  }

  @AfterEach
  void theBooksAreSound() {
    checks.holdFor(signed);
  }

  private Money credit() {
    var plan = plans.of(signed.id()).orElseThrow();
    return ledger.balance(plan.book(), plan.credit());
  }

  private void days(int days) {
    mover.skipTo(clock.instant().plus(Duration.ofDays(days)));
  }

  @Test
  void whatIsBegunAndNeverDeliveredGoesBackTwoWeeksAfterItsDay() {
    tasks.start(signed, task).orFail();
    days(16);
    assertThat(tasks.stage(task)).isEqualTo("IN_PROGRESS");
    days(2);
    assertThat(tasks.stage(task)).isEqualTo("CANCELLED");
    assertThat(credit()).isEqualTo(eur(10_500));
  }

  @Test
  void whoIsAtWorkInTheLastWeekIsNotLateYet() {
    days(14);
    tasks.start(signed, task).orFail();
    days(4);
    assertThat(tasks.stage(task)).isEqualTo("IN_PROGRESS");
    days(4);
    assertThat(tasks.stage(task)).isEqualTo("CANCELLED");
  }

  @Test
  void whatWasDeliveredOnceNeverGoesBackByTime() {
    tasks.start(signed, task).orFail();
    tasks.deliver(signed, task);
    tasks.approvePart(signed, task, null);
    days(60);
    assertThat(tasks.stage(task)).isEqualTo("CHANGES_REQUESTED");
  }
}
