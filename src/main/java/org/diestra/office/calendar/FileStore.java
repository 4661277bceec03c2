package org.diestra.office.calendar;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.atOrNull;
import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.bytes;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.text;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Hash;
import org.diestra.platform.base.Ids;
import org.diestra.platform.icalendar.Budget;
import org.diestra.platform.icalendar.CalendarObject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Many events at once: files that are brought, and calendars that are taken away. */
@Repository
class FileStore {
  private static final int AT_ONCE = 200; // rows in memory
  private static final int PUT_AT_ONCE = 2_000; // which together are bounded in bytes
  private final JdbcClient jdbc;

  FileStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void keep(UUID intake, CalendarId calendar, PersonId person, byte[] body, Instant now) {
    jdbc.sql(
            """
            insert into calendar.intake (id, calendar, person, body, brought_at)
            values (:id, :calendar, :person, :body, :now)
            """)
        .param("id", intake)
        .param("calendar", calendar.value())
        .param("person", person.value())
        .param("body", body)
        .param("now", at(now))
        .update();
  }

  Optional<byte[]> kept(UUID intake, CalendarId calendar) {
    return jdbc.sql("select body from calendar.intake where id = :id and calendar = :calendar")
        .param("id", intake)
        .param("calendar", calendar.value())
        .query((r, n) -> bytes(r, "body"))
        .optional();
  }

  boolean drop(UUID intake) {
    return jdbc.sql("delete from calendar.intake where id = :id").param("id", intake).update() == 1;
  }

  int forget(Instant before) {
    return jdbc.sql("delete from calendar.intake where brought_at < :before")
        .param("before", at(before))
        .update();
  }

  /**
   * An event that is there, as far as a file may replace it.
   *
   * @param same whether the file says just that
   */
  record There(boolean same, boolean hidden, PersonId madeBy) {}

  /** Those of these UIDs that are there; not all bodies are in memory at once. */
  Map<String, There> there(
      CalendarId calendar, Collection<String> uids, BiPredicate<String, byte[]> same) {
    var all = new HashMap<String, There>();
    jdbc.sql(
            """
            select uid, body, hidden, made_by from calendar.object
            where calendar = :calendar and uid = any (:uids)
            """)
        .param("calendar", calendar.value())
        .param("uids", uids.toArray(String[]::new))
        .withFetchSize(AT_ONCE)
        .query(r -> {
          var uid = text(r, "uid");
          boolean equal = same.test(uid, bytes(r, "body"));
          all.put(uid, new There(equal, bool(r, "hidden"), new PersonId(id(r, "made_by"))));
        });
    return all;
  }

  /**
   * Puts all of them in, in place of those with the same UID.
   *
   * @param first the number of the first one's change; each has the next one, so that a program
   *     that asks for a few changes at a time can be told of them
   */
  void put(
      CalendarId calendar,
      List<CalendarObject> objects,
      ZoneId home,
      long first,
      PersonId by,
      Instant now) {
    var budget = Budget.page(); // for all of them: what is absurd in a file is not counted out
    for (int from = 0; from < objects.size(); from += PUT_AT_ONCE) {
      var some = objects.subList(from, Math.min(objects.size(), from + PUT_AT_ONCE));
      put(calendar, some, new Putting(home, first + from, by, now, budget));
    }
  }

  private record Putting(ZoneId home, long first, PersonId by, Instant now, Budget budget) {}

  private void put(CalendarId calendar, List<CalendarObject> objects, Putting it) {
    var home = it.home();
    var now = it.now();
    var budget = it.budget();
    var spans = objects.stream().map(o -> EventStore.span(o, home, budget)).toList();
    var bodies = objects.stream().map(o -> o.calendar().bytes()).toList();
    jdbc.sql(
            """
            insert into calendar.object (id, calendar, name, uid, body, etag, since, until, hidden,
              change, remind_at, made_by, made_at, changed_by, changed_at)
            select f.id, :calendar, f.id || '.ics', f.uid, convert_to(f.body, 'UTF8'), f.etag,
              cast(f.since as timestamptz), cast(nullif(f.until, '') as timestamptz), f.hidden, :first + f.n - 1,
              cast(nullif(f.remind, '') as timestamptz), :by, :now, :by, :now
            from unnest(cast(:ids as uuid[]), cast(:uids as text[]), cast(:bodies as text[]),
              cast(:etags as text[]), cast(:since as text[]), cast(:until as text[]),
              cast(:hidden as boolean[]), cast(:remind as text[]))
              with ordinality as f(id, uid, body, etag, since, until, hidden, remind, n)
            on conflict (calendar, uid) do update set body = excluded.body, kind = 'VEVENT', etag = excluded.etag,
              since = excluded.since, until = excluded.until, hidden = excluded.hidden,
              change = excluded.change, remind_at = excluded.remind_at,
              changed_by = excluded.changed_by,
              changed_at = excluded.changed_at
            """)
        .param("calendar", calendar.value())
        .param("first", it.first())
        .param("by", it.by().value())
        .param("now", at(now))
        .param("ids", objects.stream().map(o -> Ids.fresh()).toArray(UUID[]::new))
        .param("uids", objects.stream().map(CalendarObject::uid).toArray(String[]::new))
        .param(
            "bodies",
            bodies.stream().map(b -> new String(b, StandardCharsets.UTF_8)).toArray(String[]::new))
        .param("etags", bodies.stream().map(Hash::of).toArray(String[]::new))
        .param("since", spans.stream().map(s -> at(s.since()).toString()).toArray(String[]::new))
        .param(
            "until",
            spans.stream()
                .map(s -> Objects.toString(atOrNull(s.until()), ""))
                .toArray(String[]::new))
        .param("hidden", objects.stream().map(EventStore::hidden).toArray(Boolean[]::new))
        .param(
            "remind",
            objects.stream()
                .map(o -> Objects.toString(Reminders.next(o, home, now, budget), ""))
                .toArray(String[]::new))
        .update();
    parts(calendar, objects);
  }

  /** What is there by UID, as the hash of its bytes. */
  Map<String, String> etags(CalendarId calendar) {
    var all = new HashMap<String, String>();
    jdbc.sql("select uid, etag from calendar.object where calendar = :calendar")
        .param("calendar", calendar.value())
        .query(r -> {
          all.put(text(r, "uid"), text(r, "etag"));
        });
    return all;
  }

  /** Takes out all with these UIDs, each by a change of its own. */
  void remove(CalendarId calendar, Collection<String> uids, long first, Instant now) {
    jdbc.sql(
            """
            with gone as (delete from calendar.object
              where calendar = :calendar and uid = any (:uids) returning name)
            insert into calendar.gone (calendar, name, change, at)
            select :calendar, g.name, :first + row_number() over (order by g.name) - 1, :now
            from gone g
            on conflict (calendar, name) do update set change = excluded.change, at = excluded.at
            """)
        .param("calendar", calendar.value())
        .param("uids", uids.toArray(String[]::new))
        .param("first", first)
        .param("now", at(now))
        .update();
  }

  private void parts(CalendarId calendar, List<CalendarObject> objects) {
    var uids = objects.stream().map(CalendarObject::uid).toArray(String[]::new);
    jdbc.sql(
            """
            delete from calendar.part where object in (select o.id from calendar.object o
              where o.calendar = :calendar and o.uid = any (:uids))
            """)
        .param("calendar", calendar.value())
        .param("uids", uids)
        .update();
    var parts = new ArrayList<PartRow>();
    objects.forEach(object -> parts.addAll(PartRow.of(object)));
    jdbc.sql(
            """
            insert into calendar.part (object, number, timing, summary, place, busy, cancelled)
            select o.id, f.number, f.timing, f.summary, f.place, f.busy, f.cancelled
            from unnest(cast(:uids as text[]), cast(:numbers as int[]), cast(:timings as text[]),
              cast(:summaries as text[]), cast(:places as text[]), cast(:busy as boolean[]),
              cast(:cancelled as boolean[]))
              as f(uid, number, timing, summary, place, busy, cancelled)
            join calendar.object o on o.calendar = :calendar and o.uid = f.uid
            """)
        .param("calendar", calendar.value())
        .params(PartRow.params(parts))
        .update();
  }

  /** Each event's bytes, one after the other; not all are in memory at once. */
  void each(CalendarId calendar, Consumer<Body> taker) {
    jdbc.sql(
            """
            select body, hidden from calendar.object where calendar = :calendar
            order by made_at, id
            """)
        .param("calendar", calendar.value())
        .withFetchSize(AT_ONCE)
        .query(r -> {
          taker.accept(new Body(bytes(r, "body"), bool(r, "hidden")));
        });
  }

  record Body(byte[] bytes, boolean hidden) {}
}
