package org.diestra.hiring.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.function.UnaryOperator;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** What is met on the way out: rules, twins, operators. */
@HouseTest
class PublishingTests {
  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired Posts posts;
  @Autowired Crowd crowd;
  @Autowired Publishing publishing;
  @Autowired Writing writing;
  @Autowired Life life;
  @Autowired JobQueries queries;
  private Viewer client;
  private Viewer operator;

  @BeforeEach
  void people() {
    client = people.client("Lucía");
    operator = people.operator("Olga");
  }

  @Test
  void anAddressInTheTextHoldsTheJobBackAndSaysWhy() throws Exception {
    var id = posts.draft(client, instructions(text -> text + " Write to lucia@example.org."));
    var answer = publish(id);
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString())
        .contains("lucia@example.org", "Leave out e-mail addresses", "Take out what is marked");
    assertThat(posts.job(id).stage()).isEqualTo(Stage.DRAFT);
  }

  @Test
  void whatSmellsOfFraudIsReadByAnOperatorFirst() throws Exception {
    var id = posts.draft(client, instructions(text -> text + " Buy gift cards every Friday."));
    assertThat(publish(id).getStatus()).isEqualTo(302);
    assertThat(posts.job(id).stage()).isEqualTo(Stage.IN_REVIEW);
    assertThat(status(get("/jobs/" + id), people.assistant("Ana"))).isEqualTo(404);
    assertThat(status(get("/jobs/" + id), client)).isEqualTo(200);
    assertThat(status(get("/operator/jobs"), client)).isEqualTo(404);

    var queue =
        mvc.perform(get("/operator/jobs").with(signedIn(operator))).andReturn().getResponse();
    assertThat(queue.getContentAsString()).contains(posts.inForce(id).title(), "gift cards");
    assertThat(status(post("/operator/jobs/" + id + "/release").with(csrf()), operator))
        .isEqualTo(302);
    assertThat(posts.job(id).takesBids()).isTrue();
  }

  @Test
  void anOperatorSendsItBackWithAReasonOrNotAtAll() throws Exception {
    var id = posts.draft(client, instructions(text -> text + " Buy gift cards every Friday."));
    publish(id);
    assertThat(status(post("/operator/jobs/" + id + "/return").with(csrf()), operator))
        .isEqualTo(422);
    assertThat(
            status(
                post("/operator/jobs/" + id + "/return")
                    .param("why", "No gift cards, please")
                    .with(csrf()),
                operator))
        .isEqualTo(302);
    assertThat(posts.job(id).stage()).isEqualTo(Stage.DRAFT);
    assertThat(posts.inForce(id).title()).startsWith("Weekly bookkeeping");
  }

  @Test
  void aHiddenJobIsThereForItsClientAlone() throws Exception {
    var id = posts.open(client);
    assertThat(
            status(
                post("/operator/jobs/" + id + "/hiding").param("why", "A complaint").with(csrf()),
                operator))
        .isEqualTo(302);
    assertThat(mvc.perform(get("/jobs/" + id)).andReturn().getResponse().getStatus())
        .isEqualTo(404);
    assertThat(
            mvc.perform(get("/jobs/" + id).with(signedIn(client)))
                .andReturn()
                .getResponse()
                .getContentAsString())
        .contains("A complaint");
    assertThat(status(post("/operator/jobs/" + id + "/showing").with(csrf()), operator))
        .isEqualTo(302);
    assertThat(mvc.perform(get("/jobs/" + id)).andReturn().getResponse().getStatus())
        .isEqualTo(200);
  }

  @Test
  void theSameJobTwiceIsRefusedWithALinkToTheFirst() throws Exception {
    var sketch = Posts.sketch();
    var first = posts.open(client, sketch);
    var second =
        posts.draft(client, sketch.withWork(sketch.title() + "!", sketch.about(), sketch.areas()));
    var answer = publish(second);
    assertThat(answer.getStatus()).isEqualTo(409);
    assertThat(answer.getContentAsString()).contains("href=\"/jobs/" + first + "\"");
    life.close(client, first, Ending.CANCELLED).orFail();
    assertThat(publish(second).getStatus()).isEqualTo(302);
  }

  @Test
  void anotherClientMayPostTheSame() {
    var sketch = Posts.sketch();
    posts.open(client, sketch);
    posts.open(people.client("Other"), sketch);
  }

  @Test
  void aChangeThatHasToBeReadStopsTheJobUntilThen() {
    var id = posts.open(client);
    posts.revise(
        client,
        id,
        s ->
            s.withInstructions(s.instructions() + " Pay with bitcoin.", s.manual(), s.questions()));
    assertThat(((Job.Paused) posts.job(id)).by()).isEqualTo(Pauser.HOUSE);
  }

  @Test
  void publishingAnOldVersionIsRefused() {
    var id = posts.draft(client);
    writing.save(client, id, 1, s -> s).orFail();
    assertThat(publishing.publish(client, id, 1).fold(j -> "", Refusal::key))
        .isEqualTo("jobs.changed-meanwhile");
  }

  @Test
  void editionsStandSideBySide() throws Exception {
    var id = posts.open(client);
    crowd.bid(id, 2);
    posts.revise(
        client,
        id,
        s -> s.withInstructions("Every Friday, and quite otherwise.", s.manual(), s.questions()));
    var page = mvc.perform(get("/jobs/" + id + "/changes")).andReturn().getResponse();
    assertThat(page.getContentAsString())
        .contains("<ins>Every Friday, and quite otherwise.</ins>", "<del>Every Monday");
    assertThat(
            mvc.perform(get("/jobs/" + id + "/changes?edition=7"))
                .andReturn()
                .getResponse()
                .getStatus())
        .isEqualTo(404);
  }

  /** A bid on the first edition is asked again after the third, and beside it, not as a page. */
  @Test
  void whatChangedSinceABidStandsBesideIt() throws Exception {
    var id = posts.open(client);
    crowd.bid(id, 2);
    for (var day : List.of("Every Friday, and quite otherwise.", "Every Sunday, and once more.")) {
      posts.revise(client, id, s -> s.withInstructions(day, s.manual(), s.questions()));
    }
    var part =
        mvc.perform(get("/jobs/" + id + "/changes?since=1").header("HX-Request", "true"))
            .andReturn()
            .getResponse()
            .getContentAsString();
    assertThat(part)
        .contains("<ins>Every Sunday, and once more.</ins>", "<del>Every Monday")
        .doesNotContain("Friday", "<main");
  }

  @Test
  void thePreviewSaysHowManyHaveToConfirmAnew() throws Exception {
    var id = posts.open(client);
    crowd.bid(id, 2);
    writing
        .save(
            client,
            id,
            posts.version(id),
            s ->
                s.withInstructions("Every Friday, and quite otherwise.", s.manual(), s.questions()))
        .orFail();
    var page =
        mvc.perform(get("/jobs/" + id + "/edit/preview").with(signedIn(client)))
            .andReturn()
            .getResponse();
    assertThat(page.getContentAsString())
        .contains("2 bids will have to be confirmed anew", "Publish changes");
    assertThat(posts.inForce(id).instructions()).startsWith("Every Monday");
  }

  @Test
  void thirtyTwoWhoPublishAtOncePublishOnce() {
    var id = posts.draft(client);
    long done =
        java.util.stream.IntStream.range(0, 32)
            .parallel()
            .mapToObj(i -> publishing.publish(client, id, 1))
            .filter(Outcome.Done.class::isInstance)
            .count();
    assertThat(done).isEqualTo(1);
  }

  private static Sketch instructions(UnaryOperator<String> change) {
    var sketch = Posts.sketch();
    return sketch.withInstructions(
        change.apply(sketch.instructions()), sketch.manual(), sketch.questions());
  }

  private MockHttpServletResponse publish(JobId id) throws Exception {
    return mvc.perform(
            post("/jobs/" + id + "/publication")
                .param("version", String.valueOf(posts.version(id)))
                .with(signedIn(client))
                .with(csrf()))
        .andReturn()
        .getResponse();
  }

  private int status(
      org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder request,
      Viewer viewer)
      throws Exception {
    return mvc.perform(request.with(signedIn(viewer))).andReturn().getResponse().getStatus();
  }

  @Test
  void aPauseIsNoWayAroundTheOneWhoReads() {
    var id = posts.open(client);
    life.pause(client, id).orFail();
    posts.revise(
        client,
        id,
        s ->
            s.withInstructions(s.instructions() + " Pay with bitcoin.", s.manual(), s.questions()));
    assertThat(((Job.Paused) posts.job(id)).by()).isEqualTo(Pauser.HOUSE);
    assertThat(life.resume(client, id)).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void whatIsToBeReadStandsBeforeWhatWasHidden() throws Exception {
    var hidden = posts.open(client);
    status(
        post("/operator/jobs/" + hidden + "/hiding").param("why", "A complaint").with(csrf()),
        operator);
    var read = posts.draft(client, instructions(text -> text + " Buy gift cards every Friday."));
    publish(read);
    var watched = queries.watched().stream().map(Whole::id).toList();
    assertThat(watched).contains(read);
    assertThat(watched.subList(0, watched.indexOf(read))).doesNotContain(hidden);
  }
}
