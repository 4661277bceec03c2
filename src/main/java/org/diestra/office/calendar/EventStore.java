package org.diestra.office.calendar;

import static java.util.Objects.requireNonNullElse;
import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.atOrNull;
import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.bytes;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.textOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Hash;
import org.diestra.platform.icalendar.Budget;
import org.diestra.platform.icalendar.CalendarObject;
import org.diestra.platform.icalendar.Series;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Events in their own bytes, and the rows they are found by. */
@Repository
class EventStore {
  static final Instant EVER = Instant.parse("1900-01-01T00:00:00Z");
  private final JdbcClient jdbc;
  private final AttachedStore attached;

  EventStore(JdbcClient jdbc, AttachedStore attached) {
    this.jdbc = jdbc;
    this.attached = attached;
  }

  /**
   * An event as it is kept.
   *
   * @param name under which programs have it
   * @param etag changes with each byte
   * @param tag changes with each byte that is not an answer of somebody who is asked to it
   */
  record Kept(
      EventId id,
      CalendarId calendar,
      String name,
      String etag,
      String tag,
      byte[] body,
      boolean hidden,
      boolean todo,
      PersonId madeBy) {
    /** One that is to be kept. */
    Kept(EventId id, CalendarId calendar, String name, String etag, byte[] body, PersonId madeBy) {
      this(id, calendar, name, etag, etag, body, false, false, madeBy);
    }

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
    var span = span(object, home, Budget.page());
    jdbc.sql(
            """
            insert into calendar.object (id, calendar, name, kind, uid, body, etag, since, until, hidden,
              done, change, remind_at, made_by, made_at, changed_by, changed_at)
            values (:id, :calendar, :name, :kind, :uid, :body, :etag, :since, :until, :hidden, :done, :change,
              :remind, :by, :now, :by, :now)
            """)
        .param("id", it.id().value())
        .param("calendar", it.calendar().value())
        .param("name", it.name())
        .param("kind", object.kind())
        .param("uid", object.uid())
        .param("body", it.body())
        .param("etag", Hash.of(it.body()))
        .param("since", at(span.since()))
        .param("until", atOrNull(span.until()))
        .param("hidden", hidden(object))
        .param("done", Todo.done(object))
        .param("remind", atOrNull(Reminders.next(object, home, now, Budget.page())))
        .param("change", change)
        .param("by", it.madeBy().value())
        .param("now", at(now))
        .update();
    parts(it.id(), object);
    var files = Attached.files(object);
    if (!files.isEmpty()) {
      attached.stand(it.id(), files);
    }
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
      Kept it,
      CalendarObject object,
      byte[] body,
      ZoneId home,
      long change,
      PersonId by,
      Instant now) {
    var span = span(object, home, Budget.page());
    int changed =
        jdbc.sql(
                """
                update calendar.object set body = :body, kind = :kind, uid = :uid, etag = :etag,
                  since = :since, until = :until, hidden = :hidden, done = :done,
                  change = :change,
                  remind_at = :remind, changed_by = :by, changed_at = :now, tag = null
                where id = :id and etag = :seen
                """)
            .param("body", body)
            .param("kind", object.kind())
            .param("uid", object.uid())
            .param("etag", Hash.of(body))
            .param("since", at(span.since()))
            .param("until", atOrNull(span.until()))
            .param("hidden", hidden(object))
            .param("done", Todo.done(object))
            .param("remind", atOrNull(Reminders.next(object, home, now, Budget.page())))
            .param("change", change)
            .param("by", by.value())
            .param("now", at(now))
            .param("id", it.id().value())
            .param("seen", it.etag())
            .update();
    if (changed == 1) {
      changeParts(it.id(), object);
      var files = Attached.files(object);
      if (!files.isEmpty() || Attached.any(it.body())) {
        attached.stand(it.id(), files);
      }
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

  /** Between which instants it lies; a task without a date is there at any time. */
  static Series.Span span(CalendarObject object, ZoneId home, Budget budget) {
    return object.dated()
        ? new Series(object.timings(), home).span(budget)
        : new Series.Span(EVER, null);
  }

  /** RFC 5545, section 3.8.1.3: what is not public is between its maker and who manages. */
  static boolean hidden(CalendarObject object) {
    return object.events().stream()
        .map(event -> event.text("CLASS"))
        .anyMatch(c -> !c.isBlank() && !c.equalsIgnoreCase("PUBLIC"));
  }

  void changeParts(EventId id, CalendarObject object) {
    jdbc.sql("delete from calendar.part where object = :id").param("id", id.value()).update();
    parts(id, object);
  }

  private void parts(EventId id, CalendarObject object) {
    jdbc.sql(
            """
            insert into calendar.part (object, number, timing, summary, place, busy, cancelled)
            select :id, f.number, f.timing, f.summary, f.place, f.busy, f.cancelled
            from unnest(cast(:uids as text[]), cast(:numbers as int[]), cast(:timings as text[]),
              cast(:summaries as text[]), cast(:places as text[]), cast(:busy as boolean[]),
              cast(:cancelled as boolean[]))
              as f(uid, number, timing, summary, place, busy, cancelled)
            """)
        .param("id", id.value())
        .params(PartRow.params(PartRow.of(object)))
        .update();
  }

  Optional<Kept> find(EventId id) {
    return jdbc.sql("select * from calendar.object where id = :id")
        .param("id", id.value())
        .query((r, n) -> kept(r))
        .optional();
  }

  static Kept kept(ResultSet r) throws SQLException {
    return new Kept(
        new EventId(id(r, "id")),
        new CalendarId(id(r, "calendar")),
        text(r, "name"),
        text(r, "etag"),
        requireNonNullElse(textOrNull(r, "tag"), text(r, "etag")),
        bytes(r, "body"),
        bool(r, "hidden"),
        text(r, "kind").equals(CalendarObject.TODO),
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
