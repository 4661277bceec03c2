package org.diestra.office.calendar;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bytes;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.zone;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.icalendar.Budget;
import org.diestra.platform.icalendar.CalendarObject;
import org.diestra.platform.icalendar.Series;
import org.diestra.platform.notifications.Notice;
import org.diestra.platform.notifications.Notifications;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Reminds people of what is about to begin: the owner of a calendar of one's own, else whoever made
 * the event, as long as that person belongs to the workspace.
 */
@Service
class Reminders {
  private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);
  static final String KIND = "calendar:reminder";
  private static final Duration AHEAD = Duration.ofDays(400);
  private static final Duration LATE = Duration.ofHours(6); // after which nobody is reminded
  private static final int AT_ONCE = 500;
  private static final long ROOM = 8L * CalendarObject.LARGEST; // bytes in memory
  private static final int MOST_ROUNDS = 100;
  private final JdbcClient jdbc;
  private final Notifications notifications;
  private final HouseRights house;
  private final Clock clock;

  Reminders(JdbcClient jdbc, Notifications notifications, HouseRights house, Clock clock) {
    this.jdbc = jdbc;
    this.notifications = notifications;
    this.house = house;
    this.clock = clock;
  }

  /** When somebody is reminded of it next after that moment, or null. */
  static @Nullable Instant next(CalendarObject object, ZoneId home, Instant after, Budget budget) {
    return times(object, home, after, after.plus(AHEAD), budget).stream()
        .map(Due::at)
        .filter(at -> at.isAfter(after))
        .min(Instant::compareTo)
        .orElse(null);
  }

  /** One time of an event, and when to tell somebody. */
  private record Due(Instant at, Series.Time time, String title) {}

  private static List<Due> times(
      CalendarObject object, ZoneId home, Instant from, Instant to, Budget budget) {
    var minutes =
        object.events().stream().map(e -> Optional.ofNullable(Alarms.minutes(e))).toList();
    var all = new ArrayList<Due>();
    if (object.todo() || minutes.stream().allMatch(Optional::isEmpty)) {
      return all;
    }
    var found = new Series(object.timings(), home).within(from, to, budget);
    for (var time : found.times()) {
      var before = minutes.get(time.which());
      var event = object.events().get(time.which());
      if (before.isPresent() && !event.text("STATUS").equalsIgnoreCase("CANCELLED")) {
        var at = time.from().minus(Duration.ofMinutes(before.get()));
        all.add(new Due(at, time, event.text("SUMMARY")));
      }
    }
    return all;
  }

  /** An event of which somebody is to be reminded. */
  private record Row(UUID id, byte[] body, Instant at, PersonId whom, boolean there, ZoneId zone) {}

  /** Tells everybody whose time has come; once, however often it is tried. */
  void ring() {
    int rounds = 0;
    while (rounds++ < MOST_ROUNDS && house.call(this::some) > 0) {
      // the next ones
    }
  }

  private int some() {
    var now = clock.instant();
    var rows =
        jdbc.sql(
                """
                with due as (select id, remind_at, length(body) as size from calendar.object
                    where remind_at <= :now order by remind_at, id limit :most),
                  fit as (select id, sum(size) over (order by remind_at, id) as bytes from due)
                select o.id, o.body, o.remind_at, coalesce(c.owner, o.made_by) as whom, c.zone,
                  c.removed_at is null and (c.owner is not null
                    or workspaces.inside(o.made_by, c.workspace)) as there
                from fit f join calendar.object o on o.id = f.id
                join calendar.calendar c on c.id = o.calendar
                where f.bytes <= :room and o.remind_at <= :now
                order by o.remind_at for update of o
                """)
            .param("now", at(now))
            .param("most", AT_ONCE)
            .param("room", ROOM)
            .query((r, n) ->
                new Row(
                    id(r, "id"),
                    bytes(r, "body"),
                    instant(r, "remind_at"),
                    new PersonId(id(r, "whom")),
                    r.getBoolean("there"),
                    zone(r, "zone")))
            .list();
    var notices = new ArrayList<Notice>();
    var next = new ArrayList<@Nullable Instant>();
    for (var row : rows) {
      if (!(CalendarObject.read(row.body()) instanceof Outcome.Done<CalendarObject>(var object))) {
        LOG.warn("{} can't be read, and nobody is reminded of it", row.id());
        next.add(null);
        continue;
      }
      if (row.there()) {
        times(object, row.zone(), now.minus(LATE), now.plus(AHEAD), Budget.page()).stream()
            .filter(due -> !due.at().isBefore(row.at()) && !due.at().isAfter(now))
            .forEach(due -> notices.add(notice(row, due)));
      }
      next.add(next(object, row.zone(), now, Budget.page()));
    }
    notifications.tell(notices);
    set(rows.stream().map(Row::id).toList(), next);
    return rows.size();
  }

  private static Notice notice(Row row, Due due) {
    var key = due.time().original().key();
    var href = "/calendar/events/" + new EventId(row.id()) + "?at=" + key;
    return Notice.to(
            row.whom(), KIND, href, "calendar.notice.reminder", due.title(), due.time().from())
        .once(KIND + ":" + row.id() + ":" + key + ":" + due.at());
  }

  private void set(List<UUID> ids, List<@Nullable Instant> next) {
    if (ids.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            update calendar.object o set remind_at = cast(nullif(f.at, '') as timestamptz)
            from unnest(cast(:ids as uuid[]), cast(:next as text[])) as f(id, at)
            where o.id = f.id
            """)
        .param("ids", ids.toArray(UUID[]::new))
        .param("next", next.stream().map(at -> Objects.toString(at, "")).toArray(String[]::new))
        .update();
  }
}
