package org.diestra.hiring.interviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.regex.Pattern;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.hiring.interviews.Meeting.Pair;
import org.diestra.platform.accounts.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@HouseTest
class InterviewsControllerTests {
  @Autowired MockMvc mvc;
  @Autowired Meeting meeting;
  @Autowired People people;
  Pair pair;

  @BeforeEach
  void twoPeople() {
    pair = meeting.pair();
  }

  @Test
  void aClientProposesTimesOnBothClocksAndTheAssistantAgrees() throws Exception {
    assertThat(text(pair.client(), "/interviews/new?bid=" + pair.bid()))
        .contains("Ask Rosa Peña for an interview", "Bogotá", "above: Madrid", "below: Bogotá");
    var asked =
        post(
            pair.client(),
            "/interviews?bid=" + pair.bid(),
            "slot",
            meeting.hour(24).toString(),
            "slot",
            meeting.hour(48).toString(),
            "minutes",
            "30",
            "words",
            "Bring the <b>sample</b>");
    var here = asked.getRedirectedUrl();

    assertThat(asked.getStatus()).isEqualTo(302);
    assertThat(text(pair.assistant(), "/home")).contains("propone horas para una entrevista");
    assertThat(body(pair.assistant(), here)).contains("Bring the &lt;b&gt;sample", "en Bogotá");
    assertThat(
            post(pair.assistant(), here + "/choice", "seen", "1", "slot", meeting.hour(24) + "")
                .getStatus())
        .isEqualTo(302);
    assertThat(text(pair.client(), here)).contains("Agreed", "in Madrid", "in Bogotá");
    assertThat(body(pair.client(), here))
        .contains("href=\"" + here + "/room\"")
        .doesNotContain("button main big");
    assertThat(text(pair.client(), "/interviews")).contains("To come", "Rosa Peña");
    assertThat(text(pair.client(), "/home")).contains("Interview with Rosa Peña");
  }

  @Test
  void whatWasTickedAndTypedStaysWhenItIsRefused() throws Exception {
    var answer =
        post(
            pair.client(),
            "/interviews?bid=" + pair.bid(),
            "slot",
            meeting.hour(24).toString(),
            "minutes",
            "45",
            "date1",
            "2026-13-45",
            "words",
            "Bring the sample");

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString())
        .contains(
            "Bring the sample",
            "A time needs both its day and its hour",
            "<option value=\"45\" selected");
  }

  @Test
  void anOldPageIsAnswered409AndShowsHowThingsStand() throws Exception {
    var id = meeting.agreed(pair, 24);
    var answer =
        post(
            pair.assistant(),
            "/interviews/" + id + "/choice",
            "seen",
            "1",
            "slot",
            meeting.hour(24).toString());

    assertThat(answer.getStatus()).isEqualTo(409);
    assertThat(answer.getContentAsString()).contains("Entretanto se ha acordado una hora");
  }

  @Test
  void namesAreNoLongerHiddenOnceTheyAreToMeet() throws Exception {
    meeting.bids.hideNames(pair.client(), pair.job());
    var bids = "/jobs/" + pair.job() + "/bids";
    assertThat(text(pair.client(), bids)).doesNotContain("Rosa P.");

    meeting.proposed(pair, 24, 48);

    assertThat(text(pair.client(), bids)).contains("Rosa P.");
  }

  @Test
  void bothTalkAboutTheMeetingUntilTheBidIsDecided() throws Exception {
    var here = "/interviews/" + meeting.agreed(pair, 24);
    var talk = get(pair.client(), here + "/messages").getRedirectedUrl();
    assertThat(get(pair.assistant(), here + "/messages").getRedirectedUrl()).isEqualTo(talk);
    assertThat(post(pair.client(), talk, "text", "Could you have the ledger open?").getStatus())
        .isEqualTo(302);
    assertThat(text(pair.assistant(), talk))
        .contains("Could you have the ledger open?", "Entrevista con Lucía Ferrer");
    assertThat(text(pair.client(), "/messages")).contains("Interview with Rosa Peña");
    var flagged = post(pair.assistant(), talk, "text", "Llámame al +34 612 345 678");
    assertThat(flagged.getStatus()).isEqualTo(422);

    meeting.bids.withdraw(pair.assistant(), pair.job());
    assertThat(text(pair.assistant(), talk)).contains("Could you have the ledger open?");
    assertThat(post(pair.assistant(), talk, "text", "Still there?").getStatus()).isEqualTo(409);
  }

  @Test
  void strangersFindNothing() throws Exception {
    var id = meeting.agreed(pair, 24);
    var stranger = people.client("Eve");

    assertThat(get(stranger, "/interviews/" + id).getStatus()).isEqualTo(404);
    assertThat(get(stranger, "/interviews/" + id + "/times").getStatus()).isEqualTo(404);
    assertThat(get(stranger, "/interviews/" + id + "/messages").getStatus()).isEqualTo(404);
    assertThat(get(stranger, "/interviews/new?bid=" + pair.bid()).getStatus()).isEqualTo(404);
    assertThat(post(stranger, "/interviews/" + id + "/cancellation").getStatus()).isEqualTo(404);
    assertThat(text(stranger, "/interviews")).contains("No interviews yet");
  }

  private MockHttpServletResponse get(Viewer viewer, String path) throws Exception {
    return mvc.perform(MockMvcRequestBuilders.get(path).with(signedIn(viewer)))
        .andReturn()
        .getResponse();
  }

  private String body(Viewer viewer, String path) throws Exception {
    return get(viewer, path).getContentAsString();
  }

  /** What can be read, without marks. */
  private String text(Viewer viewer, String path) throws Exception {
    return Pattern.compile("<[^>]*>").matcher(body(viewer, path)).replaceAll("");
  }

  private MockHttpServletResponse post(Viewer viewer, String path, String... params)
      throws Exception {
    var request = MockMvcRequestBuilders.post(path).with(signedIn(viewer)).with(csrf());
    for (int i = 0; i < params.length; i += 2) {
      request = request.param(params[i], params[i + 1]);
    }
    return mvc.perform(request).andReturn().getResponse();
  }
}
