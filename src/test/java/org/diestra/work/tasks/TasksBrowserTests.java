package org.diestra.work.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.diestra.Chromium;
import org.diestra.HouseTest;
import org.diestra.OpenSessions;
import org.diestra.work.tasks.Task.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The list of tasks under the keyboard, and on a phone. */
@Tag("browser")
@HouseTest
class TasksBrowserTests extends TaskScene {
  private static Chromium chromium;
  @LocalServerPort private int port;
  @Autowired private OpenSessions sessions;

  @BeforeAll
  static void open() {
    chromium = Chromium.open();
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  private Page list(int width) {
    var window = chromium.context(o -> o.setViewportSize(width, 800));
    sessions.signIn(window, rosa.id(), "http://localhost:" + port);
    var page = window.newPage();
    page.navigate("http://localhost:" + port + signed.href() + "/tasks");
    return page;
  }

  @Test
  void theKeysGoThroughTheListChooseAndBeginANewOne() {
    var first = proposed();
    var second = proposed();
    var third = proposed();
    var page = list(1280);
    for (var key : new String[] {"j", "x", "j", "j", "k", "x", "x", "j", "x"}) {
      page.keyboard().press(key);
    }
    page.selectOption("#what", "agreement");
    page.waitForNavigation(() -> page.locator(".task-many button").click());
    assertThat(stage(first)).isEqualTo(Stage.AGREED);
    assertThat(stage(second)).isEqualTo(Stage.PROPOSED);
    assertThat(stage(third)).isEqualTo(Stage.AGREED);
    page.waitForNavigation(() -> page.keyboard().press("n"));
    assertThat(page.url()).endsWith("/tasks/new");
    assertThat(chromium.complaints()).isEmpty();
    page.context().close();
  }

  @Test
  void whoeverIsAtATaskStaysThereWhenTheListLoadsAgain() {
    var first = proposed();
    proposed();
    var page = list(1280);
    page.keyboard().press("j");
    page.keyboard().press("x");
    proposed();
    page.locator("[data-row]").nth(2).waitFor();
    page.keyboard().press("j");
    page.keyboard().press("k");
    assertThat(page.locator("[data-row].here a").getAttribute("href")).endsWith("/" + first);
    assertThat(page.locator("[name=task]:checked").count()).isEqualTo(1);
    page.context().close();
  }

  @Test
  void onAPhoneTheBoxStandsBesideItsTask() {
    proposed();
    var page = list(390);
    var box = page.locator("[name=task]").boundingBox();
    var title = page.locator("[data-open]").boundingBox();
    assertThat(title.x).isGreaterThan(box.x + box.width);
    assertThat(title.y).isLessThan(box.y + box.height);
    page.context().close();
  }
}
