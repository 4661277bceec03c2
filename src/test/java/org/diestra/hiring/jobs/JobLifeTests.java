package org.diestra.hiring.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.hiring.jobs.Job.Closed;
import org.diestra.hiring.jobs.Job.Paused;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@HouseTest
class JobLifeTests {
  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired Posts posts;
  @Autowired Crowd crowd;
  @Autowired Life life;
  @Autowired House house;
  @Autowired Jobs jobs;
  @Autowired Publishing publishing;
  @Autowired Writing writing;
  @Autowired JobTimers timers;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;
  private Viewer client;

  @BeforeEach
  void people() {
    client = people.client("Lucía");
  }

  @Test
  void theDayAJobClosesEndsWhereItsClientIs() throws Exception {
    var id = posts.open(client);
    life.renew(client, id).orFail();

    var end = posts.job(id).clocks().expiresAt().atZone(client.zone());
    assertThat(end.toLocalTime()).isEqualTo(LocalTime.of(23, 59, 59));
    assertThat(end.toLocalDate())
        .isEqualTo(LocalDate.ofInstant(clock.instant(), client.zone()).plusDays(60));
    assertThat(page(id, people.assistant("Rosa"))).contains("23:59 en Madrid", "en Bogotá");
    assertThat(page(id, client)).contains("Out until").doesNotContain("23:59 in Madrid");
  }

  @Test
  void aPausedJobTakesNoBidsUntilItIsResumed() {
    var id = posts.open(client);
    life.pause(client, id).orFail();
    assertThat(jobs.terms(id).takesBids()).isFalse();
    life.resume(client, id).orFail();
    assertThat(jobs.terms(id).takesBids()).isTrue();
  }

  @Test
  void whatCannotBeDoneIsAConflictAndChangesNothing() {
    var draft = posts.draft(client);
    assertThat(
            List.of(
                life.pause(client, draft),
                life.resume(client, draft),
                life.renew(client, draft),
                life.close(client, draft, Ending.NO_FIT),
                life.takeBack(client, draft)))
        .allMatch(JobLifeTests::conflict);
    var open = posts.open(client);
    assertThat(List.of(life.resume(client, open), life.takeBack(client, open)))
        .allMatch(JobLifeTests::conflict);
    assertThat(conflict(publishing.publish(client, open, posts.version(open))))
        .as("nothing was changed")
        .isTrue();
    assertThat(conflict(writing.remove(client, open))).isTrue();
    life.close(client, open, Ending.CANCELLED).orFail();
    assertThat(
            List.of(
                life.pause(client, open),
                life.resume(client, open),
                life.renew(client, open),
                life.close(client, open, Ending.NO_FIT),
                life.pay(client, open, posts.inForce(open).pay())))
        .allMatch(JobLifeTests::conflict);
    assertThat(((Closed) posts.job(open)).ending()).isEqualTo(Ending.CANCELLED);
  }

  @Test
  void whoeverBidIsToldOfTheEnding() {
    var id = posts.open(client);
    life.close(client, id, Ending.NO_FIT).orFail();
    assertThat(crowd.told(id)).containsExactly("closed NO_FIT");
  }

  @Test
  void hiringSomebodyClosesAJobOnceHoweverOftenItIsTold() {
    var id = posts.open(client);
    jobs.markFilled(id, client.id());
    jobs.markFilled(id, client.id());
    assertThat(crowd.told(id)).containsExactly("closed FILLED");
  }

  @Test
  void theMaximumRisesAtAnyTimeAndFallsOnlyWithoutBids() {
    var id = posts.open(client);
    life.pay(client, id, new Pay(Money.of(1200, "EUR"), null)).orFail();
    crowd.bid(id, 3);
    assertThat(life.pay(client, id, new Pay(Money.of(1100, "EUR"), null)))
        .isEqualTo(Outcome.refused(Refusal.invalid("hourly", "jobs.pay.only-up", 3)));
    life.pay(client, id, new Pay(Money.of(1600, "EUR"), null)).orFail();
    assertThat(jobs.terms(id).maxHourly()).isEqualTo(Money.of(1600, "EUR"));
    assertThat(jobs.terms(id).edition()).isEqualTo(1);
    assertThat(crowd.told(id)).containsExactly("raised");
  }

  @Test
  void otherTermsAfterTheFirstBidAreAnotherEdition() {
    var id = posts.open(client);
    posts.revise(
        client,
        id,
        s ->
            s.withInstructions(
                "Every Tuesday, something else altogether.", s.manual(), s.questions()));
    assertThat(jobs.terms(id).edition()).as("nobody had bid").isEqualTo(1);
    crowd.bid(id, 1);
    posts.revise(
        client,
        id,
        s ->
            s.withInstructions(
                "Every Friday, and now it is otherwise.", s.manual(), s.questions()));
    assertThat(jobs.terms(id).edition()).isEqualTo(2);
    assertThat(crowd.told(id)).containsExactly("edited 2");
    posts.revise(
        client,
        id,
        s ->
            s.withInstructions(
                "Every Friday – and now, it is otherwise!", s.manual(), s.questions()));
    assertThat(jobs.terms(id).edition()).as("commas").isEqualTo(2);
  }

  @Test
  void aLowerMaximumCannotBePublishedPastABid() {
    var id = posts.open(client);
    crowd.bid(id, 1);
    writing
        .save(client, id, posts.version(id), s -> s.withPay(new Pay(Money.of(900, "EUR"), null)))
        .orFail();
    assertThat(publishing.publish(client, id, posts.version(id)).fold(j -> "", Refusal::key))
        .isEqualTo("jobs.pay.only-up");
    assertThat(jobs.terms(id).maxHourly()).isEqualTo(Money.of(1400, "EUR"));
  }

  @Test
  void twoMonthsOfSilenceWarnTwiceThenPauseThenClose() throws Exception {
    var id = posts.open(client);
    var begin = clock.instant();
    pass(begin.plus(Duration.ofDays(8)));
    assertThat(notices(id)).containsExactly("jobs.notice.quiet");
    pass(begin.plus(Duration.ofDays(13)));
    assertThat(notices(id)).containsExactly("jobs.notice.quiet", "jobs.notice.quiet");
    pass(begin.plus(Duration.ofDays(15)));
    assertThat(((Paused) posts.job(id)).by()).isEqualTo(Pauser.SILENCE);
    pass(begin.plus(Duration.ofDays(29)));
    assertThat(((Closed) posts.job(id)).ending()).isEqualTo(Ending.EXPIRED);
    assertThat(crowd.told(id)).containsExactly("closed EXPIRED");
    assertThat(notices(id)).endsWith("jobs.notice.silent", "jobs.notice.expired");
  }

  @Test
  void lookingAtTheBidsKeepsAJobAwake() throws Exception {
    var id = posts.open(client);
    var begin = clock.instant();
    pass(begin.plus(Duration.ofDays(6)));
    jobs.acted(id);
    pass(begin.plus(Duration.ofDays(12)));
    assertThat(notices(id)).isEmpty();
    pass(begin.plus(Duration.ofDays(14)));
    assertThat(notices(id)).containsExactly("jobs.notice.quiet");
  }

  @Test
  void aTimerThatRingsTwiceDoesNothingTwice() {
    var id = posts.open(client);
    timers.ring(id.toString());
    timers.ring(id.toString());
    assertThat(posts.job(id).stage()).isEqualTo(Stage.OPEN);
    assertThat(notices(id)).isEmpty();
    timers.ring(new JobId(java.util.UUID.randomUUID()).toString());
  }

  @Test
  void whatTheHouseStoppedOnlyTheHouseLetsGo() {
    var id = posts.open(client);
    var operator = people.operator("Olga");
    jobs.suspend(id, "jobs.stage.paused.house");
    assertThat(conflict(life.resume(client, id))).isTrue();
    house.release(id, operator.id()).orFail();
    assertThat(jobs.terms(id).takesBids()).isTrue();
    house.hide(id, operator.id(), "Not a job").orFail();
    assertThat(jobs.terms(id).takesBids()).isFalse();
    house.show(id, operator.id()).orFail();
    assertThat(jobs.terms(id).takesBids()).isTrue();
  }

  private void pass(java.time.Instant to) throws Exception {
    var answer =
        mvc.perform(
                MockMvcRequestBuilders.post("/_test/clock")
                    .contentType(MediaType.APPLICATION_JSON)
                    .content("{\"now\":\"" + to + "\"}"))
            .andReturn()
            .getResponse();
    assertThat(answer.getStatus()).isEqualTo(200);
  }

  private List<String> notices(JobId job) {
    return jdbc.sql("select key from notifications.notice where href = :href order by id")
        .param("href", "/jobs/" + job)
        .query(String.class)
        .list();
  }

  private String page(JobId job, Viewer reader) throws Exception {
    return mvc.perform(MockMvcRequestBuilders.get("/jobs/" + job).with(People.signedIn(reader)))
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  private static boolean conflict(Outcome<?> outcome) {
    return outcome.fold(done -> false, why -> why.kind() == Refusal.Kind.CONFLICT);
  }
}
