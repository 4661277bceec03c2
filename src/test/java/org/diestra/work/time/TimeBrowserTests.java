package org.diestra.work.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.work.engagements.RunningContracts.as;

import com.microsoft.playwright.Page;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.diestra.Chromium;
import org.diestra.HouseTest;
import org.diestra.OpenSessions;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.timers.ClockMover;
import org.diestra.work.contracts.SignedContracts.Signed;
import org.diestra.work.engagements.RunningContracts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionOperations;

/** The timer without a line, and a week's sheet under the keyboard. */
@Tag("browser")
@HouseTest
class TimeBrowserTests {
  private static final String STOP = "form[data-timer='stop']";
  private static Chromium chromium;
  @LocalServerPort private int port;
  @Autowired private OpenSessions sessions;
  @Autowired private RunningContracts contracts;
  @Autowired private EntryStore store;
  @Autowired private TransactionOperations transactions;
  @Autowired private ClockMover mover;
  @Autowired private Clock clock;
  private Signed signed;
  private Viewer rosa;
  private Week week;

  @BeforeAll
  static void open() {
    chromium = Chromium.open();
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  /** Thursday noon in Bogotá, of a week that began after the work. */
  @BeforeEach
  void begun() {
    signed = contracts.hourly();
    rosa = signed.assistant();
    week = Week.of(clock.instant()).next();
    mover.skipTo(week.from().plus(Duration.ofHours(3 * 24 + 17)));
  }

  private Page page() {
    var window = chromium.context(o -> o);
    sessions.signIn(window, rosa.id(), "http://localhost:" + port);
    var page = window.newPage();
    page.navigate("http://localhost:" + port + signed.href() + "/time");
    return page;
  }

  private List<Integer> minutes() {
    return as(rosa, () -> transactions.execute(t -> store.week(signed.id(), week))).stream()
        .map(entry -> entry.facts().minutes())
        .toList();
  }

  @Test
  void whatIsPressedWithoutALineIsSentOnceThereIsOne() {
    var page = page();
    page.fill("form[data-timer='start'] [name=note]", Samples.NOTE);
    page.locator("form[data-timer='start'] button").first().click();
    page.waitForSelector(STOP);
    mover.moveTo(clock.instant().plus(Duration.ofMinutes(95)));
    page.reload();
    page.context().setOffline(true);
    page.locator(STOP + " button.main").click();
    page.waitForCondition(() -> !page.locator("#timer [data-state]").innerText().isBlank());
    assertThat(minutes()).isEmpty();
    page.context().setOffline(false);
    page.waitForCondition(() -> page.locator(STOP).count() == 0);
    assertThat(minutes()).containsExactly(95);
    page.context().close();
  }

  @Test
  void aBlockFromASpreadsheetAndTheKeysFillTheSheet() {
    var page = page();
    page.fill("#note-0", Samples.NOTE);
    page.evaluate(
        """
        () => {
          const cell = document.getElementById("cell-0-2");
          const data = new DataTransfer();
          data.setData("text/plain", "1:30\\t45m\\n");
          cell.focus();
          cell.dispatchEvent(new ClipboardEvent("paste",
            { clipboardData: data, bubbles: true, cancelable: true }));
        }
        """);
    assertThat(page.inputValue("#cell-0-2")).isEqualTo("1:30");
    assertThat(page.inputValue("#cell-0-3")).isEqualTo("45m");
    page.keyboard().press("ArrowRight");
    page.keyboard().press("ArrowRight");
    page.keyboard().type("3:00");
    page.keyboard().press("Escape");
    assertThat(page.inputValue("#cell-0-4")).isEmpty();
    page.keyboard().type("9:00-9:20");
    page.waitForNavigation(() -> page.keyboard().press("Control+Enter"));
    assertThat(minutes()).containsExactly(90, 45, 20);
    assertThat(chromium.complaints()).isEmpty();
    page.context().close();
  }
}
