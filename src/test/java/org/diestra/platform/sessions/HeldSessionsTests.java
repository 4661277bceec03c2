package org.diestra.platform.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.MapSession;

class HeldSessionsTests {
  private final Kept kept = new Kept();
  private final HeldSessions<MapSession> held = new HeldSessions<>(kept);
  private String id = "";

  @BeforeEach
  void somebodyHasASession() {
    var session = held.createSession();
    held.save(session);
    id = session.getId();
    kept.asked.clear();
    HeldSessions.begin();
  }

  @AfterEach
  void end() {
    HeldSessions.end();
  }

  @Test
  void aVisitWithinAMinuteIsAskedForOnceAndNotNoted() {
    var session = visit(Duration.ofSeconds(59));
    held.save(session);
    assertThat(held.findById(id)).isSameAs(session);
    assertThat(kept.asked).containsExactly("find");
  }

  @Test
  void aVisitAfterAMinuteIsNotedOnce() {
    var session = visit(Duration.ofSeconds(60));
    held.save(session);
    held.save(session);
    assertThat(kept.asked).containsExactly("find", "save");
  }

  @Test
  void whatChangesIsKeptAtOnce() {
    for (var change : changes()) {
      var session = visit(Duration.ofSeconds(1));
      change.accept(session);
      held.save(session);
      assertThat(kept.asked).containsExactly("find", "save");
      id = session.getId();
      kept.asked.clear();
      HeldSessions.begin();
    }
  }

  private static List<java.util.function.Consumer<HeldSession<MapSession>>> changes() {
    return List.of(
        session -> session.setAttribute("a", 1),
        session -> session.removeAttribute("a"),
        session -> session.setMaxInactiveInterval(Duration.ofDays(1)),
        HeldSession::changeSessionId);
  }

  @Test
  void whatWasEndedElsewhereIsGoneForTheNextRequest() {
    held.save(visit(Duration.ofSeconds(1)));
    kept.deleteById(id); // by another node
    HeldSessions.end();
    HeldSessions.begin();
    assertThat(held.findById(id)).isNull();
  }

  @Test
  void whatWasEndedHereIsGoneAtOnce() {
    held.save(visit(Duration.ofSeconds(1)));
    held.deleteById(id);
    assertThat(held.findById(id)).isNull();
  }

  private HeldSession<MapSession> visit(Duration later) {
    var session = Objects.requireNonNull(held.findById(id));
    session.setLastAccessedTime(session.getLastAccessedTime().plus(later));
    return session;
  }

  /** A database of sessions that notes what it is asked. */
  private static final class Kept implements FindByIndexNameSessionRepository<MapSession> {
    private final Map<String, MapSession> sessions = new HashMap<>();
    private final List<String> asked = new ArrayList<>();

    @Override
    public MapSession createSession() {
      var session = new MapSession();
      session.setLastAccessedTime(Instant.parse("2026-03-01T10:00:00Z"));
      session.setMaxInactiveInterval(Duration.ofDays(36_500));
      return session;
    }

    @Override
    public void save(MapSession session) {
      asked.add("save");
      sessions.remove(session.getOriginalId());
      sessions.put(session.getId(), new MapSession(session));
    }

    @Override
    public @Nullable MapSession findById(String id) {
      asked.add("find");
      var found = sessions.get(id);
      return found == null ? null : new MapSession(found);
    }

    @Override
    public void deleteById(String id) {
      asked.add("delete");
      sessions.remove(id);
    }

    @Override
    public Map<String, MapSession> findByIndexNameAndIndexValue(String name, String value) {
      return Map.of();
    }
  }
}
