package org.diestra.platform.sessions;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;

/** A session as one request holds it: it knows whether the database must hear of it again. */
final class HeldSession<S extends Session> implements Session {
  /** Who is still there is noted that often: each page would else wait for the disk. */
  private static final Duration VISIT = Duration.ofMinutes(1);

  private final S kept;
  private Instant noted;
  private boolean changed;

  private HeldSession(S kept, boolean changed) {
    this.kept = kept;
    this.noted = kept.getLastAccessedTime();
    this.changed = changed;
  }

  static <S extends Session> HeldSession<S> begun(S session) {
    return new HeldSession<>(session, true);
  }

  static <S extends Session> HeldSession<S> found(S session) {
    return new HeldSession<>(session, false);
  }

  S kept() {
    return kept;
  }

  boolean hasNews() {
    return changed || !getLastAccessedTime().isBefore(noted.plus(VISIT));
  }

  void saved() {
    noted = getLastAccessedTime();
    changed = false;
  }

  @Override
  public String getId() {
    return kept.getId();
  }

  @Override
  public String changeSessionId() {
    changed = true;
    return kept.changeSessionId();
  }

  @Override
  public <T> @Nullable T getAttribute(String name) {
    return kept.getAttribute(name);
  }

  @Override
  public Set<String> getAttributeNames() {
    return kept.getAttributeNames();
  }

  @Override
  public void setAttribute(String name, Object value) {
    changed = true;
    kept.setAttribute(name, value);
  }

  @Override
  public void removeAttribute(String name) {
    changed = true;
    kept.removeAttribute(name);
  }

  @Override
  public Instant getCreationTime() {
    return kept.getCreationTime();
  }

  @Override
  public void setLastAccessedTime(Instant at) {
    kept.setLastAccessedTime(at);
  }

  @Override
  public Instant getLastAccessedTime() {
    return kept.getLastAccessedTime();
  }

  @Override
  public void setMaxInactiveInterval(Duration longest) {
    changed = true;
    kept.setMaxInactiveInterval(longest);
  }

  @Override
  public Duration getMaxInactiveInterval() {
    return kept.getMaxInactiveInterval();
  }

  @Override
  public boolean isExpired() {
    return kept.isExpired();
  }
}
