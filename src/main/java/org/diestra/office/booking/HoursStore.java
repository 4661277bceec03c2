package org.diestra.office.booking;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.date;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.integerOrNull;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.texts;
import static org.diestra.platform.data.Row.zone;

import java.sql.Types;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diestra.office.booking.Hours.Span;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who can be booked when, and what guests are asked. */
@Repository
class HoursStore {
  private final JdbcClient jdbc;

  HoursStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<PersonId> hosts(ServiceId service) {
    return jdbc.sql(
            "select person from booking.host where service = :service order by since, person")
        .param("service", service.value())
        .query((r, n) -> new PersonId(id(r, "person")))
        .list();
  }

  /** Everybody who can be booked in that workspace now. */
  List<PersonId> hosts(WorkspaceId workspace) {
    return jdbc.sql(
            """
            select distinct h.person from booking.host h
            join booking.service s on s.id = h.service
            where s.workspace = :workspace and s.open and s.removed_at is null
            """)
        .param("workspace", workspace.value())
        .query((r, n) -> new PersonId(id(r, "person")))
        .list();
  }

  void hosts(ServiceId service, Collection<PersonId> people, Instant now) {
    var ids = people.stream().map(PersonId::value).toArray(UUID[]::new);
    jdbc.sql("delete from booking.host where service = :service and person <> all(:people)")
        .param("service", service.value())
        .param("people", ids)
        .update();
    jdbc.sql(
            """
            insert into booking.host (service, person, since)
            select :service, person, :now from unnest(:people) as p(person) on conflict do nothing
            """)
        .param("service", service.value())
        .param("people", ids)
        .param("now", at(now))
        .update();
  }

  /**
   * Takes somebody out of all services of a workspace. What needs all of its hosts at once is
   * closed until somebody has said who they are now.
   */
  int leave(WorkspaceId workspace, PersonId person) {
    jdbc.sql(
            """
            update booking.service s set open = false, version = version + 1
            where s.workspace = :workspace and s.everybody and s.open and exists (
              select from booking.host h where h.service = s.id and h.person = :person)
            """)
        .param("workspace", workspace.value())
        .param("person", person.value())
        .update();
    return jdbc.sql(
            """
            delete from booking.host h using booking.service s
            where s.id = h.service and s.workspace = :workspace and h.person = :person
            """)
        .param("workspace", workspace.value())
        .param("person", person.value())
        .update();
  }

  private record Line(
      @Nullable UUID person,
      int weekday,
      @Nullable LocalDate date,
      @Nullable Integer opens,
      @Nullable Integer closes,
      ZoneId zone) {}

  /**
   * All hours of a service, by whose they are; under null those of all who have none of their own.
   */
  Map<@Nullable PersonId, Hours> hours(ServiceId service) {
    var lines =
        jdbc.sql(
                """
                select person, weekday, cast(null as date) as date, opens, closes, zone
                from booking.hours where service = :service
                union all
                select person, 0, date, opens, closes, zone from booking.day
                where service = :service
                order by weekday, date, opens
                """)
            .param("service", service.value())
            .query((r, n) ->
                new Line(
                    idOrNull(r, "person"),
                    integer(r, "weekday"),
                    integer(r, "weekday") == 0 ? date(r, "date") : null,
                    integerOrNull(r, "opens"),
                    integerOrNull(r, "closes"),
                    zone(r, "zone")))
            .list();
    var byPerson = new HashMap<@Nullable UUID, List<Line>>();
    lines.forEach(
        line -> byPerson.computeIfAbsent(line.person(), p -> new ArrayList<>()).add(line));
    var all = new HashMap<@Nullable PersonId, Hours>();
    byPerson.forEach(
        (person, own) -> all.put(person == null ? null : new PersonId(person), hours(own)));
    return all;
  }

  private static Hours hours(List<Line> lines) {
    var weekly = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
    var days = new HashMap<LocalDate, List<Span>>();
    for (var line : lines) {
      var date = line.date();
      var spans =
          date == null
              ? weekly.computeIfAbsent(DayOfWeek.of(line.weekday()), d -> new ArrayList<>())
              : days.computeIfAbsent(date, d -> new ArrayList<>());
      var opens = line.opens();
      var closes = line.closes();
      if (opens != null && closes != null) {
        spans.add(new Span(opens, closes));
      }
    }
    return new Hours(lines.getFirst().zone(), weekly, days);
  }

  /**
   * @param person whose own, or null for all who have none
   * @param hours null for none
   */
  void put(ServiceId service, @Nullable PersonId person, @Nullable Hours hours) {
    for (var table : List.of("hours", "day")) {
      jdbc.sql(
              "delete from booking."
                  + table
                  + " where service = :service and person is not distinct from :person")
          .param("service", service.value())
          .param("person", person == null ? null : person.value(), Types.OTHER)
          .update();
    }
    if (hours != null) {
      weekly(service, person, hours);
      days(service, person, hours);
    }
  }

  private void weekly(ServiceId service, @Nullable PersonId person, Hours hours) {
    var weekdays = new ArrayList<Integer>();
    var opens = new ArrayList<Integer>();
    var closes = new ArrayList<Integer>();
    hours
        .weekly()
        .forEach((day, spans) ->
            spans.forEach(span -> {
              weekdays.add(day.getValue());
              opens.add(span.from());
              closes.add(span.to());
            }));
    jdbc.sql(
            """
            insert into booking.hours (service, person, weekday, opens, closes, zone)
            select :service, :person, h.weekday, h.opens, h.closes, :zone
            from unnest(:weekdays, :opens, :closes) as h(weekday, opens, closes)
            """)
        .param("service", service.value())
        .param("person", person == null ? null : person.value(), Types.OTHER)
        .param("weekdays", weekdays.toArray(Integer[]::new))
        .param("opens", opens.toArray(Integer[]::new))
        .param("closes", closes.toArray(Integer[]::new))
        .param("zone", hours.zone().getId())
        .update();
  }

  private void days(ServiceId service, @Nullable PersonId person, Hours hours) {
    var dates = new ArrayList<String>();
    var opens = new ArrayList<@Nullable Integer>();
    var closes = new ArrayList<@Nullable Integer>();
    hours
        .days()
        .forEach((date, spans) -> {
          for (var span : spans) {
            dates.add(date.toString());
            opens.add(span.from());
            closes.add(span.to());
          }
          if (spans.isEmpty()) {
            dates.add(date.toString());
            opens.add(null);
            closes.add(null);
          }
        });
    jdbc.sql(
            """
            insert into booking.day (service, person, date, opens, closes, zone)
            select :service, :person, cast(d.date as date), d.opens, d.closes, :zone
            from unnest(:dates, cast(:opens as int[]), cast(:closes as int[]))
              as d(date, opens, closes)
            """)
        .param("service", service.value())
        .param("person", person == null ? null : person.value(), Types.OTHER)
        .param("dates", dates.toArray(String[]::new))
        .param("opens", opens.toArray(Integer[]::new))
        .param("closes", closes.toArray(Integer[]::new))
        .param("zone", hours.zone().getId())
        .update();
  }

  List<Question> questions(ServiceId service) {
    return jdbc.sql("select * from booking.question where service = :service order by number")
        .param("service", service.value())
        .query((r, n) ->
            new Question(
                integer(r, "number"), text(r, "text"), texts(r, "choices"), bool(r, "required")))
        .list();
  }

  /** At most ten. */
  void questions(ServiceId service, List<Question> questions) {
    jdbc.sql("delete from booking.question where service = :service")
        .param("service", service.value())
        .update();
    for (var question : questions) {
      jdbc.sql(
              """
              insert into booking.question (service, number, text, choices, required)
              values (:service, :number, :text, :choices, :required)
              """)
          .param("service", service.value())
          .param("number", question.number())
          .param("text", question.text())
          .param("choices", question.choices().toArray(String[]::new))
          .param("required", question.required())
          .update();
    }
  }
}
