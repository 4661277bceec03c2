package org.diestra.office.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.time.Duration;
import org.diestra.Chromium;
import org.diestra.HouseTest;
import org.diestra.OpenSessions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody moves in a program is seen at once where a calendar stands open. */
@Tag("browser")
@HouseTest
class CalendarBrowserTests extends ClientsDesk {
  private static Chromium chromium;
  @Autowired private OpenSessions sessions;
  private Page page;

  @BeforeAll
  static void open() {
    chromium = Chromium.open();
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  @AfterEach
  void shut() {
    if (page != null) {
      page.context().close();
    }
  }

  private void look(String path) {
    var window = chromium.context(o -> o);
    sessions.signIn(window, owner.id(), "http://localhost:" + port);
    page = window.newPage();
    page.navigate("http://localhost:" + port + path);
    page.locator("html[data-live=open]").waitFor();
  }

  private void moves(String from, String to) throws Exception {
    var typed = "t\n2031-01-07 " + from + " 2031-01-07 " + to + "\nq\n";
    var command = new String[] {"khal", "-c", khal(), "edit", "Tasting"};
    assertThat(end(begin(typed, command))).as(said()).isZero();
    sync();
  }

  private String shown() {
    return page.locator("a.cal-event", new Page.LocatorOptions().setHasText("Tasting")).innerText();
  }

  @Test
  void anAssistantMovesAnAppointmentInKhalAndTheClientsOpenCalendarShowsIt() throws Exception {
    look("/w/" + room + "/calendar?view=week&date=2031-01-07");
    assertThat(shown()).contains("11:00");
    // somebody is at the field beside it, and stays there
    page.locator("select[name=beside]").focus();
    moves("15:00", "16:30");
    await().atMost(Duration.ofSeconds(10)).until(() -> shown().contains("15:00"));
    assertThat(page.evaluate("document.activeElement.name")).isEqualTo("beside");
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void whoeverIsAtAnAppointmentStaysAtItWhenItMoves() throws Exception {
    look("/w/" + room + "/calendar?view=agenda&date=2031-01-07");
    page.locator("a.cal-event", new Page.LocatorOptions().setHasText("Tasting")).focus();
    moves("16:00", "17:00");
    await().atMost(Duration.ofSeconds(10)).until(() -> shown().contains("16:00"));
    assertThat(page.evaluate("document.activeElement.textContent")).asString().contains("Tasting");
  }

  @Test
  void whatIsBeingWrittenStaysAndIsNotSavedOverWhatHasMovedMeanwhile() throws Exception {
    look("/w/" + room + "/calendar?view=week&date=2031-01-07");
    page.waitForNavigation(
        () -> page.locator("a.cal-event", new Page.LocatorOptions().setHasText("Tasting")).click());
    page.waitForNavigation(() -> page.locator("a.button.main").first().click());
    page.locator("[name=title]").fill("Tasting with bread");
    moves("15:00", "16:30");
    assertThat(page.locator("[name=title]").inputValue()).isEqualTo("Tasting with bread");
    page.waitForNavigation(() -> page.locator("form.card .actions button.main").click());
    assertThat(page.locator("[name=title]").inputValue()).isEqualTo("Tasting with bread");
    assertThat(mine.get(path() + "a.ics")).contains("T150000").doesNotContain("bread");
  }
}
