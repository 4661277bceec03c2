package org.diestra.money.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.money.ledger.Books.eur;
import static org.diestra.work.engagements.RunningContracts.as;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.diestra.HouseTest;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.AtOnce;
import org.diestra.money.ledger.Kind;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.payments.Payers;
import org.diestra.money.payments.Plan;
import org.diestra.money.payments.Plans;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.timers.ClockMover;
import org.diestra.work.contracts.SignedContracts.Signed;
import org.diestra.work.engagements.Engagements;
import org.diestra.work.engagements.RunningContracts;
import org.diestra.work.time.HoursCover.Level;
import org.diestra.work.time.RecordedHours;
import org.diestra.work.time.WeekId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Eight hours a week at twelve euros: 96 € at most, with 5 % of the client and 10 % of Rosa. */
@HouseTest
class BillingTests {
  @Autowired private Payers payers;
  @Autowired private RecordedHours hours;
  @Autowired private Billing billing;
  @Autowired private BillStore bills;
  @Autowired private DepositStore deposits;
  @Autowired private HoursDestination destination;
  @Autowired private Withheld withheld;
  @Autowired private BillingWaits waits;
  @Autowired private Engagements engagements;
  @Autowired private RunningContracts contracts;
  @Autowired private HoursChecks checks;
  @Autowired private Plans plans;
  @Autowired private Ledger ledger;
  @Autowired private HouseRights house;
  @Autowired private JdbcClient jdbc;
  @Autowired private ClockMover mover;
  @Autowired private Clock clock;
  private Signed signed;
  private Plan plan;
  private LocalDate week;

  @BeforeEach
  void aWeekBegins() {
    signed = payers.hourly();
    plan = plans.of(signed.id()).orElseThrow();
    week = hours.nextWeek();
  }

  @AfterEach
  void theBooksAreSound() {
    checks.holdFor(signed.id());
  }

  private Money balance(Account account) {
    return ledger.balance(plan.book(), account);
  }

  private Money earned() {
    return balance(Account.held(plan.assistant().value()));
  }

  private Money deposit() {
    return house.call(() -> deposits.of(Map.of(signed.id(), plan))).get(signed.id()).held();
  }

  private Bill bill(LocalDate monday) {
    return house.call(() -> bills.of(signed.id(), 10)).stream()
        .filter(b -> b.id().week().equals(monday))
        .findFirst()
        .orElseThrow();
  }

  /** A week of so many minutes, up to its close. */
  private void worked(int minutes) {
    hours.add(signed, week, 0, minutes);
    hours.close(week);
  }

  @Test
  void itBeginsWithAWeeksMostHeld() {
    assertThat(deposit()).isEqualTo(eur(9_600));
    assertThat(balance(plan.depositFee())).isEqualTo(eur(480));
    assertThat(destination.missing(signed.id())).contains(eur(0));
    assertThat(destination.of(signed.id()).orElseThrow().level()).isEqualTo(Level.FULL);
  }

  @Test
  void aWeekIsPaidFromItAndAvailableFiveDaysLater() {
    worked(250); // 50.00
    assertThat(earned()).isEqualTo(eur(4_500));
    assertThat(deposit()).isEqualTo(eur(4_600));
    assertThat(bill(week).owed()).isEqualTo(eur(0));
    assertThat(hours.states(signed, week)).containsExactly("INVOICED");
    mover.skipTo(clock.instant().plus(Duration.ofDays(5)));
    assertThat(earned()).isEqualTo(eur(0));
    assertThat(balance(Account.available(plan.assistant().value()))).isEqualTo(eur(4_500));
    assertThat(hours.states(signed, week)).containsExactly("PAID");
  }

  @Test
  void theDepositIsAskedForAgainOnceAWeekStandsBeforeTheClient() {
    hours.add(signed, week, 0, 480);
    assertThat(as(signed.client(), () -> waits.of(signed.client()))).isEmpty();
    mover.skipTo(RecordedHours.closes(week).minus(Duration.ofDays(4)));
    assertThat(as(signed.client(), () -> waits.of(signed.client())))
        .extracting(w -> w.args().get(1))
        .containsExactly(eur(9_600));
    payers.fundHours(signed);
    assertThat(deposit()).isEqualTo(eur(19_200));
    assertThat(told("billing.notice.funded")).isEqualTo(2); // as at the first payment
    hours.close(week);
    assertThat(deposit()).isEqualTo(eur(9_600));
    assertThat(as(signed.client(), () -> waits.of(signed.client()))).isEmpty();
  }

  @Test
  void whatTheDepositDoesNotCoverIsOwedAndPaidFirst() {
    hours.add(signed, week, 0, 480);
    var next = hours.nextWeek();
    hours.add(signed, next, 0, 240); // unprotected
    assertThat(destination.of(signed.id()).orElseThrow().level()).isEqualTo(Level.NONE);
    hours.close(week);
    hours.close(next);
    assertThat(bill(week).owed()).isEqualTo(eur(0));
    assertThat(bill(next).owed()).isEqualTo(eur(4_800));
    assertThat(earned().plus(balance(Account.available(plan.assistant().value()))))
        .isEqualTo(eur(8_640));
    payers.fundHours(signed);
    assertThat(bill(next).owed()).isEqualTo(eur(0));
    assertThat(deposit()).isEqualTo(eur(9_600));
  }

  @Test
  void linesInDisputeAreKeptApartUntilOneSideGivesWay() {
    hours.add(signed, week, 0, 120);
    var line = hours.add(signed, week, 1, 60);
    hours.submit(signed, week);
    hours.query(signed, line);
    hours.close(week);
    assertThat(earned()).isEqualTo(eur(2_160));
    assertThat(bill(week).withheld()).isEqualTo(eur(1_200));
    assertThat(deposit()).isEqualTo(eur(9_600 - 2_400 - 1_200));
    checks.holdFor(signed.id());
    var id = new WeekId(signed.id(), week);
    var lucia = signed.client();
    assertThat(as(lucia, () -> withheld.pay(lucia, id))).isInstanceOf(Outcome.Done.class);
    assertThat(as(lucia, () -> withheld.pay(lucia, id))).isInstanceOf(Outcome.Refused.class);
    assertThat(earned()).isEqualTo(eur(3_240));
    assertThat(deposit()).isEqualTo(eur(9_600 - 3_600));
  }

  @Test
  void whatTheAssistantLetsGoIsTheDepositAgain() {
    var line = hours.add(signed, week, 1, 60);
    hours.submit(signed, week);
    hours.query(signed, line);
    hours.close(week);
    var rosa = signed.assistant();
    as(rosa, () -> withheld.letGo(rosa, new WeekId(signed.id(), week)).orFail());
    assertThat(earned()).isEqualTo(eur(0));
    assertThat(deposit()).isEqualTo(eur(9_600));
    assertThat(balance(plan.depositFee())).isEqualTo(eur(480));
  }

  @Test
  void hoursAboveTheCapArePaidAsFarAsTheClientAcceptsThem() {
    hours.add(signed, week, 0, 480);
    hours.add(signed, week, 1, 120);
    hours.submit(signed, week);
    hours.allow(signed, week, 60);
    payers.fundHours(signed);
    hours.close(week);
    assertThat(bill(week).price()).isEqualTo(eur(10_800));
    assertThat(earned()).isEqualTo(eur(9_720));
  }

  @Test
  void whenItEndsWhatIsLeftAfterTheLastWeekGoesBack() {
    hours.add(signed, week, 0, 60);
    var lucia = signed.client();
    as(
        lucia,
        () -> engagements.leave(lucia, signed.id(), contracts.version(signed), "Over").orFail());
    mover.skipTo(clock.instant().plusSeconds(5));
    assertThat(deposit()).isEqualTo(eur(9_600));
    hours.close(week);
    assertThat(deposit()).isEqualTo(eur(0));
    assertThat(earned()).isEqualTo(eur(1_080));
    assertThat(balance(plan.credit())).isEqualTo(eur(9_600 + 480 - 1_200 - 60));
  }

  @Test
  void whatIsLetGoPaysWhatIsOwedBeforeAnythingGoesBack() {
    hours.add(signed, week, 0, 420);
    var line = hours.add(signed, week, 1, 60);
    hours.submit(signed, week);
    hours.query(signed, line);
    var next = hours.nextWeek();
    hours.add(signed, next, 0, 60);
    var lucia = signed.client();
    as(
        lucia,
        () -> engagements.leave(lucia, signed.id(), contracts.version(signed), "Over").orFail());
    hours.close(week);
    hours.close(next);
    assertThat(bill(next).owed()).isEqualTo(eur(1_200));
    assertThat(as(lucia, () -> waits.of(lucia))).hasSize(1); // it has ended, and owes
    var rosa = signed.assistant();
    as(rosa, () -> withheld.letGo(rosa, new WeekId(signed.id(), week)).orFail());
    assertThat(bill(next).owed()).isEqualTo(eur(0));
    assertThat(deposit()).isEqualTo(eur(0));
    assertThat(as(lucia, () -> waits.of(lucia))).isEmpty();
  }

  @Test
  void aPaymentThatDoesNotDoForAllThatIsOwedPaysTheOldest() {
    hours.add(signed, week, 0, 480);
    var second = hours.nextWeek();
    hours.add(signed, second, 0, 480);
    hours.close(week);
    hours.close(second); // owed by now
    var third = hours.nextWeek();
    hours.add(signed, third, 0, 480);
    var lucia = signed.client();
    as(
        lucia,
        () -> engagements.leave(lucia, signed.id(), contracts.version(signed), "Over").orFail());
    payers.fundHoursLate(signed, () -> hours.close(third));
    assertThat(bill(second).owed()).isEqualTo(eur(0));
    assertThat(bill(third).owed().isPositive()).isFalse();
  }

  @Test
  void manyRunsAtOnceBillAWeekOnce() throws Exception {
    hours.add(signed, week, 0, 60);
    mover.skipTo(RecordedHours.closes(week).plusSeconds(1));
    AtOnce.of(64, () -> billing.billSet());
    assertThat(earned()).isEqualTo(eur(1_080));
    assertThat(balance(Account.of(Kind.FEES)).isPositive()).isTrue();
    assertThat(hours.states(signed, week)).isEqualTo(List.of("INVOICED"));
  }

  /** How often Rosa was told that. */
  private long told(String key) {
    return jdbc.sql(
            """
            select count(*) from notifications.notice where recipient = :person and key = :key
            """)
        .param("person", signed.assistant().id().value())
        .param("key", key)
        .query(Long.class)
        .single();
  }
}
