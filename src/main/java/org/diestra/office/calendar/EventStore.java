package org.diestra.office.calendar;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.atOrNull;
import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.bytes;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Hash;
import org.diestra.platform.icalendar.CalendarObject;
import org.diestra.platform.icalendar.Part;
import org.diestra.platform.icalendar.Series;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Events in their own bytes, and the rows they are found by. */
@Repository
class EventStore {
  private static final int LONGEST_WORDS = 500;
  private final JdbcClient jdbc;

  EventStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * An event as it is kept.
   *
   * @param name under which programs have it
   * @param etag changes with each byte
   */
  record Kept(
      EventId id,
      CalendarId calendar,
      String name,
      String etag,
      byte[] body,
      boolean hidden,
      PersonId madeBy) {
    CalendarObject object() {
      return CalendarObject.read(body).orFail();
    }
  }

  /**
   * A row of a window.
   *
   * @param open whether the words are there
   * @param changes whether the caller may change it
   */
  record Row(
      EventId event,
      CalendarId calendar,
      int number,
      String timing,
      String summary,
      String place,
      boolean busy,
      boolean cancelled,
      boolean hidden,
      boolean open,
      boolean changes) {}

  void add(Kept it, CalendarObject object, ZoneId home, long change, Instant now) {
    var span = new Series(object.timings(), home).span();
    jdbc.sql(
            """
            insert into calendar.object (id, calendar, name, uid, body, etag, since, until, hidden,
              change, made_by, made_at, changed_by, changed_at)
            values (:id, :calendar, :name, :uid, :body, :etag, :since, :until, :hidden, :change,
              :by, :now, :by, :now)
            """)
        .param("id", it.id().value())
        .param("calendar", it.calendar().value())
        .param("name", it.name())
        .param("uid", object.uid())
        .param("body", it.body())
        .param("etag", Hash.of(it.body()))
        .param("since", at(span.since()))
        .param("until", atOrNull(span.until()))
        .param("hidden", hidden(object))
        .param("change", change)
        .param("by", it.madeBy().value())
        .param("now", at(now))
        .update();
    parts(it.id(), object);
    jdbc.sql("delete from calendar.gone where calendar = :calendar and name = :name")
        .param("calendar", it.calendar().value())
        .param("name", it.name())
        .update();
  }

  /**
   * Other bytes in the place of some.
   *
   * @return whether those were still there
   */
  boolean change(
      Kept it, CalendarObject object, ZoneId home, long change, PersonId by, Instant now) {
    var span = new Series(object.timings(), home).span();
    var body = object.calendar().bytes();
    int changed =
        jdbc.sql(
                """
                update calendar.object set body = :body, etag = :etag, since = :since,
                  until = :until, hidden = :hidden, change = :change, changed_by = :by,
                  changed_at = :now
                where id = :id and etag = :seen
                """)
            .param("body", body)
            .param("etag", Hash.of(body))
            .param("since", at(span.since()))
            .param("until", atOrNull(span.until()))
            .param("hidden", hidden(object))
            .param("change", change)
            .param("by", by.value())
            .param("now", at(now))
            .param("id", it.id().value())
            .param("seen", it.etag())
            .update();
    if (changed == 1) {
      jdbc.sql("delete from calendar.part where object = :id")
          .param("id", it.id().value())
          .update();
      parts(it.id(), object);
    }
    return changed == 1;
  }

  boolean remove(Kept it, long change, Instant now) {
    int gone =
        jdbc.sql("delete from calendar.object where id = :id and etag = :seen")
            .param("id", it.id().value())
            .param("seen", it.etag())
            .update();
    if (gone == 1) {
      jdbc.sql(
              """
              insert into calendar.gone (calendar, name, change, at)
              values (:calendar, :name, :change, :now)
              on conflict (calendar, name) do update set change = excluded.change, at = excluded.at
              """)
          .param("calendar", it.calendar().value())
          .param("name", it.name())
          .param("change", change)
          .param("now", at(now))
          .update();
    }
    return gone == 1;
  }

  /** RFC 5545, section 3.8.1.3: what is not public is between its maker and who manages. */
  static boolean hidden(CalendarObject object) {
    return object.events().stream()
        .map(event -> event.text("CLASS"))
        .anyMatch(c -> !c.isBlank() && !c.equalsIgnoreCase("PUBLIC"));
  }

  private void parts(EventId id, CalendarObject object) {
    var events = object.events();
    int n = events.size();
    var numbers = new Integer[n];
    var timings = new String[n];
    var summaries = new String[n];
    var places = new String[n];
    var busy = new Boolean[n];
    var cancelled = new Boolean[n];
    for (int i = 0; i < n; i++) {
      var event = events.get(i);
      numbers[i] = i;
      timings[i] = object.timings().get(i).text();
      summaries[i] = words(event, "SUMMARY");
      places[i] = words(event, "LOCATION");
      cancelled[i] = event.text("STATUS").equalsIgnoreCase("CANCELLED");
      busy[i] = !cancelled[i] && !event.text("TRANSP").equalsIgnoreCase("TRANSPARENT");
    }
    jdbc.sql(
            """
            insert into calendar.part (object, number, timing, summary, place, busy, cancelled)
            select :id, * from unnest(cast(:numbers as int[]), cast(:timings as text[]),
              cast(:summaries as text[]), cast(:places as text[]), cast(:busy as boolean[]),
              cast(:cancelled as boolean[]))
            """)
        .param("id", id.value())
        .param("numbers", numbers)
        .param("timings", timings)
        .param("summaries", summaries)
        .param("places", places)
        .param("busy", busy)
        .param("cancelled", cancelled)
        .update();
  }

  private static String words(Part event, String name) {
    var text = event.text(name).replaceAll("\\p{Cntrl}+", " ").strip();
    int end =
        text.offsetByCodePoints(0, Math.min(LONGEST_WORDS, text.codePointCount(0, text.length())));
    return text.substring(0, end);
  }

  Optional<Kept> find(EventId id) {
    return jdbc.sql("select * from calendar.object where id = :id")
        .param("id", id.value())
        .query((r, n) -> kept(r))
        .optional();
  }

  /** All of a calendar, by their UIDs. */
  Map<String, Kept> byUid(CalendarId calendar, Collection<String> uids) {
    var all = new HashMap<String, Kept>();
    jdbc.sql("select * from calendar.object where calendar = :calendar and uid = any (:uids)")
        .param("calendar", calendar.value())
        .param("uids", uids.toArray(String[]::new))
        .query(r -> {
          all.put(text(r, "uid"), kept(r));
        });
    return all;
  }

  /** The bodies of a calendar, in the order in which they were made; at most so many. */
  List<byte[]> bodies(CalendarId calendar, int most) {
    return jdbc.sql(
            """
            select body from calendar.object where calendar = :calendar
            order by made_at, id limit :most
            """)
        .param("calendar", calendar.value())
        .param("most", most)
        .query((r, n) -> bytes(r, "body"))
        .list();
  }

  private static Kept kept(ResultSet r) throws SQLException {
    return new Kept(
        new EventId(id(r, "id")),
        new CalendarId(id(r, "calendar")),
        text(r, "name"),
        text(r, "etag"),
        bytes(r, "body"),
        bool(r, "hidden"),
        new PersonId(id(r, "made_by")));
  }

  /** What the caller may know of a window; the components of at most so many events. */
  List<Row> window(Collection<CalendarId> calendars, Instant from, Instant to, int most) {
    return jdbc.sql("select * from calendar.seen(:calendars, :from, :to, :most)")
        .param("calendars", calendars.stream().map(CalendarId::value).toArray(UUID[]::new))
        .param("from", at(from))
        .param("to", at(to))
        .param("most", most)
        .query((r, n) ->
            new Row(
                new EventId(id(r, "object")),
                new CalendarId(id(r, "calendar")),
                integer(r, "number"),
                text(r, "timing"),
                text(r, "summary"),
                text(r, "place"),
                bool(r, "busy"),
                bool(r, "cancelled"),
                bool(r, "hidden"),
                bool(r, "open"),
                bool(r, "changes")))
        .list();
  }
}
