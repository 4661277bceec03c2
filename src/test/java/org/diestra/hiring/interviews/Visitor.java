package org.diestra.hiring.interviews;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.diestra.Chromium;

/** Somebody in a room, with a browser, a moving test picture and a beeping microphone. */
final class Visitor {
  private static final int PATIENCE = 60_000;
  // What a page's connections are, so that their statistics can be read from outside.
  private static final String LISTEN =
      """
      window.connections = [];
      const Real = window.RTCPeerConnection;
      window.RTCPeerConnection = class extends Real {
        constructor(...all) { super(...all); window.connections.push(this); }
      };
      """;
  private static final String FRAMES =
      """
      async () => {
        let frames = 0;
        for (const pc of window.connections.filter((c) => c.connectionState === "connected"))
          for (const report of (await pc.getStats()).values())
            if (report.type === "inbound-rtp" && report.kind === "video")
              frames += report.framesDecoded ?? 0;
        return frames;
      }
      """;
  private static final String PATHS =
      """
      async () => {
        const types = new Set();
        for (const pc of window.connections.filter((c) => c.connectionState === "connected")) {
          const stats = await pc.getStats();
          for (const report of stats.values())
            if (report.type === "candidate-pair" && report.nominated && report.state === "succeeded")
              types.add(stats.get(report.localCandidateId).candidateType
                + "-" + stats.get(report.remoteCandidateId).candidateType);
        }
        return [...types].sort().join(" ");
      }
      """;

  private static final String LINES =
      """
      () => [...window.connections.map((c) => [c.connectionState, c.iceConnectionState,
          c.iceGatheringState, c.signalingState].join(" ")),
        ...document.querySelectorAll("[role=status], .room-notes")]
        .map((e) => e.textContent ?? e).join("; ")
      """;

  final BrowserContext window;
  final Page page;

  Visitor(BrowserContext window) {
    this.window = window;
    window.addInitScript(LISTEN);
    page = window.newPage();
    page.setDefaultTimeout(PATIENCE);
  }

  Visitor comesTo(String address) {
    page.navigate(address);
    return this;
  }

  /** The check before: a picture, a sound that moves the meter, and a path. */
  Visitor looksRight(String path) {
    sees("[data-view=check]");
    page.waitForFunction("() => document.querySelector('#mirror').videoWidth > 0");
    page.waitForFunction("() => document.querySelector('#level').value > 0");
    page.waitForFunction("p => document.querySelector('#path').dataset.path === p", path);
    assertThat(page.locator("#camera option").count()).isPositive();
    assertThat(page.locator("#check-problem").innerText()).isEmpty();
    return isAccessible();
  }

  Visitor goesIn() {
    page.click("#enter");
    return this;
  }

  Visitor sees(String selector) {
    page.locator(selector)
        .first()
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
    return this;
  }

  Visitor reads(String selector, String text) {
    try {
      page.waitForFunction(
          "([s, t]) => [...document.querySelectorAll(s)].some((e) => e.textContent.includes(t))",
          List.of(selector, text));
    } catch (TimeoutError never) {
      throw new AssertionError(text + " is not in: " + page.locator("main").innerText(), never);
    }
    return this;
  }

  Visitor doesNotSee(String selector) {
    page.locator(selector)
        .first()
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    return this;
  }

  Visitor presses(String selector) {
    page.click(selector);
    return this;
  }

  Visitor says(String text) {
    page.fill("#line-to-say", text);
    page.press("#line-to-say", "Enter");
    return this;
  }

  /** Pictures of others that were decoded so far. */
  int frames() {
    return ((Number) page.evaluate(FRAMES)).intValue();
  }

  /** Waits until the others' pictures move from now on. */
  Visitor seesThemMove() {
    int before = frames();
    try {
      waitUntil(() -> frames() > before + 10, "the pictures do not move: " + before);
    } catch (AssertionError still) {
      throw new AssertionError(String.valueOf(page.evaluate(LINES)), still);
    }
    return this;
  }

  /** Which kinds of path the pictures take: host, srflx or relay, at both ends. */
  String paths() {
    return (String) page.evaluate(PATHS);
  }

  /** How many connections this page ever made. */
  int connections() {
    return ((Number) page.evaluate("() => window.connections.length")).intValue();
  }

  int tiles() {
    return page.locator("#tiles > li").count();
  }

  Visitor isAccessible() {
    assertThat(Chromium.barriers(page)).isEmpty();
    return this;
  }

  void waitUntil(BooleanSupplier is, String otherwise) {
    long end = System.nanoTime() + Duration.ofMillis(PATIENCE).toNanos();
    while (!is.getAsBoolean()) {
      assertThat(System.nanoTime()).as(otherwise).isLessThan(end);
      page.waitForTimeout(200);
    }
  }
}
