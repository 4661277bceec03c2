package org.diestra.hiring.interviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.diestra.HouseTest;
import org.diestra.hiring.interviews.Meeting.Pair;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@HouseTest
class ScorecardControllerTests {
  @Autowired MockMvc mvc;
  @Autowired Meeting meeting;
  Pair pair;
  String here;

  @BeforeEach
  void anAgreedInterview() {
    pair = meeting.pair();
    here = "/interviews/" + meeting.agreed(pair, 24) + "/scorecard";
  }

  @Test
  void itIsAPageWithoutScriptsAndAPartWithThem() throws Exception {
    var page = mvc.perform(get(here).with(signedIn(pair.client()))).andReturn().getResponse();
    assertThat(page.getContentAsString()).contains("<html", "Bookkeeping", "Understood the work");

    var part =
        mvc.perform(get(here).header("HX-Request", "true").with(signedIn(pair.client())))
            .andReturn()
            .getResponse();
    assertThat(part.getContentAsString()).doesNotContain("<html").contains("Bookkeeping");
  }

  @Test
  void whatWasWrittenStaysWhenItCannotBeLockedYet() throws Exception {
    var answer =
        mvc.perform(
                post(here)
                    .with(signedIn(pair.client()))
                    .with(csrf())
                    .param("notes", "Very careful")
                    .param("do", "lock"))
            .andReturn()
            .getResponse();

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString()).contains("Very careful", "at least one score");
  }

  @Test
  void aCardThatIsLockedIsAnswered409() throws Exception {
    for (int status : new int[] {302, 409}) {
      assertThat(
              mvc.perform(
                      post(here)
                          .with(signedIn(pair.client()))
                          .with(csrf())
                          .param("score-bookkeeping", "4")
                          .param("do", "lock"))
                  .andReturn()
                  .getResponse()
                  .getStatus())
          .isEqualTo(status);
    }
  }

  @Test
  void toTheAssistantItIsNowhere() throws Exception {
    assertThat(
            mvc.perform(get(here).with(signedIn(pair.assistant())))
                .andReturn()
                .getResponse()
                .getStatus())
        .isEqualTo(404);
  }
}
