package org.diestra.hiring.interviews;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private static final String DECODED =
      """
      async () => {
        const all = {};
        for (const [at, pc] of window.connections.entries())
          if (pc.connectionState === "connected")
            for (const report of (await pc.getStats()).values())
              if (report.type === "inbound-rtp" && report.kind === "video")
                all[at] = (all[at] ?? 0) + (report.framesDecoded ?? 0);
        return all;
      }
      """;
  private static final String EAR =
      """
      window.SpeechRecognition = class extends EventTarget {
        start() { window.ear = this; }
        stop() {}
        hears(transcript) {
          const results = [Object.assign([{ transcript }], { isFinal: true })];
          this.dispatchEvent(Object.assign(new Event("result"), { resultIndex: 0, results }));
        }
        fails(error) {
          this.dispatchEvent(Object.assign(new Event("error"), { error }));
          this.dispatchEvent(new Event("end"));
        }
      };
      """;
  private static final String VOICES =
      """
      async () => {
        let packets = 0;
        for (const pc of window.connections)
          for (const report of (await pc.getStats()).values())
            if (report.type === "inbound-rtp" && report.kind === "audio")
              packets += report.packetsReceived ?? 0;
        return packets;
      }
      """;
  private static final String POOR =
      """
      const beat = window.setInterval;
      window.setInterval = (act, pause) => beat(act, pause === 3000 ? 300 : pause);
      const stats = RTCPeerConnection.prototype.getStats;
      RTCPeerConnection.prototype.getStats = async function () {
        const all = new Map(await stats.call(this));
        for (const [id, report] of all)
          if (report.type === "remote-inbound-rtp")
            all.set(id, { ...report, fractionLost: window.poor ? 0.3 : 0 });
          else if (report.type === "candidate-pair")
            all.set(id, { ...report, availableOutgoingBitrate: 0 });
        return all;
      };
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

  /** The browser's own ear for words, which needs its maker's service, is ours. */
  Visitor isUnderstood() {
    window.addInitScript(EAR);
    return this;
  }

  Visitor utters(String words) {
    page.evaluate("words => window.ear.hears(words)", words);
    return this;
  }

  Visitor isUnderstoodNoMore() {
    page.evaluate("() => window.ear.fails('network')");
    return this;
  }

  /** What the page reads of its lines can be made worse; it looks ten times as often. */
  Visitor onALine() {
    window.addInitScript(POOR);
    return this;
  }

  Visitor losesPackets(boolean many) {
    page.evaluate("many => (window.poor = many)", many);
    return this;
  }

  /** Waits until the voices of others come in from now on. */
  Visitor hearsThem() {
    int before = heard();
    waitUntil(() -> heard() > before + 20, "nothing is heard: " + before);
    return this;
  }

  private int heard() {
    return ((Number) page.evaluate(VOICES)).intValue();
  }

  /** Waits until the pictures of so many others move. */
  Visitor seesMove(int others) {
    var before = decoded();
    waitUntil(
        () ->
            decoded().entrySet().stream()
                    .filter(now -> now.getValue() > before.getOrDefault(now.getKey(), 0) + 5)
                    .count()
                >= others,
        "not " + others + " pictures move: " + before);
    return this;
  }

  /** Pictures decoded so far, by the connection they came over. */
  private Map<String, Integer> decoded() {
    var all = new HashMap<String, Integer>();
    ((Map<?, ?>) page.evaluate(DECODED))
        .forEach((connection, frames) -> all.put("" + connection, ((Number) frames).intValue()));
    return all;
  }

  /** Nothing sticks out at the size of a phone, and every picture is there. */
  void looksRightOnAPhone() {
    page.setViewportSize(360, 740);
    assertThat(page.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(360);
    assertThat(page.locator("#tiles > li:visible").count()).isEqualTo(tiles());
    isAccessible();
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
