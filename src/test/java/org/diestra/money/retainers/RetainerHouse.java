package org.diestra.money.retainers;

import static org.diestra.work.engagements.RunningContracts.as;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.payments.Chargebacks;
import org.diestra.money.payments.Payers;
import org.diestra.money.payments.Plan;
import org.diestra.money.payments.Plans;
import org.diestra.money.payments.Subject;
import org.diestra.platform.base.Money;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.timers.ClockMover;
import org.diestra.work.contracts.SignedContracts.Signed;
import org.diestra.work.engagements.Engagements;
import org.diestra.work.engagements.RunningContracts;
import org.diestra.work.time.Bag;
import org.diestra.work.time.Bags;
import org.diestra.work.time.RecordedHours;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Twenty hours a month for 220 €, five of which roll on; 5 % of the client and 10 % of Rosa. */
abstract class RetainerHouse {
  @Autowired Payers payers;
  @Autowired RecordedHours hours;
  @Autowired Bags bags;
  @Autowired PeriodStore store;
  @Autowired GivingBack giving;
  @Autowired RetainerCourse course;
  @Autowired RetainerDestination destination;
  @Autowired RetainerWaits waits;
  @Autowired RetainerChecks checks;
  @Autowired Chargebacks chargebacks;
  @Autowired Engagements engagements;
  @Autowired RunningContracts contracts;
  @Autowired Plans plans;
  @Autowired Ledger ledger;
  @Autowired HouseRights house;
  @Autowired JdbcClient jdbc;
  @Autowired ClockMover mover;
  @Autowired Clock clock;

  Signed signed;
  Plan plan;
  LocalDate week;
  UUID payment;

  @BeforeEach
  void workBeginsOnAMonday() {
    week = hours.nextWeek();
    var paid = new UUID[1];
    signed = payers.retained(false, it -> paid[0] = payers.fund(it, subject(it, 1)));
    payment = paid[0];
    plan = plans.of(signed.id()).orElseThrow();
    settle();
  }

  @AfterEach
  void theBooksAreSound() {
    checks.holdFor(signed.id());
  }

  static Subject subject(Signed signed, int number) {
    return Subject.period(signed.id(), Period.idOf(signed.id(), number));
  }

  void settle() {
    mover.skipTo(clock.instant().plusSeconds(5));
  }

  Period month(int number) {
    return house.call(() -> store.find(Period.idOf(signed.id(), number))).orElseThrow();
  }

  Bag bag(int number) {
    return bags.of(signed.id()).get(number - 1);
  }

  Money earned() {
    var assistant = plan.assistant().value();
    return ledger
        .balance(plan.book(), Account.held(assistant))
        .plus(ledger.balance(plan.book(), Account.available(assistant)));
  }

  Money credit() {
    return ledger.balance(plan.book(), plan.credit());
  }

  void over(int number) {
    mover.skipTo(RetainerCourse.at(bag(number).ends()).plus(Duration.ofDays(13)));
    settle();
  }

  void fund(int number) {
    payers.fund(signed, subject(signed, number));
  }

  void leave() {
    var lucia = signed.client();
    as(lucia, () -> engagements.leave(lucia, signed.id(), contracts.version(signed), "x").orFail());
    settle();
  }
}
