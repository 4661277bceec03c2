package org.diestra.money.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.money.ledger.Books.eur;
import static org.diestra.work.engagements.RunningContracts.as;

import java.util.List;
import org.diestra.HouseTest;
import org.diestra.money.billing.HoursChecks;
import org.diestra.work.time.HoursCover;
import org.diestra.work.time.HoursCover.Level;
import org.diestra.work.time.RecordedHours;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Eight hours a week at twelve euros, for which nothing is ever held. */
@HouseTest
class DirectHoursTests extends DirectHouse {
  @Autowired private RecordedHours hours;
  @Autowired private HoursChecks hoursChecks;
  @Autowired private HoursCover cover;

  @BeforeEach
  void aContractIsSigned() {
    signs(() -> contracts.hourly(client, rosa)); // it begins without a deposit
  }

  @AfterEach
  void nothingIsWrong() {
    theBooksAreSound();
    hoursChecks.holdFor(signed.id());
  }

  @Test
  void whatIsAcceptedOfAWeekIsDueAndPaidOnceItArrived() {
    var week = hours.nextWeek();
    assertThat(house.call(() -> cover.of(signed.id())).orElseThrow().level())
        .isEqualTo(Level.PROMISED);
    hours.add(signed, week, 0, 250); // 50.00
    hours.close(week);
    assertThat(owed()).isEqualTo(eur(5_000));
    assertThat(dues()).singleElement().extracting(Due::week).isEqualTo(week);
    assertThat(hours.states(signed, week)).containsExactly("INVOICED");
    var proof = said(5_000, "R 1");
    denies(proof).orFail();
    assertThat(hours.states(signed, week)).containsExactly("INVOICED");
    assertThat(releases.waiting(signed.id())).containsExactly(week);
    arrives(proof, 5_000).orFail();
    assertThat(releases.waiting(signed.id())).isEmpty(); // its page reads as paid
    assertThat(hours.states(signed, week)).containsExactly("PAID");
    assertThat(as(client, () -> ledger.holdings(plan.client().value()))).isEqualTo(List.of());
  }

  @Test
  void whatIsDisputedIsNotDue() {
    var week = hours.nextWeek();
    var line = hours.add(signed, week, 0, 120);
    hours.add(signed, week, 1, 60);
    hours.submit(signed, week);
    hours.query(signed, line);
    hours.close(week);
    assertThat(owed()).isEqualTo(eur(1_200));
  }
}
