package org.diestra;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The machine's Chromium, for tests that are tagged {@code browser}. One for a test class and its
 * thread; each person gets a context of their own. What the pages complain about is kept for {@link
 * #complaints}.
 */
public final class Chromium implements AutoCloseable {
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--use-fake-device-for-media-stream=fps=8",
          "--use-fake-ui-for-media-stream",
          "--allow-loopback-in-peer-connection");
  // The browser itself reports each answer that is no success; those are part of the story.
  private static final Pattern TOLD =
      Pattern.compile(
          "Failed to load resource: (.* status of (401|403|404|409|413|422|429).*"
              // a line of news that the house has ended; the page takes up another by itself
              + "|net::ERR_INCOMPLETE_CHUNKED_ENCODING)");

  private final Playwright playwright;
  private final Browser browser;
  private final List<String> complaints = new ArrayList<>();

  private Chromium() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program())
                    .setHeadless(true)
                    .setArgs(FLAGS));
  }

  public static Chromium open() {
    return new Chromium();
  }

  /** A new person's window: nothing of the others' cookies, and English unless told otherwise. */
  public BrowserContext context(UnaryOperator<Browser.NewContextOptions> options) {
    var plain =
        new Browser.NewContextOptions()
            .setLocale("en-GB")
            .setTimezoneId("Europe/Madrid")
            .setViewportSize(1280, 860)
            // what is still fading in has too little contrast for whoever looks at that moment
            .setReducedMotion(ReducedMotion.REDUCE);
    var context = browser.newContext(options.apply(plain));
    context.onConsoleMessage(message -> {
      if (message.type().equals("error") && !TOLD.matcher(message.text()).matches()) {
        complaints.add(message.page().url() + ": " + message.text());
      }
    });
    context.onWebError(error -> complaints.add(error.page().url() + ": " + error.error()));
    return context;
  }

  /** What pages wrote to the console as errors, and scripts that failed. */
  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  /**
   * What axe finds wrong with the page as it stands: the rule and the elements. It would wait for
   * ever for a frame in which no script may run, such as a letter's.
   */
  public static List<String> barriers(Page page) {
    var asked = new AxeRunOptions();
    asked.setResultTypes(List.of("violations")); // and no long tale of what is in order
    return new AxeBuilder(page)
            .options(asked)
            .setLegacyMode(true) // looks in the page itself; else it opens another one each time
            .exclude("iframe[sandbox='']")
            .analyze()
            .getViolations()
            .stream()
            .flatMap(rule ->
                rule.getNodes().stream()
                    .map(node -> rule.getId() + " at " + node.getTarget() + ", " + page.url()))
            .toList();
  }

  @Override
  public void close() {
    playwright.close();
  }

  private static Path program() {
    return Stream.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
        .map(name -> Path.of("/usr/bin", name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() ->
            new IllegalStateException("no Chromium: apt-get install chromium-headless-shell"));
  }
}
