package org.diestra.platform.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.diestra.platform.base.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The record of who did what. It is written in the transaction of the deed, so that neither is
 * there without the other, and can't be changed afterwards: the application may only add and read.
 */
@Component
public class Audit {
  private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};

  private static final ScopedValue<String> WAY = ScopedValue.newInstance();

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  Audit(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /** A deed as it was recorded. */
  public record Entry(UUID id, Instant at, Deed deed) {
    /** Where the next page begins. */
    public Mark mark() {
      return new Mark(at, id);
    }
  }

  /** A place in the record, between two entries. */
  public record Mark(Instant at, UUID id) {}

  /**
   * All that is recorded within says by which way it came, where that is not a page of somebody
   * signed in.
   *
   * @param way a word in lower case: {@code link-in-mail}
   */
  public static <R, X extends Throwable> R through(
      String way, ScopedValue.CallableOp<? extends R, X> action) throws X {
    return ScopedValue.where(WAY, way).call(action);
  }

  /** By which way what is done now came; empty for a page. */
  public static Optional<String> way() {
    return WAY.isBound() ? Optional.of(WAY.get()) : Optional.empty();
  }

  /** Must be called within the deed's transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(Deed deed) {
    var who = deed.person();
    if (who == null) {
      who = Caller.current().flatMap(Caller::id).orElse(null);
    }
    var row = new HashMap<String, @Nullable Object>();
    row.put("id", Ids.fresh());
    row.put("at", Row.at(clock.instant()));
    row.put("person", who);
    row.put("onBehalfOf", deed.onBehalfOf());
    row.put("module", deed.module());
    row.put("action", deed.action());
    row.put("subjectType", deed.subjectType());
    row.put("subject", deed.subject());
    row.put("from", deed.from());
    row.put("to", deed.to());
    row.put("details", json.writeValueAsString(details(deed)));
    jdbc.sql(
            """
            insert into data.audit (id, at, person, on_behalf_of, module, action,
              subject_type, subject, from_state, to_state, details)
            values (:id, :at, cast(:person as uuid), cast(:onBehalfOf as uuid), :module, :action,
              :subjectType, cast(:subject as uuid), :from, :to, cast(:details as jsonb))
            """)
        .params(row)
        .update();
  }

  private static Map<String, Object> details(Deed deed) {
    return way().map(way -> deed.with("way", way)).orElse(deed).details();
  }

  /**
   * Which entries are looked for; what is null is not asked for.
   *
   * @param person who did it
   * @param subject the thing it was done to
   * @param module the id of a module
   * @param action a word, as the module wrote it
   * @param from not before this
   * @param to before this
   */
  public record Wanted(
      @Nullable UUID person,
      @Nullable UUID subject,
      @Nullable String module,
      @Nullable String action,
      @Nullable Instant from,
      @Nullable Instant to) {}

  /**
   * The newest entries before a mark, newest first.
   *
   * @param person only what that person did, or null for all
   * @param subject only what was done to that thing, or null for all
   * @param before null for the first page
   * @param limit 1–200 entries
   */
  public List<Entry> page(
      @Nullable UUID person, @Nullable UUID subject, @Nullable Mark before, int limit) {
    return page(new Wanted(person, subject, null, null, null, null), before, limit);
  }

  /** The same, for more that can be asked. */
  public List<Entry> page(Wanted wanted, @Nullable Mark before, int limit) {
    var where = new StringBuilder("true");
    var values = new HashMap<String, Object>();
    narrow(where, values, " and person = :person", "person", wanted.person());
    narrow(where, values, " and subject = :subject", "subject", wanted.subject());
    narrow(where, values, " and module = :module", "module", wanted.module());
    narrow(where, values, " and action = :action", "action", wanted.action());
    narrow(where, values, " and at >= :from", "from", wanted.from());
    narrow(where, values, " and at < :to", "to", wanted.to());
    if (before != null) {
      narrow(where, values, " and (at, id) < (:mark, :markId)", "mark", before.at());
      values.put("markId", before.id());
    }
    values.put("limit", Math.clamp(limit, 1, 200));
    return jdbc.sql(
            """
            select id, at, person, on_behalf_of, module, action,
              subject_type, subject, from_state, to_state, details
            from data.audit
            where %s
            order by at desc, id desc
            limit :limit
            """
                .formatted(where))
        .params(values)
        .query((row, n) -> entry(row))
        .list();
  }

  /** Only what is asked for stands in the statement, so that the right index is taken. */
  private static void narrow(
      StringBuilder where,
      Map<String, Object> values,
      String condition,
      String name,
      @Nullable Object value) {
    if (value != null) {
      where.append(condition);
      values.put(name, value instanceof Instant at ? Row.at(at) : value);
    }
  }

  /**
   * The newest entries about one thing that are some modules' own, newest first.
   *
   * @param limit 1–200 entries
   */
  public List<Entry> about(UUID subject, Collection<String> modules, int limit) {
    return jdbc.sql(
            """
            select id, at, person, on_behalf_of, module, action,
              subject_type, subject, from_state, to_state, details
            from data.audit
            where subject = :subject and module = any(:modules)
            order by at desc, id desc
            limit :limit
            """)
        .param("subject", subject)
        .param("modules", modules.toArray(String[]::new))
        .param("limit", Math.clamp(limit, 1, 200))
        .query((row, n) -> entry(row))
        .list();
  }

  private Entry entry(ResultSet row) throws SQLException {
    var deed =
        new Deed(
            Row.idOrNull(row, "person"),
            Row.idOrNull(row, "on_behalf_of"),
            Row.text(row, "module"),
            Row.text(row, "action"),
            Row.textOrNull(row, "subject_type"),
            Row.idOrNull(row, "subject"),
            Row.textOrNull(row, "from_state"),
            Row.textOrNull(row, "to_state"),
            json.readValue(Row.text(row, "details"), DETAILS));
    return new Entry(Row.id(row, "id"), Row.instant(row, "at"), deed);
  }
}
