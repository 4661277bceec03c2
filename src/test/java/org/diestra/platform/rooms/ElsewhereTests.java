package org.diestra.platform.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ElsewhereTests {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");
  private static final Room ROOM =
      new Room(
          new RoomId(new UUID(1, 2)),
          "interview",
          new UUID(3, 4),
          NOW,
          NOW.plusSeconds(3600),
          null);
  private static final RoomOwner.Guest ROSA = new RoomOwner.Guest("Rosa Peña", false);

  private static String link(String address) {
    return new Elsewhere(address, "diestra", "a shared secret", JSON)
        .link(ROOM, new PersonId(new UUID(5, 6)), ROSA, NOW)
        .orElseThrow();
  }

  private static JsonNode claims(String link) {
    var parts = link.substring(link.indexOf('=') + 1).split("\\.");
    return JSON.readTree(
        new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
  }

  @Test
  void anyAddressWillDo() {
    assertThat(link("https://meet.example.org/{room}"))
        .isEqualTo("https://meet.example.org/diestra-" + ROOM.id());
  }

  @Test
  void jitsiIsToldWhoComesUntilTheRoomCloses() {
    var claims = claims(link("https://meet.example.org/{room}?jwt={jitsi}"));

    assertThat(claims.get("aud").asString()).isEqualTo("diestra");
    assertThat(claims.get("room").asString()).isEqualTo("diestra-" + ROOM.id());
    assertThat(claims.get("exp").asLong()).isEqualTo(ROOM.closes().getEpochSecond());
    assertThat(claims.at("/context/user/name").asString()).isEqualTo("Rosa Peña");
    assertThat(claims.at("/context/user/moderator").asBoolean()).isFalse();
  }

  @Test
  void liveKitGetsAGrantForOneRoom() {
    var claims = claims(link("https://meet.example.org/custom?token={livekit}"));

    assertThat(claims.get("iss").asString()).isEqualTo("diestra");
    assertThat(claims.at("/video/room").asString()).isEqualTo("diestra-" + ROOM.id());
    assertThat(claims.at("/video/roomJoin").asBoolean()).isTrue();
  }

  @Test
  void whereNothingIsSetThereIsNoOtherRoom() {
    var none = new Elsewhere("", "", "", JSON);

    assertThat(none.link(ROOM, new PersonId(new UUID(5, 6)), ROSA, NOW)).isEmpty();
  }
}
