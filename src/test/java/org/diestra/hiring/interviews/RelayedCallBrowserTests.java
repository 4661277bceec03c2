package org.diestra.hiring.interviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.diestra.Chromium;
import org.diestra.HouseTest;
import org.diestra.OpenSessions;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.rooms.TurnServer;
import org.diestra.platform.timers.ClockMover;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** Two people whose networks let nothing through but a relay: the call goes over coturn alone. */
@Tag("browser")
@HouseTest
class RelayedCallBrowserTests {
  /** Direct paths are forbidden to every connection that the page makes. */
  private static final String RELAY_ONLY =
      """
      const Direct = window.RTCPeerConnection;
      window.RTCPeerConnection = class extends Direct {
        constructor(config) { super({ ...config, iceTransportPolicy: "relay" }); }
      };
      """;

  @LocalServerPort private int port;
  @Autowired private Meeting meeting;
  @Autowired private OpenSessions sessions;
  @Autowired private ClockMover clocks;
  @Autowired private Clock clock;
  @Autowired private JsonMapper json;
  @TempDir private Path folder;

  @Test
  void theCallGoesOverTheRelayAndSurvivesItsLoss() throws Exception {
    assumeTrue(TurnServer.isInstalled(), "coturn is not installed: apt-get install coturn");
    var pair = meeting.pair();
    var id = meeting.agreed(pair, 1);
    clocks.moveTo(meeting.slot(1).start().minus(Duration.ofMinutes(5)));
    var room = "http://localhost:" + port + "/interviews/" + id + "/room";

    try (var turn = TurnServer.open(folder);
        var chromium = Chromium.open()) {
      var lucia = visitor(chromium, turn, pair.client().id(), "en-GB").comesTo(room);
      lucia.looksRight("relay").goesIn().sees("[data-view=call]");
      var rosa = visitor(chromium, turn, pair.assistant().id(), "es-ES").comesTo(room);
      rosa.looksRight("relay").goesIn();
      lucia.presses(".room-knock .main");

      lucia.seesThemMove();
      rosa.seesThemMove();
      assertThat(lucia.paths()).isEqualTo("relay-relay");

      int before = lucia.connections();
      turn.restart();
      lucia.reads("#tiles", "reconnecting");
      lucia.seesThemMove();
      rosa.seesThemMove();
      assertThat(lucia.connections()).isEqualTo(before);
      assertThat(lucia.paths()).isEqualTo("relay-relay");
    }
  }

  private Visitor visitor(Chromium chromium, TurnServer turn, PersonId person, String locale) {
    var window = chromium.context(o -> o.setLocale(locale));
    sessions.signIn(window, person, "http://localhost:" + port);
    window.route(
        "**/rooms/*/ice",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody(turn.told(person, clock, json))));
    window.addInitScript(RELAY_ONLY);
    return new Visitor(window);
  }
}
