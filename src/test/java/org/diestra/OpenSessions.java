package org.diestra;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.diestra.platform.accounts.PersonAuthentication;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/** Signs people in to a real browser without asking for a password: hashing takes its time. */
@Component
public class OpenSessions {
  private final SessionRepository<? extends Session> sessions;

  OpenSessions(SessionRepository<? extends Session> sessions) {
    this.sessions = sessions;
  }

  /** The same for somebody who proved a moment ago who they are. */
  public void signInProven(BrowserContext window, PersonId person, String address, Instant now) {
    var cookie = new Cookie("session", provenCookie(person, now)).setUrl(address);
    window.addCookies(List.of(cookie));
  }

  /** From now on this browser's window is that person's. */
  public void signIn(BrowserContext window, PersonId person, String address) {
    var cookie = new Cookie("session", cookie(person)).setUrl(address);
    window.addCookies(List.of(cookie));
  }

  /** A new session of that person: the value of its cookie. */
  public String cookie(PersonId person) {
    return cookie(sessions, person, null);
  }

  /** The same of one who proved then who they are. */
  public String provenCookie(PersonId person, Instant then) {
    return cookie(sessions, person, then);
  }

  private static <S extends Session> String cookie(
      SessionRepository<S> sessions, PersonId person, @Nullable Instant proven) {
    var session = sessions.createSession();
    if (proven != null) {
      session.setAttribute("proven", proven);
    }
    session.setAttribute(
        HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
        new SecurityContextImpl(new PersonAuthentication(person)));
    sessions.save(session);
    return Base64.getEncoder().encodeToString(session.getId().getBytes(StandardCharsets.UTF_8));
  }
}
