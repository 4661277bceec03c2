package org.diestra.platform.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.WebSocketHandshakeException;
import org.diestra.HouseTest;
import org.diestra.OpenSessions;
import org.diestra.People;
import org.diestra.platform.accounts.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@HouseTest
class SignallingTests {
  @LocalServerPort int port;
  @Autowired ProbeRooms probes;
  @Autowired Door door;
  @Autowired Signalling signalling;
  @Autowired OpenSessions sessions;
  @Autowired People people;
  Viewer host;
  Viewer guest;
  Room room;

  @BeforeEach
  void aRoom() {
    host = people.client("Lucía");
    guest = people.assistant("Rosa");
    room = probes.open(0, host, guest);
  }

  private Wire wire(Viewer viewer) {
    return Wire.to(port, room.id(), sessions.cookie(viewer.id()), "http://localhost:" + port);
  }

  private Wire joined(Viewer viewer) {
    return wire(viewer).joins(door.token(room.id(), viewer).orFail().text());
  }

  private static String who(String message) {
    return message.replaceFirst(".*?\"who\":\"([0-9a-f]+)\".*", "$1");
  }

  @Test
  void onlyAPageOfThisHouseOpensALine() {
    var cookie = sessions.cookie(host.id());

    for (var origin : new String[] {"https://evil.example", "http://localhost:1", null}) {
      assertThatThrownBy(() -> Wire.to(port, room.id(), cookie, origin))
          .hasCauseInstanceOf(WebSocketHandshakeException.class);
    }
  }

  @Test
  void nobodyOpensALineWithoutBeingSignedIn() {
    assertThatThrownBy(() -> Wire.to(port, room.id(), null, "http://localhost:" + port))
        .hasCauseInstanceOf(WebSocketHandshakeException.class);
  }

  @Test
  void withoutATokenOfOnesOwnThereIsNothingToHear() throws Exception {
    joined(host).hears();
    var stolen = door.token(room.id(), guest).orFail();
    var wire = wire(people.client("Eve")).joins(stolen.text());

    assertThat(wire.hears()).isEqualTo("{\"type\":\"refused\",\"why\":\"token\"}");
    assertThat(wire.hears()).isEqualTo(Wire.CLOSED);
  }

  @Test
  void whoWaitsAtTheDoorIsToldNothingAndReachesNobody() throws Exception {
    var inside = joined(host);
    var welcome = inside.hears();
    var waiting = joined(guest);
    assertThat(waiting.hears()).isEqualTo("{\"type\":\"waiting\"}");
    var knock = inside.hears();
    assertThat(knock).contains("knock", "Rosa");

    waiting.says("{\"type\":\"signal\",\"who\":\"" + who(welcome) + "\",\"data\":{}}");
    waiting.says("{\"type\":\"admit\",\"who\":\"" + who(knock) + "\"}");

    assertThat(waiting.hearsUntilPong()).isEmpty();
    assertThat(inside.hearsUntilPong()).isEmpty();
  }

  @Test
  void whomTheHostLetsInIsIntroducedAndMayComeBackWithoutAsking() throws Exception {
    var inside = joined(host);
    var welcome = inside.hears();
    var entering = joined(guest);
    entering.hears();
    var knock = inside.hears();
    inside.says("{\"type\":\"admit\",\"who\":\"" + who(knock) + "\"}");

    assertThat(entering.hears()).contains("welcome", "Lucía", "\"polite\":true");
    assertThat(inside.hears()).contains("came", "Rosa", "\"polite\":false");
    entering.says("{\"type\":\"signal\",\"who\":\"" + who(welcome) + "\",\"data\":{\"a\":1}}");
    entering.hearsUntilPong();
    assertThat(inside.hearsUntilPong()).anyMatch(said -> said.contains("\"data\":{\"a\":1}"));

    signalling.hangUp();
    for (var last = entering.hears(); !last.equals(Wire.CLOSED); ) {
      last = entering.hears(); // that the other one is away, where that was said first
    }
    assertThat(joined(guest).hears()).contains("welcome");
  }

  @Test
  void whomTheHostDoesNotLetInStaysOutside() throws Exception {
    var inside = joined(host);
    inside.hears();
    var waiting = joined(guest);
    waiting.hears();
    inside.says("{\"type\":\"refuse\",\"who\":\"" + who(inside.hears()) + "\"}");

    assertThat(waiting.hears()).contains("refused", "declined");
    assertThat(waiting.hears()).isEqualTo(Wire.CLOSED);
  }

  @Test
  void whoShoutsIsHungUpOn() throws Exception {
    var wire = joined(host);
    wire.hears();
    for (int i = 0; i < 2_000; i++) {
      try {
        wire.says("{\"type\":\"ping\"}");
      } catch (java.util.concurrent.CompletionException hungUp) {
        break;
      }
    }
    var last = wire.hears();
    while (last.contains("pong")) {
      last = wire.hears();
    }
    assertThat(last).contains("rate");
  }

  @Test
  void aMessageThatNoCallNeedsEndsTheLine() throws Exception {
    var wire = joined(host);
    wire.hears();
    wire.says("{\"type\":\"signal\",\"who\":\"x\",\"data\":\"" + "a".repeat(70_000) + "\"}");

    assertThat(wire.hears()).isEqualTo(Wire.CLOSED);
  }

  @Test
  void nonsenseEndsTheLine() throws Exception {
    var wire = joined(host);
    wire.hears();
    wire.says("[}");

    assertThat(wire.hears()).contains("nonsense");
  }

  @Test
  void aRoomThatClosesSendsEverybodyOut() throws Exception {
    var wire = joined(host);
    wire.hears();
    probes.close(room);
    signalling.sweep();

    assertThat(wire.hears()).contains("refused", "closed");
  }

  @Test
  void aSecondPageOfTheSamePersonTakesThePlaceOfTheFirst() throws Exception {
    var first = joined(host);
    first.hears();
    joined(host).hears();

    assertThat(first.hears()).contains("refused", "replaced");
  }
}
