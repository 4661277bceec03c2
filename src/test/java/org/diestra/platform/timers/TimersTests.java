package org.diestra.platform.timers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.diestra.HouseTest;
import org.diestra.platform.base.Ids;
import org.diestra.platform.data.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@HouseTest
class TimersTests {
  private static final String PROBE = "timers:probe";
  @Autowired private Timers timers;
  @Autowired private TestClock testClock;
  @Autowired private Clock clock;
  @Autowired private Probe probe;
  @Autowired private JdbcClient jdbc;
  @Autowired private DataSource dataSource;
  @Autowired private List<Task<?>> tasks;
  @Autowired private TransactionTemplate transactions;
  private final String key = Ids.text(Ids.fresh());
  private Instant now;

  @BeforeEach
  void begin() {
    probe.rung.clear();
    probe.failures = 0;
    now = clock.instant();
  }

  @Test
  void whatFallsDueOnTheWayRingsInOrderAtItsTime() throws InterruptedException {
    timers.at(now.plus(Duration.ofDays(10)), PROBE, "third");
    timers.at(now.plus(Duration.ofHours(1)), PROBE, "first");
    timers.at(now.plus(Duration.ofDays(2)), PROBE, "second");
    timers.at(now.plus(Duration.ofDays(15)), PROBE, key);

    testClock.moveTo(now.plus(Duration.ofDays(12)));

    assertThat(probe.keys()).containsExactly("first", "second", "third");
    assertThat(probe.rung)
        .allSatisfy(
            r -> assertThat(Duration.between(r.dueAt(), r.at())).isLessThan(Duration.ofMinutes(1)));
    timers.cancel(PROBE, key);
  }

  @Test
  void aTimerSetByATimerRingsOnTheSameWay() throws InterruptedException {
    timers.at(now.plus(Duration.ofDays(1)), "timers:chain", "3");

    testClock.moveTo(now.plus(Duration.ofDays(10)));

    assertThat(probe.keys()).containsExactly("3", "2", "1", "0");
  }

  @Test
  void whatIsDueAlreadyRingsAfterTheCommit() throws InterruptedException {
    timers.at(now, PROBE, key);
    for (int i = 0; i < 1500 && probe.rung.isEmpty(); i++) {
      Thread.sleep(10);
    }
    assertThat(probe.rung).extracting(Probe.Rung::dueAt).containsExactly(now);
  }

  @Test
  void settingTwiceRingsOnce() throws InterruptedException {
    var due = now.plus(Duration.ofHours(1));
    timers.at(due, PROBE, key);
    timers.at(due, PROBE, key);
    timers.at(due.plusSeconds(60), PROBE, key);

    testClock.moveTo(due.plusSeconds(120));

    assertThat(probe.rung).extracting(Probe.Rung::dueAt).containsExactly(due, due.plusSeconds(60));
  }

  @Test
  void whatIsTakenBackDoesNotRing() throws InterruptedException {
    timers.at(now.plusSeconds(3600), PROBE, key);
    timers.at(now.plusSeconds(7200), PROBE, key);
    timers.at(now.plusSeconds(3600), PROBE, key + "/other");
    timers.cancel(PROBE, key);

    assertThat(timers.set(PROBE, key)).isEmpty();
    testClock.moveTo(now.plusSeconds(9000));
    assertThat(probe.keys()).containsExactly(key + "/other");
  }

  @Test
  void whatIsRolledBackWasNeverSet() {
    transactions.executeWithoutResult(tx -> {
      timers.at(now.plusSeconds(3600), PROBE, key);
      assertThat(timers.set(PROBE, key)).hasSize(1);
      tx.setRollbackOnly();
    });
    assertThat(timers.set(PROBE, key)).isEmpty();
  }

  @Test
  void whatFailsIsTriedAgainLaterEachTime() throws InterruptedException {
    probe.failures = 3;
    timers.at(now.plusSeconds(60), PROBE, key);

    testClock.moveTo(now.plus(Duration.ofDays(1)));

    assertThat(probe.keys()).containsExactly(key, key, key, key);
    assertThat(Duration.between(probe.rung.get(2).at(), probe.rung.get(3).at()))
        .isGreaterThanOrEqualTo(Duration.ofMinutes(5));
    assertThat(timers.givenUp()).noneMatch(g -> g.key().equals(key));
  }

  @Test
  void whatAlwaysFailsIsGivenUpAndCanBeTriedAgain() throws InterruptedException {
    probe.failures = 9;
    var due = now.plusSeconds(60);
    timers.at(due, PROBE, key);

    testClock.moveTo(now.plus(Duration.ofDays(4)));

    var given =
        timers.givenUp().stream().filter(g -> g.key().equals(key)).findFirst().orElseThrow();
    assertThat(given.failures()).isEqualTo(9);
    assertThat(given.error()).contains("as told");
    assertThat(timers.set(PROBE, key)).isEmpty();

    assertThat(timers.tryAgain(PROBE, key, given.dueAt())).isTrue();
    assertThat(timers.tryAgain(PROBE, key, given.dueAt())).isFalse();
    testClock.moveTo(clock.instant().plusSeconds(60));
    assertThat(probe.rung).hasSize(10).last().extracting(Probe.Rung::dueAt).isEqualTo(due);
    assertThat(timers.givenUp()).noneMatch(g -> g.key().equals(key));
  }

  @Test
  void aTimerWithoutAModuleIsGivenUpInTheEnd() throws InterruptedException {
    timers.at(now.plusSeconds(60), "timers:nobody", key);
    testClock.moveTo(now.plus(Duration.ofDays(4)));
    assertThat(timers.givenUp()).anyMatch(g -> g.key().equals(key) && g.error().contains("nobody"));
  }

  /** As if the process had been killed in the middle of it: picked, and no more sign of life. */
  @Test
  void whatACrashCutOffRingsAgain() {
    var due = now.plus(Duration.ofDays(365));
    timers.at(due, PROBE, key);
    jdbc.sql(
            """
            update timers.task set picked = true, picked_by = 'gone', last_heartbeat = :then
            where key = :key
            """)
        .param("then", Row.at(due))
        .param("key", key)
        .update();
    var later = new SettableClock();
    later.set(due.plus(Duration.ofHours(1)));
    var scheduler =
        TestHelper.createManualScheduler(dataSource, tasks)
            .clock(later)
            .tableName("timers.task")
            .build();

    scheduler.runDeadExecutionDetection();
    assertThat(timers.set(PROBE, key)).hasSize(1);
    assertThat(
            jdbc.sql("select picked from timers.task where key = :key")
                .param("key", key)
                .query(Boolean.class)
                .single())
        .isFalse();
    timers.cancel(PROBE, key);
  }

  @Test
  void sweepsThatWereMissedAreMadeUpForOnce() throws InterruptedException {
    probe.swept.clear();
    testClock.moveTo(now.plus(Duration.ofHours(20)));
    assertThat(probe.swept).isNotEmpty();
    // once more on the way where another timer stops the clock, and then not within its hour
    assertThat(probe.swept).hasSizeLessThan(20);
    assertThat(probe.swept.getLast()).isAfter(now.plus(Duration.ofHours(19)));
  }

  @Test
  void theClockNeverGoesBack() throws InterruptedException {
    assertThat(testClock.moveTo(now.minusSeconds(1))).isEmpty();
    assertThat(clock.instant()).isAfterOrEqualTo(now);
  }

  @Test
  void keysAndNamesAreChecked() {
    assertThatIllegalArgumentException().isThrownBy(() -> timers.at(now, PROBE, ""));
    assertThatIllegalArgumentException().isThrownBy(() -> timers.at(now, PROBE, "x".repeat(201)));
    assertThatIllegalArgumentException().isThrownBy(() -> timers.at(now, "no name", key));
  }
}
