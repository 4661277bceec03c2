package org.diestra.hiring.tryouts;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.util.function.UnaryOperator;
import org.diestra.Chromium;
import org.diestra.HouseTest;
import org.diestra.OpenSessions;
import org.diestra.People;
import org.diestra.hiring.jobs.JobId;
import org.diestra.hiring.jobs.PostedJobs;
import org.diestra.hiring.tryouts.Samplers.Bidder;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.blobs.SampleFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A sample from asking to its score, in two windows; once with scripts and once without. */
@Tag("browser")
@HouseTest
class TryoutsBrowserTests {
  private static Chromium chromium;
  @LocalServerPort private int port;
  @Autowired Samplers samplers;
  @Autowired PostedJobs posted;
  @Autowired People people;
  @Autowired OpenSessions sessions;

  @BeforeAll
  static void open() {
    chromium = Chromium.open();
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  @AfterEach
  void noPageComplained() {
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void aSampleIsAskedForHandedInAndScored() {
    live(true, options -> options);
  }

  @Test
  void theSameWithoutScriptsOnAPhoneInTheDark() {
    live(
        false,
        options ->
            options
                .setJavaScriptEnabled(false)
                .setViewportSize(360, 780)
                .setColorScheme(ColorScheme.DARK));
  }

  private void live(boolean scripts, UnaryOperator<NewContextOptions> options) {
    var client = people.client("Lucía");
    JobId job = posted.hourly(client);
    var rosa = samplers.bidder(job, "Rosa Peña");
    var team = visit("/jobs/" + job + "/bids", client, options);
    team.getByRole(AriaRole.LINK, named("Ask for a sample")).click();
    team.getByLabel("Rosa P.").check();
    team.getByLabel("What is to be done?").fill(Samplers.TASK);
    looksRight(team, scripts);
    team.getByRole(AriaRole.BUTTON, named("Ask for the sample")).click();
    assertThat(team.locator("main").innerText()).contains("Nothing in this is real");
    team.getByLabel("Nothing in this is real").check();
    team.getByRole(AriaRole.BUTTON, named("Ask for the sample")).click();
    team.getByRole(AriaRole.LINK, named("Sample asked for")).waitFor();

    handIn(rosa, scripts, options);

    team.navigate(at("/home"));
    team.getByRole(AriaRole.LINK, exactly("Score")).click();
    assertThat(team.locator("main").innerText()).contains("To look at, not to use");
    looksRight(team, scripts);
    team.getByLabel("4 – good").check();
    team.getByRole(AriaRole.BUTTON, named("Keep the scores")).click();
    looksRight(team, scripts);
    team.navigate(at("/jobs/" + job + "/bids"));
    team.getByRole(AriaRole.LINK, named("Sample 4 of 5")).waitFor();
    looksRight(team, scripts);
    team.context().close();
  }

  private void handIn(Bidder rosa, boolean scripts, UnaryOperator<NewContextOptions> options) {
    var page = visit("/home", rosa.viewer(), o -> options.apply(o.setLocale("es-ES")));
    page.getByRole(AriaRole.LINK, exactly("Responder")).click();
    looksRight(page, scripts);
    page.getByRole(AriaRole.BUTTON, named("Sí, la haré")).click();
    page.getByLabel("Tu respuesta").fill("Ordenados; preguntaría por dos.");
    page.getByLabel("Archivos")
        .setInputFiles(
            new FilePayload("tabla.png", "image/png", SampleFiles.picture("png", 500, 400)));
    looksRight(page, scripts);
    page.getByRole(AriaRole.BUTTON, exactly("Entregar")).click();
    assertThat(page.locator("main").innerText()).contains("Sigue siendo tuyo", "tabla.png");
    looksRight(page, scripts);
    page.context().close();
  }

  /** What axe looks for, it looks for with scripts. */
  private static void looksRight(Page page, boolean scripts) {
    if (scripts) {
      assertThat(Chromium.barriers(page)).isEmpty();
    }
    assertThat(page.evaluate("document.documentElement.scrollWidth"))
        .as(page.url())
        .isEqualTo(page.viewportSize().width);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Page.GetByRoleOptions exactly(String name) {
    return named(name).setExact(true);
  }

  private String at(String path) {
    return "http://localhost:" + port + path;
  }

  private Page visit(String path, Viewer viewer, UnaryOperator<NewContextOptions> options) {
    var window = chromium.context(options);
    window.setDefaultTimeout(60_000);
    sessions.signIn(window, viewer.id(), at("/"));
    var page = window.newPage();
    page.navigate(at(path));
    return page;
  }
}
