package org.diestra.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What somebody up to no good types, and what must have become of it. Each piece calls {@code
 * hit()}, which counts in the page.
 */
final class Intrusion {
  static final String LINE =
      "\"><img src=x onerror=hit()><script>hit()</script>${1111*7}{{1111*7}}";
  static final String QUERY = URLEncoder.encode(LINE, StandardCharsets.UTF_8);
  static final String TEXT =
      LINE
          + "</textarea></script><svg onload=hit()>\n\n[here](javascript:hit\\(\\))"
          + "\n\n<a href=\"javascript:hit()\">there</a>\n\n![x](x\"onerror=\"hit\\(\\))";

  private static final String SCRIPT = "<script>hit()</script>";
  private static final String WORDS =
      "main form:has(button.main) :is(input[type=text]:not([inputmode]), textarea)";
  private static final String ALIVE =
      "main :is([onerror], [onload], [src='x'], [href^='javascript' i])";

  /** Which only take words of a certain form. */
  private static final List<String> FORMED = List.of("signature", "handle", "tools", "q");

  private Intrusion() {}

  /** Into every field of the form that takes words. */
  static void everywhere(Window window) {
    for (var field : window.page().locator(WORDS).all()) {
      if (field.isVisible() && !FORMED.contains(field.getAttribute("name"))) {
        field.fill(isText(field) ? TEXT : LINE);
      }
    }
  }

  /** Nothing of it has run or could, and nothing was worked out. */
  static void harmless(Window window) {
    var page = window.page();
    assertThat(page.evaluate("window.hits ?? 0")).as(page.url()).isEqualTo(0);
    assertThat(page.locator(ALIVE).count()).as(page.url()).isZero();
    assertThat(page.locator("main").textContent()).as(page.url()).doesNotContain("7777");
  }

  /** The page is harmless and lets everybody read what was typed. */
  static void shown(Window window, String path) {
    window.open(path);
    harmless(window);
    assertThat(window.page().locator("body").textContent()).as(path).contains(SCRIPT);
  }

  private static boolean isText(Locator field) {
    return (boolean) field.evaluate("f => f instanceof HTMLTextAreaElement");
  }
}
