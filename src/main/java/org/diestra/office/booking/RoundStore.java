package org.diestra.office.booking;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.atOrNull;
import static org.diestra.platform.data.Row.id;

import java.time.Instant;
import java.util.List;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the house looks for again and again. */
@Repository
class RoundStore {
  private static final int AT_ONCE = 200;
  private final JdbcClient jdbc;

  RoundStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private List<AppointmentId> ids(String where, Instant now) {
    return jdbc.sql(
            "select id from booking.appointment where " + where + " order by id limit " + AT_ONCE)
        .param("now", at(now))
        .query((r, n) -> new AppointmentId(id(r, "id")))
        .list();
  }

  List<AppointmentId> lapsed(Instant now) {
    return ids("state = 'HELD' and held_until <= :now", now);
  }

  List<AppointmentId> unanswered(Instant now) {
    return ids("state = 'PENDING' and starts_at <= :now", now);
  }

  List<AppointmentId> ended(Instant now) {
    return ids("state = 'CONFIRMED' and ends_at <= :now", now);
  }

  List<AppointmentId> reminded(Instant now) {
    return ids("remind_at <= :now", now);
  }

  void remind(AppointmentId id, @Nullable Instant next) {
    jdbc.sql("update booking.appointment set remind_at = :next where id = :id")
        .param("id", id.value())
        .param("next", atOrNull(next))
        .update();
  }

  /** Appointments to come that were counted by other rules of the clocks than these. */
  List<AppointmentId> counted(String edition, Instant now) {
    return jdbc.sql(
            """
            select id from booking.appointment
            where state in ('PENDING', 'CONFIRMED') and starts_at > :now and tzdata <> :edition
            order by id
            """)
        .param("now", at(now))
        .param("edition", edition)
        .query((r, n) -> new AppointmentId(id(r, "id")))
        .list();
  }

  void counted(AppointmentId id, String edition) {
    jdbc.sql("update booking.appointment set tzdata = :edition where id = :id")
        .param("id", id.value())
        .param("edition", edition)
        .update();
  }

  /**
   * Who came is forgotten, and what never became an appointment is taken away.
   *
   * @return those whose guests were forgotten, each a version later
   */
  List<AppointmentId> forget(Instant endedBefore, Instant lapsedBefore, Instant now) {
    jdbc.sql("delete from booking.appointment where state = 'LAPSED' and made_at < :before")
        .param("before", at(lapsedBefore))
        .update();
    jdbc.sql(
            """
            delete from booking.answer w using booking.appointment a
            where a.id = w.appointment and a.forgotten_at is null and a.ends_at < :before
              and a.state in ('DONE', 'NO_SHOW', 'CANCELLED')
            """)
        .param("before", at(endedBefore))
        .update();
    jdbc.sql(
            """
            update booking.step s set words = '' from booking.appointment a
            where a.id = s.appointment and a.forgotten_at is null and a.ends_at < :before
              and a.state in ('DONE', 'NO_SHOW', 'CANCELLED') and s.words <> ''
            """)
        .param("before", at(endedBefore))
        .update();
    return jdbc.sql(
            """
            update booking.appointment set guest_name = '', guest_email = '', guest_zone = 'UTC',
              version = version + 1, forgotten_at = :now
            where forgotten_at is null and ends_at < :before
              and state in ('DONE', 'NO_SHOW', 'CANCELLED')
            returning id
            """)
        .param("before", at(endedBefore))
        .param("now", at(now))
        .query((r, n) -> new AppointmentId(id(r, "id")))
        .list();
  }

  /** The appointments to come that take that person's time in a workspace. */
  List<AppointmentId> ahead(WorkspaceId workspace, PersonId person, Instant now) {
    return jdbc.sql(
            """
            select id from booking.appointment
            where workspace = :workspace and :person = any(hosts) and starts_at > :now
              and state in ('PENDING', 'CONFIRMED')
            order by starts_at, id
            """)
        .param("workspace", workspace.value())
        .param("person", person.value())
        .param("now", at(now))
        .query((r, n) -> new AppointmentId(id(r, "id")))
        .list();
  }
}
