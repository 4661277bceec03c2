package org.diestra.office.invitations;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.atOrNull;
import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.bytes;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.instantOrNull;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.office.calendar.CalendarId;
import org.diestra.office.calendar.EventId;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Meetings and what was sent of them. Row security lets the house alone in. */
@Repository
class MeetingStore {
  private final JdbcClient jdbc;

  MeetingStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Puts it there unless there is one of that event. */
  void add(Meeting it, Instant now) {
    jdbc.sql(
            """
            insert into invitations.meeting
              (id, object, calendar, uid, organizer, organizer_name, made_at)
            values (:id, :object, :calendar, :uid, :organizer, :name, :now)
            on conflict (object) do nothing
            """)
        .param("id", it.id())
        .param("object", it.object().value())
        .param("calendar", it.calendar().value())
        .param("uid", it.uid())
        .param("organizer", it.organizer().value())
        .param("name", it.organizerName())
        .param("now", at(now))
        .update();
  }

  Optional<Meeting> of(EventId event) {
    return one("object", event.value(), "");
  }

  /** From now until the transaction ends nobody else changes who is asked or what was sent. */
  Optional<Meeting> locked(EventId event) {
    return one("object", event.value(), "for update");
  }

  Optional<Meeting> locked(UUID meeting) {
    return one("id", meeting, "for update");
  }

  Optional<Meeting> find(UUID meeting) {
    return one("id", meeting, "");
  }

  private Optional<Meeting> one(String column, UUID value, String lock) {
    return jdbc.sql("select * from invitations.meeting where " + column + " = :value " + lock)
        .param("value", value)
        .query((r, n) -> meeting(r))
        .optional();
  }

  private static Meeting meeting(ResultSet r) throws SQLException {
    return new Meeting(
        id(r, "id"),
        new EventId(id(r, "object")),
        new CalendarId(id(r, "calendar")),
        text(r, "uid"),
        new PersonId(id(r, "organizer")),
        text(r, "organizer_name"),
        integer(r, "number"),
        bool(r, "pending"),
        instantOrNull(r, "ended_at") != null);
  }

  /** Those of a workspace's calendars to which that person is asked, and that are not over. */
  List<UUID> of(WorkspaceId workspace, PersonId person, Instant now) {
    return jdbc.sql(
            """
            select m.id from invitations.guest g
            join invitations.meeting m on m.id = g.meeting and m.ended_at is null
            join calendar.calendar c on c.id = m.calendar
            left join invitations.issue i on i.meeting = m.id and i.number = g.issue
            where g.person = :person and g.removed_at is null and c.workspace = :workspace
              and (i.until is null or i.until > :now)
            order by m.id
            """)
        .param("person", person.value())
        .param("workspace", workspace.value())
        .param("now", at(now))
        .query((r, n) -> id(r, "id"))
        .list();
  }

  /** Those in a calendar of which somebody holds something that is not over. */
  List<UUID> held(CalendarId calendar, Instant now) {
    return jdbc.sql(
            """
            select m.id from invitations.meeting m
            where m.calendar = :calendar and m.ended_at is null and exists (
              select from invitations.guest g
              join invitations.issue i on i.meeting = g.meeting and i.number = g.issue
              where g.meeting = m.id and g.removed_at is null
                and (i.until is null or i.until > :now))
            order by m.id
            """)
        .param("calendar", calendar.value())
        .param("now", at(now))
        .query((r, n) -> id(r, "id"))
        .list();
  }

  Optional<Issue> issue(UUID meeting, int number) {
    return jdbc.sql("select * from invitations.issue where meeting = :meeting and number = :number")
        .param("meeting", meeting)
        .param("number", number)
        .query((r, n) -> issue(r))
        .optional();
  }

  static Issue issue(ResultSet r) throws SQLException {
    var text =
        new Issue.Text(
            bytes(r, "body"),
            text(r, "digest"),
            text(r, "times"),
            instant(r, "since"),
            instantOrNull(r, "until"));
    return new Issue(
        id(r, "meeting"),
        integer(r, "number"),
        integer(r, "sequence"),
        text,
        new PersonId(id(r, "sent_by")),
        instant(r, "sent_at"));
  }

  /** A new issue, the meeting's last from now on; what nobody holds any more goes. */
  void add(Issue it) {
    jdbc.sql(
            """
            delete from invitations.issue i where i.meeting = :meeting and not exists (
              select from invitations.guest g where g.meeting = i.meeting and g.issue = i.number)
            """)
        .param("meeting", it.meeting())
        .update();
    jdbc.sql(
            """
            insert into invitations.issue (meeting, number, sequence, body, digest, times, since,
              until, sent_by, sent_at)
            values (:meeting, :number, :sequence, :body, :digest, :times, :since, :until, :by, :at)
            """)
        .param("meeting", it.meeting())
        .param("number", it.number())
        .param("sequence", it.sequence())
        .param("body", it.text().body())
        .param("digest", it.text().digest())
        .param("times", it.text().times())
        .param("since", at(it.text().since()))
        .param("until", atOrNull(it.text().until()))
        .param("by", it.by().value())
        .param("at", at(it.at()))
        .update();
    jdbc.sql("update invitations.meeting set number = :number where id = :id")
        .param("number", it.number())
        .param("id", it.meeting())
        .update();
  }

  /** Whether it was changed since it was sent, where it was sent at all. */
  void compare(EventId event, String digest) {
    jdbc.sql(
            """
            update invitations.meeting m set pending = i.digest <> :digest
            from invitations.issue i
            where m.object = :object and m.ended_at is null
              and i.meeting = m.id and i.number = m.number
            """)
        .param("object", event.value())
        .param("digest", digest)
        .update();
  }

  void settled(UUID meeting) {
    jdbc.sql("update invitations.meeting set pending = false where id = :id")
        .param("id", meeting)
        .update();
  }

  void end(UUID meeting, Instant now) {
    jdbc.sql("update invitations.meeting set ended_at = :now, pending = false where id = :id")
        .param("id", meeting)
        .param("now", at(now))
        .update();
  }

  /** All that is left in a calendar. */
  void end(CalendarId calendar, Instant now) {
    jdbc.sql(
            """
            update invitations.meeting set ended_at = :now, pending = false
            where calendar = :calendar and ended_at is null
            """)
        .param("calendar", calendar.value())
        .param("now", at(now))
        .update();
  }

  void moved(EventId was, EventId is, CalendarId into) {
    jdbc.sql(
            """
            update invitations.meeting set object = :is, calendar = :calendar where object = :was
            """)
        .param("is", is.value())
        .param("calendar", into.value())
        .param("was", was.value())
        .update();
  }
}
