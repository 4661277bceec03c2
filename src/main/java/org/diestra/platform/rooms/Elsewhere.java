package org.diestra.platform.rooms;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Hmac;
import tools.jackson.databind.json.JsonMapper;

/**
 * A room of somebody else's software, for more than four people or for whom the own one does not
 * work. Its address is any address with {@code {room}} in it; {@code {jitsi}} and {@code {livekit}}
 * stand for a token (RFC 7519, HS256) in the form which those two take.
 *
 * @param address empty where there is no such room
 * @param key whom the other software knows us as; empty where it needs no token
 * @param secret shared with the other software
 */
record Elsewhere(String address, String key, String secret, JsonMapper json) {

  boolean isThere() {
    return !address.isEmpty();
  }

  /** The way in for that person, until the room closes; empty where there is no such room. */
  Optional<String> link(Room room, PersonId person, RoomOwner.Guest guest, Instant now) {
    if (!isThere()) {
      return Optional.empty();
    }
    var name = "diestra-" + room.id();
    return Optional.of(
        address
            .replace("{room}", encoded(name))
            .replace("{jitsi}", jitsi(name, room, person, guest, now))
            .replace("{livekit}", livekit(name, room, person, guest, now)));
  }

  private String jitsi(
      String name, Room room, PersonId person, RoomOwner.Guest guest, Instant now) {
    var claims = claims(room, now);
    claims.put("aud", key);
    claims.put("sub", "*");
    claims.put("room", name);
    claims.put(
        "context",
        Map.of(
            "user",
            Map.of("id", person.toString(), "name", guest.name(), "moderator", guest.host())));
    return signed(claims);
  }

  private String livekit(
      String name, Room room, PersonId person, RoomOwner.Guest guest, Instant now) {
    var claims = claims(room, now);
    claims.put("sub", person.toString());
    claims.put("name", guest.name());
    claims.put(
        "video",
        Map.of("room", name, "roomJoin", true, "canPublish", true, "roomAdmin", guest.host()));
    return signed(claims);
  }

  private Map<String, Object> claims(Room room, Instant now) {
    var claims = new LinkedHashMap<String, Object>();
    claims.put("iss", key);
    claims.put("nbf", now.minusSeconds(10).getEpochSecond());
    claims.put("exp", room.closes().getEpochSecond());
    return claims;
  }

  private String signed(Map<String, Object> claims) {
    if (secret.isEmpty()) {
      return "";
    }
    var text =
        part(json.writeValueAsBytes(Map.of("alg", "HS256", "typ", "JWT")))
            + "."
            + part(json.writeValueAsBytes(claims));
    return text
        + "."
        + part(
            Hmac.of(
                secret.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.US_ASCII)));
  }

  private static String part(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
