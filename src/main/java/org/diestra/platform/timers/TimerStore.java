package org.diestra.platform.timers;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bigint;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.instantOrNull;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.diestra.platform.page.OperatorEntry.Waiting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows the scheduler picks from, and those it gave up. */
@Repository
class TimerStore {
  /** The scheduler's own name for what rings once; see {@link Ringing}. */
  static final String TIMER = "timer";

  /** And for what comes again. */
  static final String EVERY = "every";

  private final JdbcClient jdbc;

  TimerStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void set(Setting setting) {
    jdbc.sql(
            """
            insert into timers.task
              (task_name, task_instance, execution_time, picked, version, timer, key, due_at)
            values (:task, :instance, :due, false, 1, :timer, :key, :due)
            on conflict do nothing
            """)
        .param("task", TIMER)
        .param("instance", setting.text())
        .param("due", at(setting.dueAt()))
        .param("timer", setting.timer())
        .param("key", setting.key())
        .update();
  }

  void set(List<Setting> settings) {
    jdbc.sql(
            """
            insert into timers.task
              (task_name, task_instance, execution_time, picked, version, timer, key, due_at)
            select :task, s.instance, s.due, false, 1, s.timer, s.key, s.due
            from unnest(:instances, cast(:dues as timestamptz[]), :timers, :keys)
              as s(instance, due, timer, key)
            on conflict do nothing
            """)
        .param("task", TIMER)
        .param("instances", texts(settings, Setting::text))
        .param("dues", texts(settings, s -> s.dueAt().toString()))
        .param("timers", texts(settings, Setting::timer))
        .param("keys", texts(settings, Setting::key))
        .update();
  }

  private static String[] texts(List<Setting> settings, Function<Setting, String> what) {
    return settings.stream().map(what).toArray(String[]::new);
  }

  void cancel(String timer, String key) {
    jdbc.sql(
            """
            delete from timers.task
            where task_name = :task and timer = :timer and key = :key and not picked
            """)
        .param("task", TIMER)
        .param("timer", timer)
        .param("key", key)
        .update();
  }

  List<Instant> set(String timer, String key) {
    return jdbc.sql(
            """
            select execution_time from timers.task
            where task_name = :task and timer = :timer and key = :key
            order by execution_time
            """)
        .param("task", TIMER)
        .param("timer", timer)
        .param("key", key)
        .query((r, n) -> instant(r, "execution_time"))
        .list();
  }

  /** Begins what comes again; what waits longer than its rhythm says is brought forward. */
  void begin(Every every, Instant first) {
    jdbc.sql(
            """
            insert into timers.task
              (task_name, task_instance, execution_time, picked, version, timer, due_at, exact)
            values (:task, :name, :first, false, 1, :name, :first, :exact)
            on conflict (task_name, task_instance) do update
            set execution_time = least(timers.task.execution_time, :first), exact = :exact
            where not timers.task.picked
            """)
        .param("task", EVERY)
        .param("name", every.name())
        .param("first", at(first))
        .param("exact", every.rhythm() instanceof Every.Rhythm.Day)
        .update();
  }

  void endAllBut(Collection<String> names) {
    jdbc.sql("delete from timers.task where task_name = :task and task_instance <> all (:names)")
        .param("task", EVERY)
        .param("names", names.toArray(String[]::new))
        .update();
  }

  /** The next instant up to then at which a moved clock has to stop. */
  Optional<Instant> nextStop(Instant then) {
    return jdbc.sql(
            """
            select execution_time from timers.task
            where exact and execution_time <= :then
            order by execution_time limit 1
            """)
        .param("then", at(then))
        .query((r, n) -> instant(r, "execution_time"))
        .optional();
  }

  /** Whether nothing is due or running: no timer, and no event on its way to a listener. */
  boolean quiet(Instant now) {
    return jdbc.sql(
            """
            select not exists (select from timers.task where picked or execution_time <= :now)
              and not exists (select from timers.event_publication
                where completion_date is null and status is distinct from 'FAILED')
            """)
        .param("now", at(now))
        .query(Boolean.class)
        .single();
  }

  void giveUp(GivenUp one) {
    jdbc.sql(
            """
            insert into timers.given_up (timer, key, due_at, failures, error, at)
            values (:timer, :key, :due, :failures, :error, :at)
            on conflict (timer, key, due_at) do nothing
            """)
        .param("timer", one.timer())
        .param("key", one.key())
        .param("due", at(one.dueAt()))
        .param("failures", one.failures())
        .param("error", one.error())
        .param("at", at(one.at()))
        .update();
  }

  List<GivenUp> givenUp() {
    return jdbc.sql("select * from timers.given_up order by at desc limit 100")
        .query(TimerStore::oneGivenUp)
        .list();
  }

  long countGivenUp() {
    return jdbc.sql("select count(*) from timers.given_up").query(Long.class).single();
  }

  Waiting waitingGivenUp() {
    return jdbc.sql("select count(*) as timers, min(at) as oldest from timers.given_up")
        .query((r, n) -> new Waiting(bigint(r, "timers"), instantOrNull(r, "oldest")))
        .single();
  }

  /** Timers that should have rung by then and are not being rung. */
  Waiting overdue(Instant by) {
    return jdbc.sql(
            """
            select count(*) as timers, min(execution_time) as oldest from timers.task
            where execution_time < :by and not picked
            """)
        .param("by", at(by))
        .query((r, n) -> new Waiting(bigint(r, "timers"), instantOrNull(r, "oldest")))
        .single();
  }

  boolean takeBack(Setting setting) {
    return jdbc.sql(
                "delete from timers.given_up where timer = :timer and key = :key and due_at = :due")
            .param("timer", setting.timer())
            .param("key", setting.key())
            .param("due", at(setting.dueAt()))
            .update()
        == 1;
  }

  private static GivenUp oneGivenUp(ResultSet r, int n) throws SQLException {
    return new GivenUp(
        text(r, "timer"),
        text(r, "key"),
        instant(r, "due_at"),
        integer(r, "failures"),
        text(r, "error"),
        instant(r, "at"));
  }
}
