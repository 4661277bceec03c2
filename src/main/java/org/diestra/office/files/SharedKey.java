package org.diestra.office.files;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.diestra.platform.base.Hash;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Seal;
import org.diestra.platform.signin.Passwords;
import org.diestra.platform.signin.Throttle;
import org.diestra.platform.signin.Throttle.Allowance;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * The passwords of links. A browser that knew one gets a cookie for that link's address alone,
 * under the house's seal; it opens nothing after twelve hours.
 */
@Component
class SharedKey {
  private static final String COOKIE = "shared";
  private static final String SEAL = "files:shared";
  private static final Duration HOLDS = Duration.ofHours(12);
  private final Passwords passwords;
  private final Throttle throttle;
  private final Seal seal;
  private final Clock clock;

  SharedKey(Passwords passwords, Throttle throttle, Seal seal, Clock clock) {
    this.passwords = passwords;
    this.throttle = throttle;
    this.seal = seal;
    this.clock = clock;
  }

  /** Whether nothing, or nothing more, is to be asked of this browser. */
  boolean opens(Shared.Reached reached, HttpServletRequest request) {
    var password = reached.password();
    if (password == null) {
      return true;
    }
    var cookie = WebUtils.getCookie(request, COOKIE);
    return cookie != null && holds(reached.link(), password, cookie.getValue());
  }

  private boolean holds(Link link, String password, String value) {
    try {
      var told = ByteBuffer.wrap(seal.open(SEAL, link.id(), Base64.getUrlDecoder().decode(value)));
      var until = Instant.ofEpochSecond(told.getLong());
      var of = new byte[told.remaining()];
      told.get(of);
      return until.isAfter(clock.instant()) && Arrays.equals(of, digest(password));
    } catch (IllegalArgumentException | IllegalStateException notOurs) {
      return false;
    }
  }

  /** One that is not of this password any more opens nothing. */
  private static byte[] digest(String password) {
    return HexFormat.of().parseHex(Hash.of(password));
  }

  /**
   * Hands the cookie out for the right password.
   *
   * @param typed by whoever holds the link
   */
  Outcome<Boolean> turn(
      Shared.Reached reached,
      @Nullable String typed,
      HttpServletRequest request,
      HttpServletResponse response) {
    var password = reached.password();
    if (password == null) {
      return Outcome.done(true);
    }
    var link = reached.link().id().toString();
    if (!throttle.allows(link + " " + request.getRemoteAddr(), Allowance.SHARED)
        || !throttle.allows(link, Allowance.SHARED_ALL)) {
      return Outcome.refused(Refusal.limit("files.shared.often"));
    }
    if (typed == null || typed.isEmpty() || !passwords.matches(typed, password)) {
      return Outcome.refused(Refusal.invalid("password", "files.shared.wrong"));
    }
    response.addHeader(HttpHeaders.SET_COOKIE, cookie(reached.link(), password, request));
    return Outcome.done(true);
  }

  private String cookie(Link link, String password, HttpServletRequest request) {
    var digest = digest(password);
    var told = ByteBuffer.allocate(Long.BYTES + digest.length);
    told.putLong(clock.instant().plus(HOLDS).getEpochSecond()).put(digest);
    var sealed = seal.close(SEAL, link.id(), told.array());
    var path = request.getRequestURI().replaceAll("^(/s/[^/]+).*$", "$1");
    return ResponseCookie.from(
            COOKIE, Base64.getUrlEncoder().withoutPadding().encodeToString(sealed))
        .httpOnly(true)
        .secure(request.isSecure())
        .sameSite("Lax")
        .path(path)
        .maxAge(HOLDS)
        .build()
        .toString();
  }
}
