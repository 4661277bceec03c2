package org.diestra.office.booking;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;

import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diestra.office.booking.Slots.Busy;
import org.diestra.office.calendar.CalendarId;
import org.diestra.office.calendar.EventId;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What appointments take, to find what is left; and where they stand in calendars. */
@Repository
class TakenStore {
  private final JdbcClient jdbc;

  TakenStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * When these people are promised, what is kept free around it included.
   *
   * @param but an appointment that does not count, or null
   */
  Map<PersonId, List<Busy>> between(
      Collection<PersonId> people,
      Instant from,
      Instant to,
      @Nullable AppointmentId but,
      Instant now) {
    var all = new HashMap<PersonId, List<Busy>>();
    jdbc.sql(
            """
            select t.person, lower(t.span) as opens, upper(t.span) as closes
            from booking.taken t join booking.appointment a on a.id = t.appointment
            where t.person = any(:people) and t.span && tstzrange(:from, :to)
              and t.appointment is distinct from :but
              and (a.held_until is null or a.held_until > :now)
            """)
        .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
        .param("from", at(from))
        .param("to", at(to))
        .param("but", but == null ? null : but.value(), Types.OTHER)
        .param("now", at(now))
        .query(r -> {
          all.computeIfAbsent(new PersonId(id(r, "person")), p -> new ArrayList<>())
              .add(new Busy(instant(r, "opens"), instant(r, "closes")));
        });
    return all;
  }

  /** When appointments of that service begin, those that are over included. */
  List<Instant> starts(
      ServiceId service, Instant from, Instant to, @Nullable AppointmentId but, Instant now) {
    return jdbc.sql(
            """
            select starts_at from booking.appointment
            where service = :service and starts_at >= :from and starts_at < :to
              and id is distinct from :but and (state in ('PENDING', 'CONFIRMED', 'DONE', 'NO_SHOW')
                or state = 'HELD' and held_until > :now)
            """)
        .param("service", service.value())
        .param("from", at(from))
        .param("to", at(to))
        .param("but", but == null ? null : but.value(), Types.OTHER)
        .param("now", at(now))
        .query((r, n) -> instant(r, "starts_at"))
        .list();
  }

  /** Gives back what expired holds kept of these people's time. */
  int lapse(Collection<PersonId> people, Instant from, Instant to, Instant now) {
    return jdbc.sql(
            """
            delete from booking.taken t using booking.appointment a
            where a.id = t.appointment and a.state = 'HELD' and a.held_until <= :now
              and t.person = any(:people) and t.span && tstzrange(:from, :to)
            """)
        .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
        .param("from", at(from))
        .param("to", at(to))
        .param("now", at(now))
        .update();
  }

  /** How many appointments to come one mail address has with a service. */
  int ahead(ServiceId service, String email, Instant now) {
    return jdbc.sql(
            """
            select count(*) as ahead from booking.appointment
            where service = :service and lower(guest_email) = lower(:email) and starts_at > :now
              and state in ('PENDING', 'CONFIRMED')
            """)
        .param("service", service.value())
        .param("email", email)
        .param("now", at(now))
        .query((r, n) -> integer(r, "ahead"))
        .single();
  }

  /** An event that stands for an appointment. */
  record Entry(CalendarId calendar, EventId event, PersonId person, int version) {}

  /** Waits until whoever else follows that appointment into calendars has done so. */
  void inTurn(AppointmentId id) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:id, 0)) is null as taken")
        .param("id", "booking.entry " + id)
        .query(Boolean.class)
        .single();
  }

  List<Entry> entries(AppointmentId id) {
    return jdbc.sql("select * from booking.entry where appointment = :id")
        .param("id", id.value())
        .query((r, n) ->
            new Entry(
                new CalendarId(id(r, "calendar")),
                new EventId(id(r, "event")),
                new PersonId(id(r, "person")),
                integer(r, "version")))
        .list();
  }

  void put(AppointmentId id, Entry entry) {
    jdbc.sql(
            """
            insert into booking.entry (appointment, calendar, event, person, version)
            values (:id, :calendar, :event, :person, :version)
            on conflict (appointment, calendar) do update set event = excluded.event,
              person = excluded.person, version = excluded.version
            """)
        .param("id", id.value())
        .param("calendar", entry.calendar().value())
        .param("event", entry.event().value())
        .param("person", entry.person().value())
        .param("version", entry.version())
        .update();
  }

  void remove(AppointmentId id, CalendarId calendar) {
    jdbc.sql("delete from booking.entry where appointment = :id and calendar = :calendar")
        .param("id", id.value())
        .param("calendar", calendar.value())
        .update();
  }
}
