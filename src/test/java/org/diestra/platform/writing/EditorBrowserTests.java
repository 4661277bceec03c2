package org.diestra.platform.writing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.diestra.Chromium;
import org.diestra.HouseTest;
import org.diestra.OpenSessions;
import org.diestra.People;
import org.diestra.platform.page.Pages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The editor as people use it, put into the form of a page of the house. */
@Tag("browser")
@HouseTest
class EditorBrowserTests {
  private static Chromium chromium;
  @LocalServerPort private int port;
  @Autowired private OpenSessions sessions;
  @Autowired private People people;
  @Autowired private Pages pages;

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
  void whatIsTypedIsShownAsItWillBeAndListsGoOn() {
    var page = editor(ColorScheme.LIGHT, 1280);
    page.locator("#text").click();
    page.keyboard().type("- [ ] one\ntwo\n\nend");
    assertThat(page.locator("#text").inputValue()).isEqualTo("- [ ] one\n- [ ] two\n\nend");
    page.waitForCondition(() -> page.locator("[data-shown] li.task").count() == 2);
    page.locator("#text").fill("");
    page.keyboard().type("9. a\nb");
    assertThat(page.locator("#text").inputValue()).isEqualTo("9. a\n10. b");
  }

  @Test
  void toolsAndKeysMarkWhatIsChosenAndCanBeUndone() {
    var page = editor(ColorScheme.LIGHT, 1280);
    var text = page.locator("#text");
    text.fill("first line\nsecond line");
    text.selectText();
    tool(page, "Numbered list");
    assertThat(text.inputValue()).isEqualTo("1. first line\n2. second line");
    page.keyboard().press("Control+z");
    assertThat(text.inputValue()).isEqualTo("first line\nsecond line");
    page.evaluate("document.querySelector('#text').setSelectionRange(0, 6)");
    page.keyboard().press("Control+b");
    assertThat(text.inputValue()).isEqualTo("**first** line\nsecond line");
    page.keyboard().press("Control+i");
    assertThat(text.inputValue()).isEqualTo("***first*** line\nsecond line");
    page.keyboard().press("Control+i");
    page.keyboard().press("Control+b");
    assertThat(text.inputValue()).isEqualTo("first line\nsecond line");
    page.keyboard().press("Control+k");
    page.keyboard().type("https://a.example");
    assertThat(text.inputValue()).isEqualTo("[first](https://a.example) line\nsecond line");
    tool(page, "Heading");
    assertThat(text.inputValue()).startsWith("## [first]");
    tool(page, "Things to tick off");
    assertThat(text.inputValue()).startsWith("- [ ] [first]");
    tool(page, "Things to tick off");
    assertThat(text.inputValue()).startsWith("[first]");
  }

  @Test
  void theToolbarIsOneStopOfTheKeyboard() {
    var page = editor(ColorScheme.LIGHT, 1280);
    page.locator("[data-tool=bold]").focus();
    page.keyboard().press("ArrowRight");
    page.keyboard().press("ArrowRight");
    assertThat(focused(page)).isEqualTo("heading");
    page.keyboard().press("End");
    assertThat(focused(page)).isEqualTo("file");
    page.keyboard().press("ArrowRight");
    assertThat(focused(page)).isEqualTo("bold");
    page.keyboard().press("ArrowLeft");
    assertThat(focused(page)).isEqualTo("file");
    page.keyboard().press("Tab");
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("text");
  }

  @Test
  void whatIsPastedFromAPageIsMarkdownAndCanBeUndone() {
    var page = editor(ColorScheme.LIGHT, 1280);
    page.locator("#text").fill("x ");
    paste(page, "<style>p{}</style><p>a <b>b</b></p><ul><li>c</li></ul>", "a b c");
    page.waitForCondition(() -> page.locator("#text").inputValue().equals("x a **b**\n\n- c"));
    page.keyboard().press("Control+z");
    assertThat(page.locator("#text").inputValue()).isEqualTo("x ");
    paste(page, "", "only words");
    assertThat(page.locator("#text").inputValue()).isEqualTo("x ");
  }

  @Test
  void aPictureIsUploadedAndStandsWhereItWasPut() {
    var page = editor(ColorScheme.LIGHT, 1280);
    var answers = new int[] {200, 413, 422};
    var asked = new int[1];
    page.route(
        "**/there/files",
        route -> {
          int status = answers[asked[0]++];
          assertThat(route.request().postData()).contains("name=\"_csrf\"", "name=\"file\"");
          route.fulfill(
              new Route.FulfillOptions()
                  .setStatus(status)
                  .setContentType("text/plain;charset=UTF-8")
                  .setBody(status == 200 ? "![a.png](file:x)" : "Not that one."));
        });
    page.locator("#text").fill("see");
    choose(page);
    page.waitForCondition(
        () -> page.locator("#text").inputValue().equals("see\n\n![a.png](file:x)\n\n"));
    assertThat(page.locator("[data-state]").innerText()).isEmpty();
    choose(page);
    page.waitForCondition(
        () -> page.locator("[data-state]").innerText().startsWith("That file is too large"));
    choose(page);
    page.waitForCondition(() -> page.locator("[data-state]").innerText().equals("Not that one."));
  }

  @Test
  void nobodyIsKeptOutInAnyLightOrWidth() {
    for (var scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
      for (int width : new int[] {320, 1280}) {
        var page = editor(scheme, width);
        page.locator("#text").fill("# a\n\n- [ ] b\n- [x] c");
        page.waitForCondition(() -> page.locator("[data-shown] li.task").count() == 2);
        assertThat(Chromium.barriers(page)).as("%s %d", scheme, width).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
        page.context().close();
      }
    }
  }

  @Test
  void aComparisonCanBeReadInAnyLightOrWidth() {
    var before = "Open at nine\n\nSame\n\n" + "Line\n".repeat(9) + "Close";
    var rows = Comparison.of(before, before.replace("nine", "ten") + "\nLock");
    var content = html("_comparison", Map.of("rows", rows, "before", "May", "after", "June"));
    for (var scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
      for (int width : new int[] {320, 1280}) {
        var page = page("<h2>x</h2>" + content, scheme, width);
        page.locator(".comparison del").waitFor();
        assertThat(page.locator(".comparison-row.changed .is").first().innerText())
            .contains("Open at", "Added:", "ten");
        page.locator(".comparison summary").click();
        assertThat(Chromium.barriers(page)).as("%s %d", scheme, width).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
        page.context().close();
      }
    }
  }

  private static void choose(Page page) {
    page.locator(".editor input[type=file]")
        .setInputFiles(new FilePayload("a.png", "image/png", new byte[] {1}));
  }

  private static void tool(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  private static Object focused(Page page) {
    return page.evaluate("document.activeElement.dataset.tool");
  }

  private static void paste(Page page, String html, String words) {
    page.evaluate(
        """
        ([html, words]) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData("text/html", html);
          clipboardData.setData("text/plain", words);
          const text = document.querySelector("#text");
          text.focus();
          text.setSelectionRange(text.value.length, text.value.length);
          const event = { clipboardData, bubbles: true, cancelable: true };
          text.dispatchEvent(new ClipboardEvent("paste", event));
        }
        """,
        List.of(html, words));
  }

  private Page editor(ColorScheme scheme, int width) {
    var fields = Map.of("name", "text", "label", "Words", "uploadHref", "/there/files");
    var page = page(html("editor", fields), scheme, width);
    page.locator(".editor-tools").waitFor();
    return page;
  }

  /** On the page that begins a job, in the place of its own form's fields. */
  private Page page(String content, ColorScheme scheme, int width) {
    var window = chromium.context(o -> o.setColorScheme(scheme).setViewportSize(width, 900));
    sessions.signIn(window, people.client("Ana Ruíz").id(), at("/"));
    var page = window.newPage();
    page.navigate(at("/jobs/new"));
    page.evaluate(
        """
        ([content, head]) => {
          const form = document.querySelector("main form:has([name=_csrf])");
          const token = form.querySelector("[name=_csrf]");
          form.className = "form broad";
          form.innerHTML = content;
          form.append(token);
          document.querySelector("main").replaceChildren(document.querySelector("h1"), form);
          htmx.process(form);
          const parts = new DOMParser().parseFromString(head, "text/html").head.children;
          for (const part of [...parts]) {
            const fresh = document.createElement(part.localName);
            for (const { name, value } of part.attributes) {
              fresh.setAttribute(name, value);
            }
            document.head.append(fresh);
          }
        }
        """,
        List.of(content, html("_head", Map.of())));
    return page;
  }

  private String html(String template, Map<String, ?> model) {
    return pages.text(
        "platform/writing/" + template + ".jte", model, Locale.ENGLISH, ZoneId.of("UTC"));
  }

  private String at(String path) {
    return "http://localhost:" + port + path;
  }
}
