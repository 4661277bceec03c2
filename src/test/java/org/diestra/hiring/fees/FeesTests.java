package org.diestra.hiring.fees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Outcome;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@HouseTest
class FeesTests {
  /** Each test plans on days of its own, far from every other test's present. */
  private static final AtomicInteger YEARS = new AtomicInteger(40);

  @Autowired Fees fees;
  @Autowired People people;
  @Autowired MockMvc mvc;
  @Autowired Clock clock;

  @Test
  void untilAnOperatorPlansSomethingNobodyPays() {
    assertThat(fees.now()).isEqualTo(Rates.NONE);
  }

  @Test
  void ratesHoldFromTheirMomentUntilTheNextStep() {
    var from = someDay();
    var operator = people.operator("Olga");
    fees.plan(operator.id(), new Rates(200, 500), from).orFail();
    fees.plan(operator.id(), new Rates(0, 300), from.plus(Duration.ofDays(30))).orFail();

    assertThat(fees.at(from)).isEqualTo(new Rates(200, 500));
    assertThat(fees.at(from.plus(Duration.ofDays(29)))).isEqualTo(new Rates(200, 500));
    assertThat(fees.at(from.plus(Duration.ofDays(30)))).isEqualTo(new Rates(0, 300));
  }

  @Test
  void nothingIsPlannedForThePastNorTwiceForOneMoment() {
    var operator = people.operator("Olga").id();
    var from = someDay();
    fees.plan(operator, Rates.NONE, from).orFail();

    assertThat(fees.plan(operator, Rates.NONE, from)).isInstanceOf(Outcome.Refused.class);
    assertThat(fees.plan(operator, Rates.NONE, clock.instant().minusSeconds(1)))
        .isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void aPlannedStepCanBeTakenBack() throws Exception {
    var operator = people.operator("Olga");
    var from = someDay();
    var before = fees.at(from);
    var step = fees.plan(operator.id(), new Rates(700, 700), from).orFail();

    var answer = send(operator, "/operator/fees/" + Ids.text(step.id()) + "/removal", "", "", "");

    assertThat(answer.getStatus()).isEqualTo(302);
    assertThat(fees.at(from)).isEqualTo(before);
  }

  @Test
  void anOperatorPlansRatesOnThePage() throws Exception {
    var operator = people.operator("Olga");
    var day = LocalDate.ofInstant(someDay(), operator.zone());

    var answer = send(operator, "/operator/fees", "2,5", "10", day.toString());

    assertThat(answer.getStatus()).isEqualTo(302);
    assertThat(fees.at(day.plusDays(1).atStartOfDay(operator.zone()).toInstant()))
        .isEqualTo(new Rates(250, 1_000));
  }

  @Test
  void whatMakesNoSenseComesBackAsItWasTyped() throws Exception {
    var answer = send(people.operator("Olga"), "/operator/fees", "much", "51", "tomorrow");

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString())
        .contains("value=\"much\"", "value=\"51\"", "from 0 to 50", "Choose the day");
  }

  @Test
  void thePageShowsWhatHoldsAndWhatIsPlanned() throws Exception {
    var operator = people.operator("Olga");
    fees.plan(operator.id(), new Rates(125, 0), someDay()).orFail();

    var page = mvc.perform(get("/operator/fees").with(signedIn(operator))).andReturn();

    assertThat(page.getResponse().getStatus()).isEqualTo(200);
    assertThat(page.getResponse().getContentAsString()).contains("1.25 %", "planned", "Take back");
  }

  @Test
  void toEverybodyElseThePageIsNotThere() throws Exception {
    var client = people.client("Lucía");

    assertThat(
            mvc.perform(get("/operator/fees").with(signedIn(client)))
                .andReturn()
                .getResponse()
                .getStatus())
        .isEqualTo(404);
    assertThat(send(client, "/operator/fees", "1", "1", "2099-01-01").getStatus()).isEqualTo(404);
  }

  private Instant someDay() {
    return LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC)
        .plusYears(YEARS.getAndIncrement())
        .atStartOfDay(java.time.ZoneOffset.UTC)
        .toInstant();
  }

  private MockHttpServletResponse send(
      Viewer by, String path, String client, String assistant, String from) throws Exception {
    return mvc.perform(
            post(path)
                .with(signedIn(by))
                .with(csrf())
                .param("client", client)
                .param("assistant", assistant)
                .param("from", from))
        .andReturn()
        .getResponse();
  }
}
