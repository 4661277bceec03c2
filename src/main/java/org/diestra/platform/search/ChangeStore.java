package org.diestra.platform.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.diestra.platform.data.Row;
import org.diestra.platform.page.OperatorEntry.Waiting;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What was changed, for every index that follows, and how far each has come. */
@Component
class ChangeStore {
  private static final Logger LOG = LoggerFactory.getLogger(ChangeStore.class);
  private static final int FETCHED = 500;

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final TransactionTemplate transactions;

  ChangeStore(JdbcClient jdbc, JsonMapper json, TransactionTemplate transactions) {
    this.jdbc = jdbc;
    this.json = json;
    this.transactions = transactions;
  }

  /**
   * @param entry the new state, or null: it is gone
   */
  record Change(Kind kind, UUID id, @Nullable Entry entry) {}

  /** Takes in one change. */
  interface Follower {
    void take(Change change);
  }

  void put(Entry entry) {
    write(entry.kind(), entry.id(), json.writeValueAsString(entry));
  }

  void remove(Kind kind, UUID id) {
    write(kind, id, null);
  }

  private void write(Kind kind, UUID id, @Nullable String entry) {
    jdbc.sql(
            """
            insert into search.change (kind, id, entry)
            values (:kind, :id, cast(:entry as jsonb))
            on conflict (kind, id) do update
              set entry = excluded.entry, xact = excluded.xact
            """)
        .param("kind", kind.name())
        .param("id", id)
        .param("entry", entry)
        .update();
  }

  /**
   * Hands over what has been committed since a position. The position is a snapshot: what committed
   * after it was taken is new, even if it began before or long ago.
   *
   * @return the position to go on from, once all that was handed over is kept
   */
  String since(String position, Follower follower) {
    var reached = new AtomicReference<>(position);
    transactions.executeWithoutResult(tx ->
        jdbc.sql(
                """
                select pg_current_snapshot()::text as reached, kind, id, entry
                from (select cast(:position as pg_snapshot) as known) as before
                left join search.change
                  on xact >= pg_snapshot_xmin(known)
                  and not pg_visible_in_snapshot(xact, known)
                """)
            .withFetchSize(FETCHED)
            .param("position", position)
            .query(row -> {
              reached.set(Row.text(row, "reached"));
              take(row, follower);
            }));
    return reached.get();
  }

  /** How many changes the index that is furthest behind has not durably taken in. */
  Waiting behind() {
    return jdbc.sql(
            """
            select coalesce(max(behind), 0) as behind from (
              select count(*) as behind
              from search.reader
              join search.change on xact >= pg_snapshot_xmin(position)
                and not pg_visible_in_snapshot(xact, position)
              group by index) as each
            """)
        .query((row, n) -> new Waiting(Row.bigint(row, "behind"), null))
        .single();
  }

  private void take(ResultSet row, Follower follower) throws SQLException {
    var kind = Row.labelOrNull(row, "kind", Kind.class);
    if (kind == null) {
      return; // nothing changed: only the position
    }
    var id = Row.id(row, "id");
    var text = Row.textOrNull(row, "entry");
    try {
      follower.take(new Change(kind, id, text == null ? null : json.readValue(text, Entry.class)));
    } catch (JacksonException e) {
      LOG.error("search: {} {} can't be read and is left as it was", kind, id, e);
    }
  }

  /** Which database this is, in which life: a restored copy or another server differs. */
  String life() {
    return jdbc.sql(
            """
            select concat_ws('/', system_identifier, timeline_id, oid)
            from pg_control_system(), pg_control_checkpoint(), pg_database
            where datname = current_database()
            """)
        .query(String.class)
        .single();
  }

  /** From now on no change is cleared away before this index has it. Answers where it begins. */
  String begin(UUID index) {
    return jdbc.sql("insert into search.reader (index) values (:index) returning position::text")
        .param("index", index)
        .query(String.class)
        .single();
  }

  boolean knows(UUID index) {
    return jdbc.sql("select exists (select from search.reader where index = :index)")
        .param("index", index)
        .query(Boolean.class)
        .single();
  }

  /** False when this index had been given up, so that it may have missed changes. */
  boolean reached(UUID index, String position) {
    return jdbc.sql(
                """
                update search.reader
                set position = cast(:position as pg_snapshot), seen_at = now()
                where index = :index
                """)
            .param("index", index)
            .param("position", position)
            .update()
        == 1;
  }

  void end(UUID index) {
    jdbc.sql("delete from search.reader where index = :index").param("index", index).update();
  }

  /**
   * Clears away what every index has. One that was not heard of for a day is given up; that day is
   * the machine's and not the application's, whose clock may be moved.
   */
  void tidy() {
    jdbc.sql("delete from search.reader where seen_at < now() - interval '1 day'").update();
    jdbc.sql(
            """
            delete from search.change
            where exists (select from search.reader)
              and not exists (select from search.reader where pg_snapshot_xmin(position) <= xact)
            """)
        .update();
  }
}
