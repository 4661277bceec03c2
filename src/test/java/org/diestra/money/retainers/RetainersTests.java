package org.diestra.money.retainers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.money.ledger.Books.eur;
import static org.diestra.work.engagements.RunningContracts.as;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.diestra.HouseTest;
import org.diestra.money.ledger.AtOnce;
import org.diestra.money.retainers.Period.State;
import org.diestra.platform.base.Outcome;
import org.diestra.work.time.RecordedHours;
import org.junit.jupiter.api.Test;

/** Months that are bought, used, earned, owed and given back. */
@HouseTest
class RetainersTests extends RetainerHouse {

  @Test
  void threeMonthsRollOnOnceAndAreEarnedWhole() {
    assertThat(bag(1).begins()).isEqualTo(week);
    assertThat(month(1).state()).isEqualTo(State.RUNNING);
    assertThat(month(1).held()).isEqualTo(eur(22_000));
    hours.add(signed, week, 0, 600);
    hours.close(week);
    assertThat(bag(1).used()).isEqualTo(600);
    assertThat(hours.states(signed, week)).containsExactly("ACCEPTED");
    mover.skipTo(RetainerCourse.at(bag(1).ends()).minus(Duration.ofDays(6)));
    assertThat(as(signed.client(), () -> waits.of(signed.client())))
        .extracting(w -> w.args().get(1))
        .containsExactly(eur(22_000));
    fund(2);
    assertThat(as(signed.client(), () -> waits.of(signed.client()))).isEmpty();
    over(1);
    assertThat(bag(1).rolledOn()).isEqualTo(300);
    assertThat(bag(2).size()).isEqualTo(1_500);
    assertThat(earned()).isEqualTo(eur(19_800));
    assertThat(hours.states(signed, week).getFirst()).isIn("INVOICED", "PAID");
    assertThat(dues()).singleElement().asString().contains("20", "22000 true");
    over(2); // nothing was worked: five of its own roll on, what rolled in is gone
    assertThat(month(2).paid()).isEqualTo(eur(22_000));
    assertThat(bag(3).rolledIn()).isEqualTo(300);
    mover.skipTo(clock.instant().plus(Duration.ofDays(6)));
    assertThat(hours.states(signed, week)).containsExactly("PAID");
    assertThat(month(3).state()).isEqualTo(State.RUNNING);
    assertThat(month(3).wanted(plan.charges())).isEqualTo(eur(22_000));
  }

  /** What is to be invoiced of this contract. */
  private List<String> dues() {
    return house.call(() ->
        jdbc.sql(
                """
                select title || ' ' || price || ' ' || month from invoices.due
                where contract = :contract
                """)
            .param("contract", signed.id().value())
            .query(String.class)
            .list());
  }

  @Test
  void whatIsUsedAndNotPaidIsOwedAndPaidLate() {
    over(1);
    hours.add(signed, hours.nextWeek(), 0, 60);
    over(2);
    assertThat(month(2).owed()).isEqualTo(eur(22_000));
    assertThat(as(signed.client(), () -> waits.of(signed.client())))
        .anyMatch(w -> w.key().equals("retainers.wait.owed"));
    var before = earned();
    fund(2);
    assertThat(month(2).owed()).isEqualTo(eur(0));
    assertThat(earned().minus(before)).isEqualTo(eur(19_800));
    over(3); // neither paid nor used
    assertThat(month(3).due()).isEqualTo(eur(0));
    assertThat(month(3).over()).isTrue();
    assertThat(bag(2).rolledOn()).isEqualTo(300); // it was owed
    assertThat(bag(3).rolledOn()).isZero(); // nobody bought its hours
    assertThat(bag(4).size()).isEqualTo(1_200);
  }

  @Test
  void aQueriedLineCountsOnceTheClientGivesWay() {
    hours.add(signed, week, 0, 120);
    var line = hours.add(signed, week, 1, 60);
    hours.submit(signed, week);
    hours.query(signed, line);
    hours.close(week);
    assertThat(bag(1).drawn()).isEqualTo(120);
    hours.count(signed, week).orFail();
    assertThat(bag(1).drawn()).isEqualTo(180);
    assertThat(hours.count(signed, week)).isInstanceOf(Outcome.Refused.class);
    assertThat(hours.states(signed, week)).containsExactly("ACCEPTED", "ACCEPTED");
  }

  @Test
  void hoursBeyondTheMonthAreNotPaidWithoutARate() {
    hours.add(signed, week, 0, 900);
    hours.add(signed, week, 1, 600);
    hours.close(week);
    assertThat(bag(1).left()).isZero();
    assertThat(bags.draws(signed.id(), 1)).singleElement().matches(d -> d.beyond() == 0);
  }

  @Test
  void whatIsGivenBackSixtyFourTimesAtOnceIsGivenBackOnce() throws Exception {
    int seen = month(1).steps();
    var rosa = signed.assistant();
    var id = month(1).id();
    AtOnce.of(64, () -> as(rosa, () -> giving.give(rosa, signed.id(), id, eur(5_000), seen)));
    assertThat(month(1).held()).isEqualTo(eur(17_000));
    assertThat(credit()).isEqualTo(eur(5_250));
    AtOnce.of(
        16,
        () -> {
          course.look(signed.id());
          return seen;
        });
    over(1);
    assertThat(month(1).paid()).isEqualTo(eur(17_000));
    assertThat(earned()).isEqualTo(eur(15_300));
  }

  @Test
  void weeksThatAreClosedLateDrawInTheirOrder() {
    var ends = bag(1).ends();
    var last = ends.minusDays(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    hours.add(signed, last, 0, 600);
    hours.add(signed, last.plusWeeks(1), 0, 600);
    mover.skipTo(RecordedHours.closes(last.plusWeeks(1)).plus(Duration.ofDays(1)));
    assertThat(bags.draws(signed.id(), 1)).singleElement().matches(d -> d.own() == 600);
    assertThat(bags.draws(signed.id(), 2))
        .singleElement()
        .matches(d -> d.rolled() == 300 && d.own() == 300);
  }

  @Test
  void whatItsBankTookBackIsAskedForAgain() {
    chargebacks.taken(payment, eur(10_500), "month-" + payment);
    assertThat(month(1).held()).isEqualTo(eur(12_000));
    assertThat(month(1).wanted(plan.charges())).isEqualTo(eur(10_000));
    fund(1);
    assertThat(month(1).held()).isEqualTo(eur(22_000));
    over(1);
    assertThat(earned()).isEqualTo(eur(19_800));
  }
}
