package org.diestra.platform.rooms;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.diestra.platform.accounts.PersonId;

/**
 * The STUN and TURN servers that the operator set. A TURN server lets in whoever brings a name that
 * ends in the future and its HMAC-SHA1 under a shared secret ("TURN REST API",
 * draft-uberti-behave-turn-rest), so that nobody's password is ever in a page for long.
 *
 * @param urls {@code stun:}, {@code turn:} and {@code turns:} addresses; may be empty
 * @param secret shared with the TURN servers; empty where there are none
 */
record IceServers(List<String> urls, String secret) {
  /** Long enough for an interview; a call that goes on fetches new ones when it needs them. */
  static final Duration VALID = Duration.ofHours(1);

  static IceServers of(String setting, String secret) {
    var urls = List.of(setting.split(",")).stream().map(String::strip);
    return new IceServers(urls.filter(url -> !url.isEmpty()).toList(), secret);
  }

  /** For that person, valid for an hour from now. */
  List<IceServer> forPerson(PersonId person, Instant now) {
    var stun = urls.stream().filter(url -> url.startsWith("stun")).toList();
    var turn = urls.stream().filter(url -> url.startsWith("turn")).toList();
    var out = new ArrayList<IceServer>();
    if (!stun.isEmpty()) {
      out.add(new IceServer(stun, null, null));
    }
    if (!turn.isEmpty()) {
      var name = now.plus(VALID).getEpochSecond() + ":" + person;
      out.add(new IceServer(turn, name, hmac(name)));
    }
    return out;
  }

  private String hmac(String name) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(name.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
