package org.diestra.platform.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Between the password and the second step: the browser's session knows whose password was right,
 * and is nobody's yet. It ends after ten minutes.
 */
@Component
public class HalfWay {
  private static final String NAME = "half-way";
  private static final Duration LIVES = Duration.ofMinutes(10);
  private final Devices devices;
  private final Clock clock;

  HalfWay(Devices devices, Clock clock) {
    this.devices = devices;
    this.clock = clock;
  }

  /**
   * @param next where the person wanted to go, or null
   * @param device the hash of this browser's token if it is known for the person, or null
   */
  public record Somebody(
      PersonId person, @Nullable String next, @Nullable String device, Instant since)
      implements Serializable {}

  /** Under a new session id, as at a sign-in. */
  void begin(HttpServletRequest request, PersonId person, @Nullable String next) {
    var device = devices.known(request, person).orElse(null);
    var old = request.getSession(false);
    if (old != null) {
      old.invalidate();
    }
    request
        .getSession(true)
        .setAttribute(NAME, new Somebody(person, next, device, clock.instant()));
  }

  /** Who it is; empty where nobody is, or for longer than ten minutes. */
  public Optional<Somebody> of(HttpServletRequest request) {
    var session = request.getSession(false);
    return session != null
            && session.getAttribute(NAME) instanceof Somebody somebody
            && somebody.since().plus(LIVES).isAfter(clock.instant())
        ? Optional.of(somebody)
        : Optional.empty();
  }
}
