package org.diestra.office.calendar;

import static java.util.Objects.requireNonNull;
import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.atOrNull;
import static org.diestra.platform.data.Row.bigint;
import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.bytes;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.diestra.office.calendar.Objects.Timed;
import org.diestra.platform.icalendar.Timing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What stands in one calendar, as programs ask for it: by name, by time and by change. */
@Repository
class ObjectStore {
  private static final int AT_ONCE = 200; // rows in memory
  private static final int MOST_MASKED = 4_000_000; // characters of times
  private final JdbcClient jdbc;

  ObjectStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Which ones are looked for; what is null is not asked for.
   *
   * @param after changed by a later change than that
   * @param from not over before
   * @param to begun before
   */
  record Wanted(
      @Nullable Collection<String> names,
      @Nullable String kind,
      @Nullable Long after,
      @Nullable Instant from,
      @Nullable Instant to) {
    static final Wanted ALL = new Wanted(null, null, null, null, null);

    static Wanted named(Collection<String> names) {
      return new Wanted(names, null, null, null, null);
    }

    static Wanted after(long change) {
      return new Wanted(null, null, change, null, null);
    }

    private String @Nullable [] array() {
      return names == null ? null : names.toArray(String[]::new);
    }
  }

  /** Those of which the caller may read everything, by name. */
  List<Held> open(CalendarId calendar, Wanted wanted) {
    var values = new HashMap<String, Object>();
    var where = narrow(wanted, values);
    return jdbc.sql(
            """
            select id, name, uid, kind, etag, coalesce(tag, etag) as tag, change, made_at, changed_at, length(body) as size
            from calendar.object where calendar = :calendar %s order by name
            """
                .formatted(where))
        .param("calendar", calendar.value())
        .params(values)
        .query((r, n) -> open(r))
        .list();
  }

  /** Only what is asked for stands in the statement, so that the right index is taken. */
  private static String narrow(Wanted wanted, Map<String, Object> values) {
    var where = new StringBuilder();
    if (wanted.names() != null) {
      where.append(" and name = any (:names)");
      values.put("names", wanted.names().toArray(String[]::new));
    }
    if (wanted.kind() != null) {
      where.append(" and kind = :kind");
      values.put("kind", wanted.kind());
    }
    if (wanted.after() != null) {
      where.append(" and change > :after");
      values.put("after", wanted.after());
    }
    if (wanted.from() != null) {
      where.append(" and (until is null or until > :from)");
      values.put("from", at(wanted.from()));
    }
    if (wanted.to() != null) {
      where.append(" and since < :to");
      values.put("to", at(wanted.to()));
    }
    return where.toString();
  }

  private static Held open(ResultSet r) throws SQLException {
    return new Held(
        new EventId(id(r, "id")),
        text(r, "name"),
        text(r, "uid"),
        text(r, "kind"),
        text(r, "etag"),
        text(r, "tag"),
        bigint(r, "change"),
        instant(r, "made_at"),
        instant(r, "changed_at"),
        integer(r, "size"),
        null);
  }

  /**
   * Those of which the caller may know which times they take, or less.
   *
   * @throws Objects.TooMuch for more than memory bears
   */
  List<Held> masked(CalendarId calendar, Wanted wanted, Instant now) {
    var all = new ArrayList<Held>();
    var heavy = new AtomicInteger();
    masking(calendar, wanted, now)
        .query(r -> {
          if (heavy.addAndGet(r.getInt("weight")) > MOST_MASKED) {
            throw new Objects.TooMuch();
          }
          all.add(masked(r));
        });
    return all;
  }

  /** The same, one after the other. */
  void masked(CalendarId calendar, Wanted wanted, Instant now, Consumer<Held> taker) {
    masking(calendar, wanted, now)
        .query(r -> {
          taker.accept(masked(r));
        });
  }

  private JdbcClient.StatementSpec masking(CalendarId calendar, Wanted wanted, Instant now) {
    return jdbc.sql(
            """
            select *, length(array_to_string(timings, '')) as weight from calendar.masked(:calendar, :now, cast(:names as text[]),
              cast(:after as bigint), cast(:from as timestamptz), cast(:to as timestamptz))
            order by name
            """)
        .param("calendar", calendar.value())
        .param("now", at(now))
        .param("names", wanted.array(), Types.ARRAY)
        .param("after", wanted.after(), Types.BIGINT)
        .param("from", atOrNull(wanted.from()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("to", atOrNull(wanted.to()), Types.TIMESTAMP_WITH_TIMEZONE)
        .withFetchSize(AT_ONCE);
  }

  private static Held masked(ResultSet r) throws SQLException {
    var timings = timings(r);
    boolean taken = bool(r, "takes") && timings.isPresent();
    long change = bigint(r, "change");
    return new Held(
        new EventId(id(r, "id")),
        text(r, "name"),
        text(r, "uid"),
        "VEVENT",
        "busy-" + change,
        "busy-" + change,
        change,
        instant(r, "made_at"),
        instant(r, "changed_at"),
        0,
        new Held.Mask(
            taken, timings.orElse(List.of()), booleans(r, "busy"), booleans(r, "cancelled")));
  }

  /** Empty where an earlier house wrote what can't be read any more. */
  private static Optional<List<Timing>> timings(ResultSet r) throws SQLException {
    var all = new ArrayList<Timing>();
    for (var text : texts(r, "timings")) {
      var timing = Timing.tried(text);
      if (timing.isEmpty()) {
        return Optional.empty();
      }
      all.add(timing.get());
    }
    return Optional.of(all);
  }

  private static List<Boolean> booleans(ResultSet r, String column) throws SQLException {
    return Arrays.asList((Boolean[]) requireNonNull(r.getArray(column)).getArray());
  }

  /** With the times of all its components, for what may be read; one after the other. */
  void times(CalendarId calendar, Wanted wanted, Consumer<Timed> taker) {
    var values = new HashMap<String, Object>();
    var where = narrow(wanted, values);
    jdbc.sql(
            """
            select o.*, p.timings, p.busy from (
              select id, name, uid, kind, etag, coalesce(tag, etag) as tag, change, made_at, changed_at, length(body) as size
              from calendar.object where calendar = :calendar %s) o
            cross join lateral (
              select array_agg(p.timing order by p.number) as timings,
                array_agg(p.busy order by p.number) as busy
              from calendar.part p where p.object = o.id) p
            order by o.name
            """
                .formatted(where))
        .param("calendar", calendar.value())
        .params(values)
        .withFetchSize(AT_ONCE)
        .query(r -> {
          timed(r).ifPresent(taker);
        });
  }

  private static Optional<Timed> timed(ResultSet r) throws SQLException {
    var timings = timings(r);
    return timings.isEmpty()
        ? Optional.empty()
        : Optional.of(new Timed(open(r), timings.get(), booleans(r, "busy")));
  }

  /** The bytes of those that may be read, by name. */
  Map<String, byte[]> bodies(CalendarId calendar, Collection<String> names) {
    var all = new LinkedHashMap<String, byte[]>();
    jdbc.sql(
            """
            select name, body from calendar.object
            where calendar = :calendar and name = any (:names)
            """)
        .param("calendar", calendar.value())
        .param("names", names.toArray(String[]::new))
        .query(r -> {
          all.put(text(r, "name"), bytes(r, "body"));
        });
    return all;
  }

  /** What was taken out, and by which change. */
  Map<String, Long> gone(CalendarId calendar, long after) {
    var all = new LinkedHashMap<String, Long>();
    jdbc.sql(
            """
            select name, change from calendar.gone
            where calendar = :calendar and change > :after order by name
            """)
        .param("calendar", calendar.value())
        .param("after", after)
        .query(r -> {
          all.put(text(r, "name"), bigint(r, "change"));
        });
    return all;
  }

  /** Which name bears that UID there, whoever may see it. */
  Optional<String> bearing(CalendarId calendar, String uid) {
    return jdbc.sql("select calendar.bearing(:calendar, :uid) as name")
        .param("calendar", calendar.value())
        .param("uid", uid)
        .query((r, n) -> Optional.ofNullable(r.getString("name")))
        .single();
  }
}
