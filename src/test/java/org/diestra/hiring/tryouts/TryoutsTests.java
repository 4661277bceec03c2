package org.diestra.hiring.tryouts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.StatementCount;
import org.diestra.hiring.jobs.JobId;
import org.diestra.hiring.jobs.Jobs;
import org.diestra.hiring.jobs.PostedJobs;
import org.diestra.hiring.proposals.SentBids;
import org.diestra.hiring.tryouts.Samplers.Bidder;
import org.diestra.hiring.tryouts.Tryout.State;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.data.Audit;
import org.diestra.platform.home.Wait;
import org.diestra.platform.timers.ClockMover;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of a sample, on the real database. */
@HouseTest
class TryoutsTests {
  @Autowired Tryouts tryouts;
  @Autowired Samplers samplers;
  @Autowired TryoutWaits waits;
  @Autowired TryoutAsides asides;
  @Autowired PostedJobs posted;
  @Autowired SentBids sent;
  @Autowired Jobs jobs;
  @Autowired People people;
  @Autowired Audit audit;
  @Autowired ClockMover clocks;
  @Autowired JdbcClient jdbc;
  Viewer client;
  JobId job;
  Bidder rosa;

  @BeforeEach
  void aBid() {
    client = people.client("Lucía");
    job = posted.hourly(client);
    rosa = samplers.bidder(job, "Rosa Peña");
  }

  @Test
  void aSampleIsAskedForHandedInAndScored() {
    var asked = samplers.ask(client, job, rosa);
    assertThat(keys(rosa.viewer())).containsExactly("tryouts.wait.requested");
    tryouts.accept(rosa.viewer(), asked.id(), 1).orFail();
    assertThat(keys(rosa.viewer())).containsExactly("tryouts.wait.accepted");
    tryouts.submit(rosa.viewer(), asked.id(), 2, "Sorted.", List.of()).orFail();
    assertThat(keys(rosa.viewer())).isEmpty();
    assertThat(keys(client)).containsExactly("tryouts.wait.submitted");
    tryouts.score(client, asked.id(), 3, scores(4)).orFail();

    assertThat(samplers.now(rosa).tryout().state()).isEqualTo(State.SCORED);
    assertThat(keys(client)).isEmpty();
    assertThat(asides.of(List.of(rosa.bid())).get(rosa.bid()).getFirst().args())
        .containsExactly(new java.math.BigDecimal("4.0"));
    assertThat(told(rosa.viewer())).contains("tryouts.notice.requested", "tryouts.notice.scored");
    assertThat(told(client)).contains("tryouts.notice.accepted", "tryouts.notice.submitted");
    assertThat(audit.page(null, asked.id().value(), null, 10))
        .extracting(entry -> entry.deed().action())
        .containsExactlyInAnyOrder("request", "accept", "submit", "score");
  }

  @Test
  void whatCannotBeDoneAtAStageIsRefusedWith409() {
    var id = samplers.ask(client, job, rosa).id();

    refused(tryouts.submit(rosa.viewer(), id, 1, "Too early", List.of()));
    refused(tryouts.score(client, id, 1, scores(3)));
    tryouts.decline(rosa.viewer(), id, 1, "No time this week").orFail();
    refused(tryouts.accept(rosa.viewer(), id, 2));
    refused(tryouts.withdraw(client, id, 2));
    refused(samplers.tryAsk(client, job, Samplers.TASK, rosa));
  }

  @Test
  void aPageThatIsNoLongerTrueDecidesNothing() {
    var id = samplers.ask(client, job, rosa).id();
    tryouts.accept(rosa.viewer(), id, 1).orFail();

    refused(tryouts.submit(rosa.viewer(), id, 1, "From an old page", List.of()));
    assertThat(samplers.now(rosa).tryout().state()).isEqualTo(State.ACCEPTED);
  }

  @Test
  void eachSideDoesItsOwnPartAndNobodyElseAny() {
    var id = samplers.ask(client, job, rosa).id();
    var rival = samplers.bidder(job, "Rival").viewer();

    assertThatThrownBy(() -> tryouts.accept(client, id, 1)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> tryouts.withdraw(rosa.viewer(), id, 1)).isInstanceOf(NotFound.class);
    for (var other : List.of(rival, people.client("Otra"), people.operator("Olga"))) {
      assertThatThrownBy(() -> tryouts.seen(other, id)).isInstanceOf(NotFound.class);
      assertThatThrownBy(() -> tryouts.accept(other, id, 1)).isInstanceOf(NotFound.class);
      assertThatThrownBy(() -> tryouts.score(other, id, 1, scores(1))).isInstanceOf(NotFound.class);
    }
  }

  @Test
  void whatWasTakenBackMayBeAskedForAgain() {
    var first = samplers.ask(client, job, rosa);
    tryouts.withdraw(client, first.id(), 1).orFail();

    assertThat(samplers.ask(client, job, rosa).id()).isNotEqualTo(first.id());
  }

  @Test
  void theBidderIsRemindedAndThenTheTimeIsOver() {
    var asked = samplers.ask(client, job, rosa);
    var due = asked.tryout().facts().dueAt();

    clocks.moveTo(due.minus(Duration.ofHours(2)));
    assertThat(told(rosa.viewer())).contains("tryouts.notice.due");
    assertThat(samplers.now(rosa).tryout().state()).isEqualTo(State.REQUESTED);
    clocks.moveTo(due.plusSeconds(1));
    assertThat(samplers.now(rosa).tryout().state()).isEqualTo(State.EXPIRED);
    assertThat(told(client)).contains("tryouts.notice.expired");
    refused(tryouts.accept(rosa.viewer(), asked.id(), 2));
  }

  @Test
  void whatWasHandedInDoesNotRunOut() {
    var asked = samplers.ask(client, job, rosa);
    tryouts.accept(rosa.viewer(), asked.id(), 1).orFail();
    tryouts.submit(rosa.viewer(), asked.id(), 2, "Done.", List.of()).orFail();

    clocks.moveTo(asked.tryout().facts().dueAt().plusSeconds(1));
    assertThat(samplers.now(rosa).tryout().state()).isEqualTo(State.SUBMITTED);
  }

  @Test
  void nobodyWorksForABidThatIsOver() {
    samplers.ask(client, job, rosa);
    sent.withdraw(rosa.viewer(), job);

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> assertThat(samplers.now(rosa).tryout().state()).isEqualTo(State.WITHDRAWN));
  }

  @Test
  void theSameWordsFromSomebodyElseAreTold() {
    var text = "word ".repeat(20) + rosa.bid();
    var second = samplers.bidder(job, "Segunda");
    samplers.tryAsk(client, job, Samplers.TASK, rosa, second).orFail();
    for (var bidder : List.of(rosa, second)) {
      var id = samplers.now(bidder).id();
      tryouts.accept(bidder.viewer(), id, 1).orFail();
      tryouts.submit(bidder.viewer(), id, 2, text, List.of()).orFail();
    }

    assertThat(copied(rosa)).isFalse();
    assertThat(copied(second)).isTrue();
  }

  @Test
  void ofTwoAnswersAtOnceOneCounts() throws Exception {
    var id = samplers.ask(client, job, rosa).id();
    List<Callable<Outcome<Asked>>> both =
        List.of(() -> tryouts.accept(rosa.viewer(), id, 1), () -> tryouts.withdraw(client, id, 1));
    try (var threads = Executors.newFixedThreadPool(2)) {
      var done =
          threads.invokeAll(both).stream()
              .map(Future::resultNow)
              .filter(outcome -> outcome instanceof Outcome.Done)
              .toList();
      assertThat(done).hasSize(1);
    }
  }

  @Test
  void slicesOfOneTextStopTheJobAndAreShownToTheOperator() {
    var slices =
        "The invented letter has forty lines. Translate only this one, please: line number ";
    for (int n = 0; n < Farm.MOST; n++) {
      assertThat(samplers.tryAsk(client, job, slices + n, samplers.bidder(job, "B" + n)).orFail())
          .isInstanceOf(Asking.Answer.Sent.class);
    }
    var last = samplers.tryAsk(client, job, slices + "six", rosa).orFail();

    assertThat(last).isInstanceOf(Asking.Answer.Stopped.class);
    assertThat(jobs.terms(job).stopped()).isTrue();
    assertThat(told(client)).contains("jobs.notice.stopped");
    assertThat(waits.of(people.operator("Olga")))
        .anyMatch(wait -> wait.key().equals("tryouts.wait.flag"));
    assertThat(asides.of(List.of(rosa.bid()))).isEmpty();
    refused(samplers.tryAsk(client, job, Samplers.TASK, rosa));
  }

  @Test
  void whatStandsBesideManyBidsIsReadInOneStatement() throws Exception {
    samplers.ask(client, job, rosa);
    var second = samplers.bidder(job, "Segunda");
    samplers.ask(client, job, second);

    assertThat(StatementCount.during(() -> asides.of(List.of(rosa.bid(), second.bid()))))
        .hasSize(1);
  }

  private boolean copied(Bidder bidder) {
    return jdbc.sql("select copied from tryouts.delivery where tryout = :id")
        .param("id", samplers.now(bidder).id().value())
        .query(Boolean.class)
        .single();
  }

  private List<String> keys(Viewer viewer) {
    return waits.of(viewer).stream().map(Wait::key).toList();
  }

  private List<String> told(Viewer viewer) {
    return jdbc.sql("select key from notifications.notice where recipient = :who")
        .param("who", viewer.id().value())
        .query(String.class)
        .list();
  }

  private static Scores scores(int points) {
    return new Scores(Map.of(Area.BOOKKEEPING, points), "Well sorted");
  }

  private static void refused(Outcome<?> outcome) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> assertThat(refused.why().kind().status()).isEqualTo(409));
  }
}
