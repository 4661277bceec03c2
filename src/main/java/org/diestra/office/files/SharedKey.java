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
import java.util.UUID;
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

  /**
   * What stands before an address.
   *
   * @param id of the link or letterbox
   * @param password its hash; null for none
   */
  record Lock(UUID id, @Nullable String password) {}

  /** The address is the secret: it is told to no other site, and stands in no index. */
  static void keepSecret(HttpServletResponse response) {
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("X-Robots-Tag", "noindex, nofollow");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
  }

  /** Whether nothing, or nothing more, is to be asked of this browser. */
  boolean opens(Lock lock, HttpServletRequest request) {
    var password = lock.password();
    if (password == null) {
      return true;
    }
    var cookie = WebUtils.getCookie(request, COOKIE);
    return cookie != null && holds(lock.id(), password, cookie.getValue());
  }

  private boolean holds(UUID id, String password, String value) {
    try {
      var told = ByteBuffer.wrap(seal.open(SEAL, id, Base64.getUrlDecoder().decode(value)));
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
      Lock lock, @Nullable String typed, HttpServletRequest request, HttpServletResponse response) {
    var password = lock.password();
    if (password == null) {
      return Outcome.done(true);
    }
    var link = lock.id().toString();
    if (!throttle.allows(link + " " + request.getRemoteAddr(), Allowance.SHARED)
        || !throttle.allows(link, Allowance.SHARED_ALL)) {
      return Outcome.refused(Refusal.limit("files.shared.often"));
    }
    if (typed == null || typed.isEmpty() || !passwords.matches(typed, password)) {
      return Outcome.refused(Refusal.invalid("password", "files.shared.wrong"));
    }
    response.addHeader(HttpHeaders.SET_COOKIE, cookie(lock.id(), password, request));
    return Outcome.done(true);
  }

  private String cookie(UUID id, String password, HttpServletRequest request) {
    var digest = digest(password);
    var told = ByteBuffer.allocate(Long.BYTES + digest.length);
    told.putLong(clock.instant().plus(HOLDS).getEpochSecond()).put(digest);
    var sealed = seal.close(SEAL, id, told.array());
    var path = request.getRequestURI().replaceAll("^(/[su]/[^/]+).*$", "$1");
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
