package org.diestra.platform.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.stream.IntStream;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.StatementCount;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@HouseTest
class InboxControllerTests {
  @Autowired private MockMvc mvc;
  @Autowired private Notifications notifications;
  @Autowired private Inbox inbox;
  @Autowired private Preferences preferences;
  @Autowired private Unsubscribe unsubscribe;
  @Autowired private People people;
  private Viewer luz;

  @BeforeEach
  void begin() {
    luz = people.assistant("Luz");
  }

  @Test
  void anEmptyInboxSaysWhatItIsFor() throws Exception {
    assertThat(page("/notifications")).contains("Aún no hay novedades");
    assertThat(page("/notifications?unread=true")).contains("Lo has leído todo");
    assertThat(page("/notifications/count")).isEmpty();
  }

  @Test
  void anInboxShowsWhatIsNewAndGoesOnPageByPage() throws Exception {
    for (int i = 0; i < 31; i++) {
      tell("<i>" + i + "</i>", "/jobs/" + i);
    }
    var first = page("/notifications");
    assertThat(first)
        .contains("&lt;i&gt;30&lt;/i&gt;", "Marcar todos", "rel=\"next\"")
        .doesNotContain("<i>30");
    var next = first.replaceAll("(?s).*rel=\"next\" href=\"([^\"]+)\".*", "$1");
    // of what was told within one millisecond any may be the last
    var missing =
        IntStream.rangeClosed(0, 30)
            .mapToObj(i -> "&lt;i&gt;" + i + "&lt;/i&gt;")
            .filter(told -> !first.contains(told))
            .toList();
    assertThat(missing).hasSize(1);
    assertThat(page(next)).contains(missing).doesNotContain("rel=\"next\"");
    assertThat(page("/notifications/count")).isEqualTo("31");
  }

  @Test
  void aFullPageTakesAsManyStatementsAsAnEmptyOne() throws Exception {
    var empty = StatementCount.during(() -> page("/notifications"));
    for (int i = 0; i < 20; i++) {
      tell("x", "/jobs/" + i);
    }
    var full = StatementCount.during(() -> page("/notifications"));
    assertThat(full).hasSameSizeAs(empty);
    assertThat(StatementCount.during(() -> page("/settings/notifications")))
        .filteredOn(statement -> statement.contains("notifications."))
        .hasSize(3);
  }

  @Test
  void openingOneMarksItReadAndLeadsOn() throws Exception {
    tell("x", "/jobs/7");
    mvc.perform(as(luz, get(path()))).andExpect(redirectedUrl("/jobs/7"));
    assertThat(inbox.unread(luz.id())).isZero();
  }

  @Test
  void markingAnswersTheRowAndCountsAnew() throws Exception {
    tell("x", "/jobs/7");
    var answer =
        mvc.perform(as(luz, post(path() + "/reading")).with(csrf()).header("HX-Request", "true"))
            .andExpect(header().string("HX-Trigger", "notices"))
            .andReturn();
    assertThat(answer.getResponse().getContentAsString())
        .startsWith("<li")
        .contains("/unreading", "Marcar como no leído");
    mvc.perform(as(luz, post(path() + "/unreading")).with(csrf()))
        .andExpect(redirectedUrl("/notifications"));
    assertThat(inbox.unread(luz.id())).isEqualTo(1);
  }

  @Test
  void markingAllLeavesWhatCameLater() throws Exception {
    tell("x", "/jobs/1");
    var seen = path().substring("/notifications/".length());
    Thread.sleep(2); // ids sort by the millisecond
    tell("y", "/jobs/2");
    mvc.perform(as(luz, post("/notifications/reading")).param("upTo", seen).with(csrf()));
    assertThat(inbox.page(luz.id(), true, null, 10))
        .extracting(Told::href)
        .containsExactly("/jobs/2");
  }

  @Test
  void nobodyElseMayOpenOrMarkIt() throws Exception {
    tell("x", "/jobs/7");
    var other = people.assistant("Otra");
    for (var request :
        new MockHttpServletRequestBuilder[] {
          get(path()), post(path() + "/reading"), post(path() + "/unreading")
        }) {
      mvc.perform(as(other, request).with(csrf())).andExpect(status().isNotFound());
    }
    mvc.perform(get("/notifications")).andExpect(redirectedUrl("/login?next=%2Fnotifications"));
    assertThat(inbox.unread(luz.id())).isEqualTo(1);
  }

  @Test
  void choicesAreKeptAndWrongOnesComeBackWithWhatWasTyped() throws Exception {
    mvc.perform(
            as(luz, post("/settings/notifications"))
                .param("kind." + ProbeKinds.DAILY, "OFF")
                .param("begins", "22:30")
                .param("ends", "06:00")
                .with(csrf()))
        .andExpect(redirectedUrl("/settings/notifications"));
    assertThat(preferences.chosen(luz.id())).containsEntry(ProbeKinds.DAILY, Channel.OFF);
    assertThat(page("/settings/notifications")).contains("value=\"22:30\"", "Bogotá");

    var again =
        mvc.perform(
                as(luz, post("/settings/notifications"))
                    .param("begins", "25:00")
                    .param("ends", "06:00")
                    .with(csrf()))
            .andExpect(status().is(422))
            .andReturn();
    assertThat(again.getResponse().getContentAsString()).contains("25:00");
    assertThat(preferences.quietHours(luz.id())).isPresent();
  }

  @Test
  void nobodyIsAskedAboutNewsThatOnlyTheOtherSideGets() throws Exception {
    assertThat(page("/settings/notifications"))
        .contains("kind.proposals:decided", "kind.interviews:")
        .doesNotContain("kind.proposals:arrived");
  }

  @Test
  void aMailProgramStopsAKindInOneStepAndWithoutASession() throws Exception {
    var link = unsubscribe.path(luz.id(), ProbeKinds.MAILED);
    mvc.perform(get(link)).andExpect(status().isOk());
    assertThat(preferences.chosen(luz.id())).isEmpty(); // a scanner that looks changes nothing
    mvc.perform(post(link).param("List-Unsubscribe", "One-Click")).andExpect(status().isOk());
    assertThat(preferences.chosen(luz.id())).containsEntry(ProbeKinds.MAILED, Channel.INBOX);
  }

  @Test
  void theDailyMailCanBeStoppedAsAWhole() throws Exception {
    mvc.perform(post(unsubscribe.path(luz.id(), Unsubscribe.DIGEST))).andExpect(status().isOk());
    assertThat(preferences.chosen(luz.id())).containsEntry(ProbeKinds.DAILY, Channel.INBOX);
    assertThat(preferences.chosen(luz.id())).doesNotContainKey(ProbeKinds.MAILED);
  }

  @Test
  void aForgedLinkStopsNothing() throws Exception {
    var mine = unsubscribe.path(luz.id(), ProbeKinds.MAILED);
    var other = unsubscribe.path(people.assistant("Otra").id(), ProbeKinds.MAILED);
    var forged = other.substring(0, 60) + mine.substring(60);
    for (var link : new String[] {forged, mine + "A", "/unsubscribe/x", mine.substring(0, 40)}) {
      mvc.perform(post(link)).andExpect(status().isNotFound());
    }
    assertThat(preferences.chosen(luz.id())).isEmpty();
  }

  private void tell(String what, String href) {
    notifications.tell(
        Notice.to(luz.id(), ProbeKinds.INBOX, href, "notifications.stop.done.text", what));
  }

  private String path() {
    return "/notifications/" + Ids.text(inbox.page(luz.id(), false, null, 1).getFirst().id());
  }

  private String page(String path) throws Exception {
    return mvc.perform(as(luz, get(path)))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  private static MockHttpServletRequestBuilder as(
      Viewer viewer, MockHttpServletRequestBuilder what) {
    return what.with(signedIn(viewer));
  }
}
