package org.diestra.office.calendar;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.zone;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.icalendar.Budget;
import org.diestra.platform.icalendar.Series;
import org.diestra.platform.icalendar.Timing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * When people are taken, by all the calendars they keep, without a word of what by: for whoever
 * offers their time. What can't be counted out is no time that is free, so then there is no answer.
 */
@Repository
public class BusyTimes {
  private static final int MOST = 20_000; // rows
  private final JdbcClient jdbc;
  private final HouseRights house;
  private final Clock clock;

  BusyTimes(JdbcClient jdbc, HouseRights house, Clock clock) {
    this.jdbc = jdbc;
    this.house = house;
    this.clock = clock;
  }

  /** A time that is taken by one event. */
  public record Busy(EventId event, Instant from, Instant to) {}

  /**
   * @param of each person's, by all calendars of their own
   * @param in each of the other calendars'
   */
  public record Taken(Map<PersonId, List<Busy>> of, Map<CalendarId, List<Busy>> in) {}

  private record Row(
      UUID event,
      UUID calendar,
      @Nullable UUID owner,
      ZoneId zone,
      int number,
      String timing,
      boolean busy) {}

  /**
   * What is taken between two instants; empty where not all of it can be read, or what was read
   * outside is older than a day.
   *
   * @param also calendars that are asked whoever keeps them
   */
  @Transactional(readOnly = true)
  public Optional<Taken> between(
      Collection<PersonId> people, Collection<CalendarId> also, Instant from, Instant to) {
    if (!unread(people, also).isEmpty()) {
      return Optional.empty();
    }
    var rows = house.call(() -> rows(people, also, from, to));
    return rows.size() >= MOST ? Optional.empty() : counted(rows, also, from, to);
  }

  /**
   * A calendar outside of which nobody knows whether it is read whole.
   *
   * @param owner null for a workspace's
   * @param readAt when it was read last
   * @param leftOut how many of its events could not be taken then
   */
  public record Unread(
      CalendarId calendar, @Nullable PersonId owner, String name, Instant readAt, int leftOut) {}

  /** Why {@link #between} has no answer, as far as calendars outside are the cause. */
  @Transactional(readOnly = true)
  public List<Unread> unread(Collection<PersonId> people, Collection<CalendarId> also) {
    return house.call(() ->
        jdbc.sql(
                """
                select c.id, c.owner, c.name, s.read_at, s.left_out
                from calendar.source s join calendar.calendar c on c.id = s.calendar
                where c.removed_at is null
                  and (c.owner = any(:people) and s.counts or c.id = any(:also))
                  and (s.read_at <= :stale or s.left_out > 0)
                order by c.name, c.id
                """)
            .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
            .param("also", also.stream().map(CalendarId::value).toArray(UUID[]::new))
            .param("stale", at(clock.instant().minus(Source.FRESH)))
            .query((r, n) -> {
              var owner = idOrNull(r, "owner");
              return new Unread(
                  new CalendarId(id(r, "id")),
                  owner == null ? null : new PersonId(owner),
                  text(r, "name"),
                  instant(r, "read_at"),
                  integer(r, "left_out"));
            })
            .list());
  }

  private List<Row> rows(
      Collection<PersonId> people, Collection<CalendarId> also, Instant from, Instant to) {
    return jdbc.sql(
            """
            select o.id, o.calendar, c.owner, c.zone, p.number, p.timing, p.busy
            from calendar.calendar c
            left join calendar.source s on s.calendar = c.id
            join calendar.object o on o.calendar = c.id
            join calendar.part p on p.object = o.id
            where c.removed_at is null and o.kind = 'VEVENT'
              and (c.owner = any(:people) and s.counts is not false or c.id = any(:also))
              and o.since < :to and (o.until is null or o.until > :from)
            order by o.id, p.number limit :most
            """)
        .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
        .param("also", also.stream().map(CalendarId::value).toArray(UUID[]::new))
        .param("from", at(from))
        .param("to", at(to))
        .param("most", MOST)
        .query((r, n) -> row(r))
        .list();
  }

  private static Row row(ResultSet r) throws SQLException {
    return new Row(
        id(r, "id"),
        id(r, "calendar"),
        idOrNull(r, "owner"),
        zone(r, "zone"),
        integer(r, "number"),
        text(r, "timing"),
        r.getBoolean("busy"));
  }

  private static Optional<Taken> counted(
      List<Row> rows, Collection<CalendarId> also, Instant from, Instant to) {
    var byEvent = new LinkedHashMap<UUID, List<Row>>();
    rows.forEach(row -> byEvent.computeIfAbsent(row.event(), e -> new ArrayList<>()).add(row));
    var of = new HashMap<PersonId, List<Busy>>();
    var in = new HashMap<CalendarId, List<Busy>>();
    var budget = Budget.page();
    for (var parts : byEvent.values()) {
      parts.sort(Comparator.comparingInt(Row::number));
      var first = parts.getFirst();
      var timings = parts.stream().flatMap(row -> Timing.tried(row.timing()).stream()).toList();
      if (timings.size() < parts.size()) {
        return Optional.empty();
      }
      var found = new Series(timings, first.zone()).within(from, to, budget);
      if (!found.complete()) {
        return Optional.empty();
      }
      var times =
          found.times().stream()
              .filter(time -> parts.get(time.which()).busy() && time.from().isBefore(time.to()))
              .map(time -> new Busy(new EventId(first.event()), time.from(), time.to()))
              .toList();
      if (first.owner() != null) {
        of.computeIfAbsent(new PersonId(first.owner()), p -> new ArrayList<>()).addAll(times);
      }
      var calendar = new CalendarId(first.calendar());
      if (also.contains(calendar)) {
        in.computeIfAbsent(calendar, c -> new ArrayList<>()).addAll(times);
      }
    }
    return Optional.of(new Taken(of, in));
  }
}
