package org.diestra.platform.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.diestra.Chromium;
import org.diestra.HouseTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The frame of a page as people use it: by keyboard, on a phone, in the dark, without scripts. */
@Tag("browser")
@HouseTest
class PageBrowserTests {
  private static final long KILOBYTE = 1000;
  private static Chromium chromium;
  @LocalServerPort private int port;

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

  @ParameterizedTest
  @ValueSource(strings = {"/", "/nowhere"})
  void nobodyIsKeptOutInAnyLightOrWidth(String path) {
    for (int width : new int[] {320, 768, 2560}) {
      for (var scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
        var page = visit(path, o -> o.setViewportSize(width, 800).setColorScheme(scheme));
        assertThat(Chromium.barriers(page)).as("%d %s", width, scheme).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
        page.context().close();
      }
    }
  }

  @Test
  void onALargeScreenTheHeaderStandsAboveWhatItHeads() {
    var page = visit("/", o -> o.setViewportSize(2560, 1000));
    assertThat(page.locator(".bar .brand").boundingBox().x)
        .isEqualTo(page.locator(".foot .brand").boundingBox().x)
        .isEqualTo(page.locator("main h1").boundingBox().x);
  }

  @Test
  void theLanguageIsSwitchedOnThePageAndRemembered() {
    var page = visit("/nowhere?a=b&c=d", o -> o);
    page.locator("header .language").click();
    assertThat(page.url()).endsWith("/nowhere?a=b&c=d");
    assertThat(page.getByRole(AriaRole.HEADING).first().innerText()).contains("Aquí no hay nada");
    page.navigate(at("/"));
    assertThat(page.title()).contains("Buenas manos");
  }

  @Test
  void aChosenThemeIsStrongerThanTheDevices() {
    var page = visit("/", o -> o.setColorScheme(ColorScheme.LIGHT));
    var light = background(page);
    page.locator(".themes a[href*=dark]").click();
    assertThat(background(page)).isNotEqualTo(light);
  }

  @Test
  void theKeyboardFindsItsWay() {
    var page = visit("/nowhere", o -> o);
    page.keyboard().press("Tab");
    assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");
    page.keyboard().type("?");
    assertThat(page.locator("#shortcuts").isVisible()).isTrue();
    page.keyboard().press("Escape");
    page.keyboard().type("gh");
    page.waitForURL(at("/"));
  }

  @Test
  void withoutScriptsTheSamePageIsThere() {
    var page = visit("/", o -> o.setJavaScriptEnabled(false).setLocale("es-ES"));
    assertThat(page.getByRole(AriaRole.HEADING).first().innerText()).contains("Buenas manos");
    page.navigate(at("/#shortcuts"));
    assertThat(page.locator("#shortcuts").isVisible()).isTrue();
  }

  @Test
  void aFormIsSentOnce() {
    var page = visit("/nowhere", o -> o);
    var sent =
        page.evaluate(
            """
            () => {
              let sent = 0;
              addEventListener("submit", (event) => {
                sent += event.defaultPrevented ? 0 : 1;
                event.preventDefault();
              });
              document.querySelector("main").innerHTML =
                '<form method="post" action="/logout"><button>x</button></form>';
              const button = document.querySelector("main button");
              button.click();
              button.click();
              return sent;
            }
            """);
    assertThat(sent).isEqualTo(1);
  }

  @Test
  void theFirstViewIsLight() {
    var context = chromium.context(o -> o);
    var page = context.newPage();
    var bytes = new AtomicLong();
    page.onRequestFinished(request -> {
      var sizes = request.sizes();
      bytes.addAndGet((long) sizes.responseBodySize + sizes.responseHeadersSize);
    });
    page.navigate(at("/"));
    page.waitForTimeout(300);
    assertThat(bytes.get()).isBetween(20 * KILOBYTE, 60 * KILOBYTE);
    context.close();
  }

  private Page visit(String path, UnaryOperator<NewContextOptions> options) {
    var page = chromium.context(options).newPage();
    page.navigate(at(path));
    return page;
  }

  private String at(String path) {
    return "http://localhost:" + port + path;
  }

  private static Object background(Page page) {
    return page.evaluate("getComputedStyle(document.body).backgroundColor");
  }
}
