package org.diestra.platform.sessions;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How lately the person in this browser proved who they are. A session may be weeks old, and
 * somebody else's hands on it; what would let them stay for good asks for a fresh proof.
 */
@Component
public class Proofs {
  static final Duration HOLDS = Duration.ofMinutes(10);
  private static final String AT = "proven";
  private final Audit audit;
  private final Clock clock;

  Proofs(Audit audit, Clock clock) {
    this.audit = audit;
    this.clock = clock;
  }

  /** Whether they signed in or proved it again within the last ten minutes. */
  public boolean recent(HttpServletRequest request) {
    var session = request.getSession(false);
    return session != null
        && session.getAttribute(AT) instanceof Instant at
        && at.plus(HOLDS).isAfter(clock.instant());
  }

  /**
   * They have just proved it again. The session goes on under a new id.
   *
   * @param way one word for the record: {@code password}, {@code passkey}
   */
  @Transactional
  public void renew(HttpServletRequest request, PersonId person, String way) {
    note(request.getSession(), clock.instant());
    request.changeSessionId();
    audit.record(
        Deed.of("sessions", "prove")
            .by(person.value())
            .on("person", person.value())
            .with("way", way));
  }

  static void note(HttpSession session, Instant at) {
    session.setAttribute(AT, at);
  }
}
