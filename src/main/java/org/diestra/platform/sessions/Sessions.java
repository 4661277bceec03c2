package org.diestra.platform.sessions;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.diestra.platform.accounts.PersonAuthentication;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Token;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Begins and ends a person's sessions. They stand in the database, so a restart signs nobody out.
 */
@Service
public class Sessions {
  private static final String AGENT = "agent";
  private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
  private final FindByIndexNameSessionRepository<? extends Session> kept;
  private final Audit audit;
  private final Clock clock;

  Sessions(FindByIndexNameSessionRepository<? extends Session> kept, Audit audit, Clock clock) {
    this.kept = kept;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Signs the person in, in this browser: under a new session id, so that none can be planted.
   *
   * @param way how they proved it, one word for the record: {@code password}, {@code passkey}
   */
  @Transactional
  public void begin(
      HttpServletRequest request, HttpServletResponse response, PersonId person, String way) {
    var old = request.getSession(false);
    if (old != null) {
      old.invalidate();
    }
    var agent = Agent.of(request.getHeader(HttpHeaders.USER_AGENT));
    var session = request.getSession(true);
    session.setAttribute(AGENT, agent);
    Proofs.note(session, clock.instant());
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(new PersonAuthentication(person));
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
    audit.record(
        deed("begin", person)
            .with("way", way)
            .with("browser", agent.browser())
            .with("system", agent.system()));
  }

  /** Ends every session of that person, this browser's too. */
  @Transactional
  public void endAll(PersonId person) {
    kept.findByPrincipalName(person.toString()).keySet().forEach(kept::deleteById);
    audit.record(deed("end-all", person));
  }

  /**
   * Ends every session of that person but this browser's. To be called before {@link Proofs#renew},
   * whose new id for this one is not yet known to the database.
   *
   * @return how many there were
   */
  @Transactional
  public int endOthers(HttpServletRequest request, PersonId person) {
    var here = idOf(request);
    var others =
        kept.findByPrincipalName(person.toString()).values().stream()
            .filter(session -> !session.getId().equals(here))
            .toList();
    others.forEach(session -> kept.deleteById(session.getId()));
    audit.record(deed("end-others", person).with("ended", others.size()));
    return (int) others.stream().filter(session -> !session.isExpired()).count();
  }

  /**
   * Ends one session of that person.
   *
   * @param handle as {@link OpenSession} names it
   * @throws NotFound if the person has no such session, whoever else may
   */
  @Transactional
  public void end(PersonId person, String handle) {
    var id =
        kept.findByPrincipalName(person.toString()).keySet().stream()
            .filter(one -> handleOf(one).equals(handle))
            .findFirst()
            .orElseThrow(NotFound::new);
    kept.deleteById(id);
    audit.record(deed("end", person));
  }

  /** The person's living sessions: this browser's first, then the one seen last. */
  List<OpenSession> of(HttpServletRequest request, PersonId person) {
    var here = idOf(request);
    return kept.findByPrincipalName(person.toString()).values().stream()
        .filter(session -> !session.isExpired())
        .map(session -> view(session, here))
        .sorted(Comparator.comparing(OpenSession::here).thenComparing(OpenSession::seen).reversed())
        .toList();
  }

  private static OpenSession view(Session session, @Nullable String here) {
    return new OpenSession(
        handleOf(session.getId()),
        Optional.ofNullable(session.<Agent>getAttribute(AGENT)).orElse(Agent.UNKNOWN),
        session.getCreationTime(),
        session.getLastAccessedTime(),
        session.getId().equals(here));
  }

  private static @Nullable String idOf(HttpServletRequest request) {
    var session = request.getSession(false);
    return session == null ? null : session.getId();
  }

  /** A page must not hold an id that opens a session, so it names one by its hash. */
  private static String handleOf(String id) {
    return new Token(id).hash();
  }

  private static Deed deed(String action, PersonId person) {
    return Deed.of("sessions", action).by(person.value()).on("person", person.value());
  }
}
