package org.diestra.platform.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.diestra.HouseTest;
import org.diestra.OpenSessions;
import org.diestra.People;
import org.diestra.platform.accounts.PersonAuthentication;
import org.diestra.platform.accounts.PersonId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.transaction.support.TransactionTemplate;

/** Lines as a browser holds them. */
@HouseTest
class LiveTests {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  @Autowired private Live live;
  @Autowired private LiveStore store;
  @Autowired private Switchboard switchboard;
  @Autowired private Signal signal;
  @Autowired private OpenSessions sessions;
  @Autowired private People people;
  @Autowired private TransactionTemplate transaction;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;
  @LocalServerPort private int port;
  private PersonId ana;

  @BeforeEach
  void somebody() {
    ana = people.assistant("Ana").id();
  }

  @Test
  void whatIsToldArrivesOnceAndInOrder() throws Exception {
    try (var line = Line.open(port, sessions.cookie(ana), null)) {
      assertThat(line.type()).startsWith("text/event-stream");
      for (int i = 0; i < 30; i++) {
        live.tell(ana, "thread", "t" + i);
      }
      await().atMost(PATIENCE).until(() -> line.heard().size() >= 30);
      assertThat(line.heard().stream().map(Line.Heard::id).toList()).isEqualTo(numbers(1, 30));
      assertThat(line.names().getFirst()).isEqualTo("thread-t0");
      assertThat(line.names().getLast()).isEqualTo("thread-t29");
    }
  }

  @Test
  void whatARolledBackTransactionToldIsNeverHeard() throws Exception {
    try (var line = Line.open(port, sessions.cookie(ana), null)) {
      transaction.executeWithoutResult(tx -> {
        live.tell(ana, "thread", "gone");
        tx.setRollbackOnly();
      });
      transaction.executeWithoutResult(tx -> {
        live.tell(ana, "thread", "there");
        live.tell(ana, "thread", "there");
      });
      await().atMost(PATIENCE).until(() -> !line.heard().isEmpty());
      assertThat(line.heard()).containsExactly(new Line.Heard(1, "told", "thread-there"));
    }
  }

  @Test
  void aLineThatBrokeIsToldWhatItMissedAndNothingTwice() throws Exception {
    var cookie = sessions.cookie(ana);
    var first = Line.open(port, cookie, null);
    live.tell(ana, "thread", "a");
    await().atMost(PATIENCE).until(() -> first.heard().size() == 1);
    first.close();
    for (int i = 0; i < 250; i++) { // more than are fetched at once
      live.tell(ana, "thread", "missed" + i);
    }
    try (var second = Line.open(port, cookie, 1L)) {
      live.tell(ana, "notices", "");
      await().atMost(PATIENCE).until(() -> second.heard().size() >= 251);
      assertThat(second.heard().stream().map(Line.Heard::id).toList()).isEqualTo(numbers(2, 252));
      assertThat(second.names().getLast()).isEqualTo("notices");
    }
  }

  @Test
  void whoMissedTooMuchLoadsEverythingAnew() throws Exception {
    for (int i = 0; i < 3; i++) {
      live.tell(ana, "thread", "x" + i);
    }
    jdbc.sql("delete from live.event where person = :p and sequence < 3")
        .param("p", ana.value())
        .update();
    try (var line = Line.open(port, sessions.cookie(ana), 0L)) {
      await().atMost(PATIENCE).until(() -> !line.heard().isEmpty());
      assertThat(line.heard()).containsExactly(new Line.Heard(3, "reset", "reset"));
    }
    try (var line = Line.open(port, sessions.cookie(ana), 77L)) { // of another house, say
      await().atMost(PATIENCE).until(() -> !line.heard().isEmpty());
      assertThat(line.heard()).containsExactly(new Line.Heard(3, "reset", "reset"));
    }
  }

  @Test
  void aTransactionThatCommitsLaterHasTheHigherNumber() throws Exception {
    var order = new ArrayList<Long>();
    var second = new Thread[1];
    transaction.executeWithoutResult(tx -> {
      store.write(List.of(new Live.News(ana, "thread", "first")), clock.instant());
      second[0] = Thread.ofPlatform().start(() -> live.tell(ana, "thread", "second"));
      await().atMost(PATIENCE).until(this::somebodyWaitsForALine);
      order.add(seen());
    });
    second[0].join();
    order.add(seen());
    assertThat(order).containsExactly(0L, 2L);
    assertThat(
            jdbc.sql("select key from live.event where person = :p order by sequence")
                .param("p", ana.value())
                .query(String.class)
                .list())
        .containsExactly("first", "second");
  }

  /** What another transaction sees: neither, as long as the one with the lower number is open. */
  private long seen() {
    var result = new long[1];
    try {
      Thread.ofPlatform().start(() -> result[0] = store.last(ana)).join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return result[0];
  }

  private boolean somebodyWaitsForALine() {
    return jdbc.sql(
            """
            select exists (select from pg_stat_activity
              where wait_event_type = 'Lock' and query like '%live.line%'
                and pid <> pg_backend_pid())
            """)
        .query(Boolean.class)
        .single();
  }

  @Test
  void withoutTheSignalTheHouseLooksForItself() throws Exception {
    try (var line = Line.open(port, sessions.cookie(ana), null)) {
      signal.close();
      live.tell(ana, "thread", "quiet");
      await().atMost(PATIENCE).until(() -> line.names().contains("thread-quiet"));
      await().atMost(PATIENCE).until(signal::isUp);
      live.tell(ana, "thread", "again");
      await().atMost(PATIENCE).until(() -> line.names().contains("thread-again"));
      assertThat(line.heard()).hasSize(2);
    }
  }

  @Test
  void oneHasSoManyLinesAndTheOldestGivesWay() throws Exception {
    var cookie = sessions.cookie(ana);
    var oldest = Line.open(port, cookie, null);
    var open = new ArrayList<Line>();
    for (int i = 0; i < Switchboard.MOST_EACH; i++) {
      open.add(Line.open(port, cookie, null));
    }
    await().atMost(PATIENCE).until(oldest::ended);
    assertThat(switchboard.count(ana)).isEqualTo(Switchboard.MOST_EACH);
    live.tell(ana, "notices", "");
    for (var line : open) {
      await().atMost(PATIENCE).until(() -> line.names().equals(List.of("notices")));
      line.close();
    }
    // nobody says goodbye: the next words find the other end gone
    await()
        .atMost(PATIENCE)
        .until(() -> {
          live.tell(ana, "notices", "");
          return switchboard.count(ana) == 0;
        });
  }

  /**
   * Lines of the last round break while those of this one begin: with the server's objects used
   * again (processor-cache), one of about thirty rounds lost a line that nobody had closed.
   */
  @Test
  void whoGoesWithoutAWordEndsNobodyElsesLine() throws Exception {
    for (int round = 0; round < 40; round++) {
      var person = people.assistant("Ben").id();
      var cookie = sessions.cookie(person);
      var open = new ArrayList<Line>();
      for (int i = 0; i < Switchboard.MOST_EACH; i++) {
        open.add(Line.open(port, cookie, null));
      }
      assertThat(switchboard.count(person)).isEqualTo(Switchboard.MOST_EACH);
      live.tell(person, "notices", "");
      for (var line : open) {
        line.close();
      }
    }
  }

  @Test
  void aGuestIsToldNotToComeAgain() throws Exception {
    try (var line = Line.open(port, null, null)) {
      assertThat(line.status()).isEqualTo(204);
    }
  }

  @Test
  void theLineEndsWithTheSession() throws Exception {
    try (var line = Line.open(port, sessions.cookie(ana), null)) {
      assertThat(line.status()).isEqualTo(200);
      jdbc.sql("delete from accounts.session where principal_name = :p")
          .param("p", ana.toString())
          .update();
      switchboard.left(new LogoutSuccessEvent(new PersonAuthentication(ana)));
      await().atMost(PATIENCE).until(line::ended);
      assertThat(switchboard.count(ana)).isZero();
    }
  }

  @Test
  void eventsAreKeptForADay() {
    live.tell(ana, "thread", "old");
    assertThat(store.forget(clock.instant().minus(Duration.ofHours(24)))).isNotNegative();
    assertThat(events()).isEqualTo(1);
    store.forget(clock.instant().plusSeconds(1));
    assertThat(events()).isZero();
  }

  private long events() {
    return jdbc.sql("select count(*) from live.event where person = :p")
        .param("p", ana.value())
        .query(Long.class)
        .single();
  }

  private static List<Long> numbers(long from, long to) {
    return LongStream.rangeClosed(from, to).boxed().toList();
  }
}
