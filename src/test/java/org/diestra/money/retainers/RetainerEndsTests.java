package org.diestra.money.retainers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.money.ledger.Books.eur;
import static org.diestra.work.engagements.RunningContracts.as;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.diestra.HouseTest;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.payments.Chargebacks;
import org.diestra.money.payments.Payers;
import org.diestra.money.payments.Plan;
import org.diestra.money.payments.Plans;
import org.diestra.money.payments.Subject;
import org.diestra.money.retainers.Period.State;
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
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Twenty hours a month for 220 €, five of which roll on; 5 % of the client and 10 % of Rosa. */
@HouseTest
class RetainerEndsTests {
  @Autowired private Payers payers;
  @Autowired private RecordedHours hours;
  @Autowired private Bags bags;
  @Autowired private PeriodStore store;
  @Autowired private GivingBack giving;
  @Autowired private RetainerCourse course;
  @Autowired private RetainerDestination destination;
  @Autowired private RetainerWaits waits;
  @Autowired private RetainerChecks checks;
  @Autowired private Chargebacks chargebacks;
  @Autowired private Engagements engagements;
  @Autowired private RunningContracts contracts;
  @Autowired private Plans plans;
  @Autowired private Ledger ledger;
  @Autowired private HouseRights house;
  @Autowired private JdbcClient jdbc;
  @Autowired private ClockMover mover;
  @Autowired private Clock clock;

  private Signed signed;
  private Plan plan;
  private LocalDate week;
  private UUID payment;

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

  private static Subject subject(Signed signed, int number) {
    return Subject.period(signed.id(), Period.idOf(signed.id(), number));
  }

  private void settle() {
    mover.skipTo(clock.instant().plusSeconds(5));
  }

  private Period month(int number) {
    return house.call(() -> store.find(Period.idOf(signed.id(), number))).orElseThrow();
  }

  private Bag bag(int number) {
    return bags.of(signed.id()).get(number - 1);
  }

  private Money earned() {
    var assistant = plan.assistant().value();
    return ledger
        .balance(plan.book(), Account.held(assistant))
        .plus(ledger.balance(plan.book(), Account.available(assistant)));
  }

  private Money credit() {
    return ledger.balance(plan.book(), plan.credit());
  }

  private void over(int number) {
    mover.skipTo(RetainerCourse.at(bag(number).ends()).plus(Duration.ofDays(13)));
    settle();
  }

  private void fund(int number) {
    payers.fund(signed, subject(signed, number));
  }

  private void leave() {
    var lucia = signed.client();
    as(lucia, () -> engagements.leave(lucia, signed.id(), contracts.version(signed), "x").orFail());
    settle();
  }

  @Test
  void whatLinesInDisputeMayEarnIsKeptAtAnEndUntilSomebodyGivesWay() {
    hours.add(signed, week, 0, 600);
    var line = hours.add(signed, week, 1, 600);
    hours.submit(signed, week);
    hours.query(signed, line);
    leave();
    hours.close(week);
    settle();
    assertThat(bag(1).rolledOn()).isZero(); // there is no next
    assertThat(month(1).due()).isEqualTo(eur(11_000));
    assertThat(month(1).held()).isEqualTo(eur(11_000));
    assertThat(credit()).isEqualTo(eur(0));
    hours.count(signed, week).orFail();
    settle();
    assertThat(month(1).due()).isEqualTo(eur(22_000));
    assertThat(month(1).held()).isEqualTo(eur(0));
    assertThat(earned()).isEqualTo(eur(19_800));
  }

  @Test
  void aMonthThatWasGivenBackWholeRollsNothingOn() {
    var rosa = signed.assistant();
    as(rosa, () -> giving.give(rosa, signed.id(), month(1).id(), eur(22_000), month(1).steps()))
        .orFail();
    over(1);
    assertThat(bag(1).rolledOn()).isZero();
  }

  @Test
  void noMonthBeginsDuringAPauseAndOneThatWasPaidGoesBackAtTheEnd() {
    mover.skipTo(RetainerCourse.at(bag(1).ends()).minus(Duration.ofDays(5)));
    fund(2);
    var lucia = signed.client();
    as(
        lucia,
        () -> engagements.pause(lucia, signed.id(), contracts.version(signed), null).orFail());
    over(1);
    assertThat(bags.of(signed.id())).hasSize(1);
    assertThat(month(1).paid()).isEqualTo(eur(22_000));
    assertThat(month(2).state()).isEqualTo(State.PLANNED);
    as(lucia, () -> engagements.resume(lucia, signed.id(), contracts.version(signed)).orFail());
    settle();
    assertThat(bag(2).begins()).isEqualTo(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    assertThat(month(2).held()).isEqualTo(eur(22_000));
    mover.skipTo(RetainerCourse.at(bag(2).ends()).minus(Duration.ofDays(5)));
    fund(3);
    leave();
    assertThat(month(3).over()).isTrue();
    assertThat(month(3).held()).isEqualTo(eur(0));
    assertThat(credit()).isEqualTo(eur(23_100));
  }

  @Test
  void whatIsCalledOffBeforeItBeganGoesBackWhole() {
    var other = payers.unstarted(it -> payers.fund(it, subject(it, 1)));
    assertThat(destination.missing(other.id())).contains(eur(0));
    var lucia = other.client();
    var of = plans.of(other.id()).orElseThrow();
    as(lucia, () -> engagements.cancel(lucia, other.id(), contracts.version(other), null).orFail());
    settle();
    assertThat(ledger.balance(of.book(), of.credit())).isEqualTo(eur(23_100));
    checks.holdFor(other.id());
  }

  @Test
  void anEndWithinAMonthEarnsItsShareAndTheRestGoesBack() {
    hours.add(signed, week, 0, 600); // half of its hours
    leave();
    assertThat(month(1).held()).isEqualTo(eur(22_000));
    hours.close(week);
    settle();
    assertThat(month(1).due()).isEqualTo(eur(11_000));
    assertThat(earned()).isEqualTo(eur(9_900));
    assertThat(credit()).isEqualTo(eur(11_550));
  }
}
