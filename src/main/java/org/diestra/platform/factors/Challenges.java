package org.diestra.platform.factors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Component;

/**
 * What browsers were asked to sign, kept in their sessions: each once, for an hour, as the sign-in
 * page may stand open for a while before its field offers a passkey; the last five, as there may be
 * several tabs.
 */
@Component
class Challenges {
  private static final Duration LIVES = Duration.ofHours(1);
  private static final int KEPT = 5;
  private final Clock clock;

  Challenges(Clock clock) {
    this.clock = clock;
  }

  /** What an answer is good for. */
  enum Purpose {
    REGISTER,
    SIGN_IN
  }

  private record Asked(String challenge, Instant at) implements Serializable {}

  Bytes ask(HttpServletRequest request, Purpose purpose) {
    var session = request.getSession(true);
    var challenge = Bytes.random();
    var asked = open(session, purpose);
    asked.add(new Asked(challenge.toBase64UrlString(), clock.instant()));
    keep(session, purpose, asked);
    return challenge;
  }

  /** Whether this browser was asked that, for that, lately, and has not answered yet. */
  boolean take(HttpServletRequest request, Purpose purpose, String challenge) {
    var session = request.getSession(false);
    if (session == null) {
      return false;
    }
    var asked = open(session, purpose);
    boolean found = asked.removeIf(one -> one.challenge().equals(challenge));
    keep(session, purpose, asked);
    return found;
  }

  private List<Asked> open(HttpSession session, Purpose purpose) {
    var open = new ArrayList<Asked>();
    if (session.getAttribute(name(purpose)) instanceof Asked[] kept) {
      open.addAll(List.of(kept));
    }
    open.removeIf(one -> one.at().plus(LIVES).isBefore(clock.instant()));
    return open;
  }

  private static void keep(HttpSession session, Purpose purpose, List<Asked> asked) {
    var last = asked.subList(Math.max(0, asked.size() - KEPT), asked.size());
    session.setAttribute(name(purpose), last.toArray(Asked[]::new));
  }

  private static String name(Purpose purpose) {
    return "passkey-" + purpose;
  }
}
