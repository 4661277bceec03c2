package org.diestra.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.diestra.Chromium;
import org.diestra.HouseTest;
import org.diestra.OpenSessions;
import org.diestra.People;
import org.diestra.platform.accounts.Viewer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two people who write to each other, each in a browser of their own. */
@Tag("browser")
@HouseTest
class MessagesBrowserTests {
  private static Chromium chromium;
  @LocalServerPort private int port;
  @Autowired private OpenSessions sessions;
  @Autowired private People people;
  @Autowired private Messages messages;
  @Autowired private ProbeTalks talks;
  private Viewer ana;
  private Viewer ben;
  private ThreadId thread;

  @BeforeAll
  static void open() {
    chromium = Chromium.open();
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  @BeforeEach
  void twoWhoTalk() {
    ana = people.client("Ana Ruíz");
    ben = people.assistant("Ben Gil");
    thread = messages.open(ProbeTalks.NAME, talks.about(ana, ben));
  }

  @Test
  void eachSeesAtOnceWhatTheOtherSays() {
    var hers = thread(ana, o -> o);
    var his = thread(ben, o -> o);
    live(hers);
    live(his);
    say(hers, "Hello **Ben**");
    his.waitForCondition(() -> texts(his).equals(List.of("Hello Ben")));
    hers.waitForCondition(() -> hers.locator(".said-read").count() == 1);
    say(his, "Hello Ana");
    hers.waitForCondition(() -> texts(hers).equals(List.of("Hello Ben", "Hello Ana")));
    assertThat(hers.locator("#text").inputValue()).isEmpty();
    assertThat(hers.locator("#talk-news").innerText()).contains("Ben Gil");

    // somewhere else in the house, the number beside the messages counts by itself
    his.navigate(at("/home"));
    live(his);
    say(hers, "Still there?");
    his.waitForCondition(
        () -> his.locator(".main-nav [href='/messages'] .count").innerText().equals("1"));
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void whoWasOfflineMissesNothingAndSaysNothingTwice() {
    var hers = thread(ana, o -> o);
    var his = thread(ben, o -> o);
    live(hers);
    live(his);
    his.context().setOffline(true);
    IntStream.rangeClosed(1, 5).forEach(i -> say(hers, "news " + i));
    his.locator("#text").fill("from the tunnel");
    his.locator("#sheet .button.main").click();
    his.waitForCondition(() -> his.locator("#sheet[data-held]").count() == 1);
    assertThat(his.locator("[data-state]").innerText()).isNotBlank();
    his.context().setOffline(false);
    var all = List.of("news 1", "news 2", "news 3", "news 4", "news 5", "from the tunnel");
    hers.waitForCondition(() -> texts(hers).equals(all));
    his.waitForCondition(() -> texts(his).equals(all));
    his.reload();
    assertThat(texts(his)).isEqualTo(all);
    assertThat(his.locator("#text").inputValue()).isEmpty();
  }

  @Test
  void newsThatCouldNotBeLoadedWhenTheyCameAreLoadedLater() {
    var hers = thread(ana, o -> o);
    var his = thread(ben, o -> o);
    live(his);
    his.route(
        url -> url.contains("/list"), route -> route.abort(), new Page.RouteOptions().setTimes(2));
    say(hers, "news");
    his.waitForCondition(() -> texts(his).equals(List.of("news")));
  }

  @Test
  void whatSomebodyBeganToWriteIsThereInAnotherBrowser() {
    var first = thread(ana, o -> o);
    first.locator("#text").pressSequentially("half a thou");
    first.waitForResponse("**/draft", () -> {});
    var second = thread(ana, o -> o);
    assertThat(second.locator("#text").inputValue()).isEqualTo("half a thou");
    say(second, "half a thought");
    first.reload();
    assertThat(texts(first)).containsExactly("half a thought");
  }

  @Test
  void withoutScriptsAReloadShowsTheSame() {
    var hers = thread(ana, o -> o.setJavaScriptEnabled(false));
    var his = thread(ben, o -> o.setJavaScriptEnabled(false));
    hers.locator("#text").fill("Slowly");
    hers.locator("#sheet .button.main").click();
    assertThat(texts(hers)).containsExactly("Slowly");
    his.reload();
    assertThat(texts(his)).containsExactly("Slowly");
    hers.locator("#text").fill("this is doubtful");
    hers.locator("#sheet .button.main").click();
    hers.locator("#sheet button[name=anyway]").click();
    his.reload();
    assertThat(texts(his)).containsExactly("Slowly", "this is doubtful");
  }

  @Test
  void nobodyIsKeptOutInAnyLightOrWidth() {
    var writer = thread(ana, o -> o);
    say(writer, "Hello @Ben, see **this**");
    for (var scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
      var page = thread(ben, o -> o.setColorScheme(scheme));
      for (var path : List.of("/messages", "/messages?q=hello", Messages.href(thread))) {
        for (int width : new int[] {320, 1280}) {
          page.setViewportSize(width, 900);
          page.navigate(at(path));
          assertThat(Chromium.barriers(page)).as("%s %d %s", path, width, scheme).isEmpty();
          assertThat(page.evaluate("document.documentElement.scrollWidth"))
              .as("%s %d", path, width)
              .isEqualTo(width);
        }
      }
      page.context().close();
    }
    assertThat(chromium.complaints()).isEmpty();
  }

  private Page thread(Viewer person, UnaryOperator<NewContextOptions> options) {
    var window = chromium.context(options);
    sessions.signIn(window, person.id(), at("/"));
    var page = window.newPage();
    page.navigate(at(Messages.href(thread)));
    return page;
  }

  private static void live(Page page) {
    page.waitForCondition(() -> "open".equals(page.locator("html").getAttribute("data-live")));
  }

  private static void say(Page page, String text) {
    page.locator("#text").fill(text);
    page.locator("#sheet .button.main").click();
    page.waitForCondition(() -> page.locator("#text").inputValue().isEmpty());
  }

  private static List<String> texts(Page page) {
    return page.locator(".said .prose").allInnerTexts();
  }

  private String at(String path) {
    return "http://localhost:" + port + path;
  }
}
