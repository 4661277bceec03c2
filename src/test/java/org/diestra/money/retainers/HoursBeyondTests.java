package org.diestra.money.retainers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.money.ledger.Books.eur;

import java.time.LocalDate;
import org.diestra.HouseTest;
import org.diestra.money.billing.HoursChecks;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.payments.Payers;
import org.diestra.money.payments.Plan;
import org.diestra.money.payments.Plans;
import org.diestra.money.payments.Subject;
import org.diestra.platform.base.Money;
import org.diestra.work.contracts.SignedContracts.Signed;
import org.diestra.work.time.Bags;
import org.diestra.work.time.RecordedHours;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Twenty hours a month for 220 €, and beyond them up to eight a week for twelve each. */
@HouseTest
class HoursBeyondTests {
  @Autowired private Payers payers;
  @Autowired private RecordedHours hours;
  @Autowired private Bags bags;
  @Autowired private RetainerChecks checks;
  @Autowired private HoursChecks hoursChecks;
  @Autowired private Plans plans;
  @Autowired private Ledger ledger;

  private Signed signed;
  private Plan plan;
  private LocalDate week;

  @BeforeEach
  void workBeginsOnAMonday() {
    week = hours.nextWeek();
    signed =
        payers.retained(
            true,
            it -> {
              payers.fund(it, Subject.period(it.id(), Period.idOf(it.id(), 1)));
              payers.fundHours(it);
            });
    plan = plans.of(signed.id()).orElseThrow();
  }

  @AfterEach
  void theBooksAreSound() {
    checks.holdFor(signed.id());
    hoursChecks.holdFor(signed.id());
  }

  private Money earned() {
    return ledger.balance(plan.book(), Account.held(plan.assistant().value()));
  }

  @Test
  void theMonthPaysFirstAndTheCapCountsWhatIsBeyondIt() {
    hours.add(signed, week, 0, 900);
    hours.add(signed, week, 1, 900); // 30 h: 20 of the month, 8 by the hour, 2 above the cap
    hours.close(week);
    assertThat(bags.draws(signed.id(), 1))
        .singleElement()
        .matches(d -> d.own() == 1_200 && d.beyond() == 480);
    assertThat(earned()).isEqualTo(eur(8_640));
  }

  @Test
  void aWeekWithinTheMonthIsNotBilled() {
    hours.add(signed, week, 0, 600);
    hours.close(week);
    assertThat(earned()).isEqualTo(eur(0));
    assertThat(ledger.balance(plan.book(), plan.deposit())).isEqualTo(eur(9_600));
  }

  @Test
  void whatIsPaidAfterAllUsesTheMonthAsFarAsItGoes() {
    hours.add(signed, week, 0, 900);
    hours.add(signed, week, 1, 270); // half an hour of the month is left
    var line = hours.add(signed, week, 2, 60);
    hours.submit(signed, week);
    hours.query(signed, line);
    hours.close(week);
    assertThat(earned()).isEqualTo(eur(0));
    hoursChecks.pay(signed, week);
    assertThat(bags.of(signed.id()).getFirst().left()).isZero();
    assertThat(earned()).isEqualTo(eur(540)); // half an hour at twelve, less ten per cent
  }
}
