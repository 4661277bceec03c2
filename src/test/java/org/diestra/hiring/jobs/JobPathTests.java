package org.diestra.hiring.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Objects;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.platform.accounts.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** From an empty form to a public page, without a script. */
@HouseTest
class JobPathTests {
  private static final String SCRIPT = "<script>alert('x')</script>";
  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired Posts posts;
  private Viewer client;

  @BeforeEach
  void people() {
    client = people.client("Lucía");
  }

  @Test
  void somebodyWhoNeverHiredPublishesAJobInFivePages() throws Exception {
    assertThat(text(get("/jobs/new"))).contains("What do you need somebody for?", "Bookkeeping");
    var questions = to(work(post("/jobs")));
    assertThat(text(get(questions))).contains("What do you keep your books with?");
    var id = questions.split("/")[2];
    var conditions =
        to(
            post(questions)
                .param("version", "1")
                .param("bookkeeping.software", "Holded")
                .param("bookkeeping.work", "receipts", "bank"));
    assertThat(conditions).isEqualTo("/jobs/" + id + "/edit/conditions");
    var instructions = to(conditions(post(conditions).param("version", "2")));
    assertThat(instructions).isEqualTo("/jobs/" + id + "/edit/instructions");
    var preview = to(instructions(post(instructions).param("version", "3")));
    assertThat(text(get(preview)))
        .contains("Publish job", "up to €14.50 an hour", "Match the bank statement");
    assertThat(to(post("/jobs/" + id + "/publication").param("version", "4")))
        .isEqualTo("/jobs/" + id);

    var page =
        mvc.perform(get("/jobs/" + id).header("Accept-Language", "es")).andReturn().getResponse();
    assertThat(page.getStatus()).isEqualTo(200);
    assertThat(page.getContentAsString())
        .contains(
            "hasta 14,50", "Conciliar el extracto del banco", "application/ld+json", "JobPosting");
  }

  @Test
  void whatIsMissingIsSaidAtItsFieldAndWhatWasTypedIsKept() throws Exception {
    var answer =
        answer(post("/jobs").param("title", "Books").param("about", "We sell books, and more."));
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString())
        .contains(
            "Choose at least one kind of work.",
            "Say a little more",
            "We sell books, and more.",
            "value=\"Books\"");
  }

  @Test
  void aWrongAmountKeepsTheOtherFields() throws Exception {
    var id =
        posts.draft(
            client,
            Sketch.EMPTY.withWork(
                "Weekly bookkeeping",
                "About",
                java.util.Set.of(org.diestra.platform.base.Area.ADMIN)));
    var answer =
        answer(
            post("/jobs/" + id + "/edit/conditions")
                .param("version", "1")
                .param("unit", "hour")
                .param("currency", "EUR")
                .param("hourly", "cheap")
                .param("hoursWeek", "900")
                .param("tasks", "77"));
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString())
        .contains(
            "value=\"cheap\"",
            "value=\"900\"",
            "value=\"77\"",
            "Write an amount above zero",
            "from 1 to 80");
  }

  @Test
  void anEarlierVersionIsRefusedAndBothAreShown() throws Exception {
    var id = posts.draft(client);
    assertThat(to(work(post("/jobs/" + id + "/edit/work").param("version", "1"))))
        .endsWith("/edit/questions");
    var late =
        answer(
            work(post("/jobs/" + id + "/edit/work").param("version", "1"))
                .param("title", "ignored, the first counts"));
    assertThat(late.getStatus()).isEqualTo(409);
    assertThat(late.getContentAsString())
        .contains("Somebody saved this job while you were writing", "name=\"version\" value=\"2\"");
  }

  @Test
  void aLaterStepLeadsToTheOneThatIsMissing() throws Exception {
    var id = to(work(post("/jobs"))).split("/")[2];
    assertThat(to(get("/jobs/" + id + "/edit/instructions")))
        .isEqualTo("/jobs/" + id + "/edit/conditions");
    assertThat(to(get("/jobs/" + id + "/edit/preview")))
        .isEqualTo("/jobs/" + id + "/edit/conditions");
  }

  @Test
  void somebodyElsesJobIsNowhere() throws Exception {
    var id = posts.draft(client);
    var stranger = people.client("Other");
    for (var path :
        new String[] {
          "", "/edit", "/edit/work", "/edit/conditions", "/edit/preview", "/closure", "/ceiling"
        }) {
      assertThat(
              mvc.perform(get("/jobs/" + id + path).with(signedIn(stranger)))
                  .andReturn()
                  .getResponse()
                  .getStatus())
          .as(path)
          .isEqualTo(404);
    }
    for (var path :
        new String[] {
          "/edit/work",
          "/edit/questions",
          "/edit/conditions",
          "/edit/instructions",
          "/publication",
          "/pause",
          "/closure",
          "/removal",
          "/copies"
        }) {
      assertThat(
              mvc.perform(
                      post("/jobs/" + id + path)
                          .param("ending", "no-fit")
                          .with(signedIn(stranger))
                          .with(csrf()))
                  .andReturn()
                  .getResponse()
                  .getStatus())
          .as(path)
          .isEqualTo(404);
    }
    assertThat(mvc.perform(get("/jobs/nonsense")).andReturn().getResponse().getStatus())
        .isEqualTo(404);
  }

  @Test
  void aScriptInEveryFieldStaysText() throws Exception {
    var sketch = Posts.sketch();
    var id =
        posts.open(
            client,
            new Sketch(
                SCRIPT + sketch.title(),
                SCRIPT + sketch.about(),
                sketch.areas(),
                java.util.Map.of("bookkeeping.software", java.util.List.of(SCRIPT)),
                sketch.pay(),
                sketch.volume(),
                sketch.languages(),
                sketch.overlap(),
                null,
                java.util.List.of(new Question(SCRIPT)),
                SCRIPT
                    + sketch.instructions()
                    + "\n[a](javascript:alert(1)) <img src=x onerror=alert(1)>",
                sketch.manual()));
    assertThat(text(get("/jobs/" + id))).doesNotContain("javascript:alert");
    for (var path : new String[] {"", "/edit/work", "/edit/questions", "/edit/instructions"}) {
      var page = text(get("/jobs/" + id + path));
      assertThat(page).as(path).doesNotContain("<script>alert", "<img src=x");
    }
  }

  @Test
  void tenMegabytesAreRefused() throws Exception {
    var id = posts.draft(client);
    var answer =
        answer(
            post("/jobs/" + id + "/edit/instructions")
                .param("version", "1")
                .param("manual", "ready")
                .param("instructions", "x".repeat(10_000_000)));
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(posts.version(id)).isEqualTo(1);
  }

  @Test
  void theOutlineIsPutBelowWhatWasWritten() throws Exception {
    var id = posts.draft(client);
    var page =
        answer(
            post("/jobs/" + id + "/edit/instructions/outline")
                .param("version", "1")
                .param("instructions", "My own words."));
    assertThat(page.getStatus()).isEqualTo(200);
    assertThat(page.getContentAsString())
        .contains("My own words.", "## Who takes part", "- Bookkeeping: [");
    assertThat(posts.version(id)).isEqualTo(1);
  }

  private static MockHttpServletRequestBuilder work(MockHttpServletRequestBuilder to) {
    return to.param("areas", "bookkeeping")
        .param("title", "Weekly bookkeeping for a bookshop")
        .param("about", "We sell books in Valencia.");
  }

  private static MockHttpServletRequestBuilder conditions(MockHttpServletRequestBuilder to) {
    return to.param("unit", "hour")
        .param("currency", "EUR")
        .param("hourly", "14,50")
        .param("hoursWeek", "8")
        .param("span", "ongoing")
        .param("language1", "es")
        .param("level1", "C1")
        .param("overlap", "some")
        .param("hours", "3")
        .param("days", "1", "2")
        .param("from", "9")
        .param("to", "14")
        .param("zone", "Europe/Madrid");
  }

  private static MockHttpServletRequestBuilder instructions(MockHttpServletRequestBuilder to) {
    return to.param("manual", "in-progress")
        .param("instructions", "Every Monday open the folder and enter each receipt.")
        .param("question1", "Which program?");
  }

  private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
    return mvc.perform(request.with(signedIn(client)).with(csrf())).andReturn().getResponse();
  }

  private String text(MockHttpServletRequestBuilder request) throws Exception {
    var answer = answer(request);
    assertThat(answer.getStatus()).isEqualTo(200);
    return answer.getContentAsString();
  }

  private String to(MockHttpServletRequestBuilder request) throws Exception {
    return Objects.requireNonNull(answer(request).getRedirectedUrl());
  }
}
