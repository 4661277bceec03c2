package org.diestra.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.FilePayload;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.diestra.Chromium;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's browser window. Each page that it comes to is looked at on the way: nothing that axe
 * would find, nothing wider than the window.
 */
final class Window {
  /**
   * The parts a page is made of, each once: what axe judges it by. Two that are built alike have
   * the same barriers, however much they list and in either language.
   */
  private static final String SHAPE =
      """
      [...new Set(Array.from(document.querySelectorAll("body *"), e =>
        [e.parentElement, e].map(p => p.tagName + "." + p.getAttribute("class")).join(">")
          + e.getAttribute("role")))].join()
      """;

  private static final Set<Object> SEEN = new HashSet<>();

  private final Page page;
  private final Way way;
  private final String house;
  private final Pages pages;
  private String language;
  private int status;

  /**
   * @param house where it stands, such as {@code http://localhost:8080}
   */
  Window(Page page, Way way, String house, Pages pages) {
    this.page = page;
    this.way = way;
    this.house = house;
    this.pages = pages;
    this.language = way.language();
  }

  Page page() {
    return page;
  }

  /** Where the window stands, from the first slash on. */
  String path() {
    return page.url().substring(house.length());
  }

  /** Of the last page it came to. */
  int status() {
    return status;
  }

  String at(String path) {
    return path.startsWith("http") ? path : house + path;
  }

  /** From now on it is read in that language. */
  void reads(String other) {
    language = other;
  }

  void open(String path) {
    arrived(page.navigate(at(path)));
  }

  /** Presses the first one that is seen and waits for the page to which it leads. */
  void press(String selector) {
    press(seen(selector));
  }

  void press(Locator target) {
    arrived(page.waitForNavigation(target::click));
  }

  /** Presses the form's own button. */
  void forward() {
    press("main form button.main");
  }

  /** Presses what is answered in place where scripts run, and with a page where they don't. */
  void act(String selector, String key, Object... args) {
    if (way.scripts()) {
      seen(selector).click();
    } else {
      arrived(page.waitForNavigation(() -> seen(selector).click()));
    }
    says(key, args);
    look();
  }

  void fill(String id, String text) {
    page.fill("[id='" + id + "']", text);
  }

  void select(String id, String value) {
    page.selectOption("[id='" + id + "']", value);
  }

  /** Ticks the box, or the point of a choice. */
  void choose(String name, String value) {
    page.locator("input[name='%s'][value='%s']".formatted(name, value)).first().check();
  }

  void bring(String id, FilePayload file) {
    page.setInputFiles("[id='" + id + "']", file);
  }

  String typed(String id) {
    return page.inputValue("[id='" + id + "']");
  }

  /** Waits for the message, in the language of whoever looks. */
  void says(String key, Object... args) {
    shows(words(key, args));
  }

  String words(String key, Object... args) {
    return pages.formats(Locale.of(language), ZoneId.of("Europe/Madrid")).words(key, args);
  }

  /** Waits until that text can be read somewhere on the page. */
  void shows(String text) {
    page.getByText(text).filter(new Locator.FilterOptions().setVisible(true)).first().waitFor();
  }

  int count(String selector) {
    return page.locator(selector).count();
  }

  String text(String selector) {
    return seen(selector).innerText();
  }

  /** The page refuses: with that status, and the reason beside its field. */
  void refuses(int status, String id) {
    assertThat(this.status).as(page.url()).isEqualTo(status);
    assertThat(seen("[id='" + id + "-why']").innerText()).isNotBlank();
  }

  /** Whether the picture is there and not just its place. */
  boolean drawn(String selector) {
    var image = seen(selector);
    image.scrollIntoViewIfNeeded();
    image.evaluate("i => i.complete || new Promise(r => { i.onload = r; i.onerror = r; })");
    return (int) image.evaluate("i => i.naturalWidth") > 1;
  }

  Locator seen(String selector) {
    return page.locator(selector).filter(new Locator.FilterOptions().setVisible(true)).first();
  }

  private void arrived(@Nullable Response response) {
    status = Objects.requireNonNull(response, page.url()).status();
    look();
  }

  /** Axe is a script itself, so it can only look where scripts run. */
  void look() {
    if (way.scripts() && SEEN.add(page.evaluate(SHAPE))) {
      assertThat(Chromium.barriers(page)).isEmpty();
    }
    assertThat(page.evaluate("document.documentElement.scrollWidth"))
        .as("width of %s", page.url())
        .isEqualTo(page.viewportSize().width);
  }
}
