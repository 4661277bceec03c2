package org.diestra.office.invited;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.atOrNull;
import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.bytes;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.instantOrNull;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.diestra.office.calendar.EventId;
import org.diestra.office.invitations.Answer;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.page.Formats;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people are asked to from outside. Row security shows each their own. */
@Repository
class InvitedStore {
  private static final int MOST = 50;
  private final JdbcClient jdbc;

  InvitedStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Puts it there; what was over before that moment, or called off for ever, is forgotten. */
  void add(Invited it, Instant forgotten) {
    jdbc.sql(
            """
            delete from invited.invitation where person = :person
              and (until < :before or until is null and state = 'OFF' and stamp < :before)
            """)
        .param("person", it.person().value())
        .param("before", at(forgotten))
        .update();
    jdbc.sql(
            """
            insert into invited.invitation (id, person, uid, organizer, organizer_key,
              organizer_name, sender_key, attendee, sequence, stamp, body, title, times, day, since,
              until, state, came_at)
            values (:id, :person, :uid, :organizer, :organizerKey, :name, :sender, :attendee,
              :sequence, :stamp, :body, :title, :times, :day, :since, :until, :state, :now)
            """)
        .param("id", it.id().value())
        .param("person", it.person().value())
        .param("uid", it.uid())
        .param("organizer", it.organizer())
        .param("organizerKey", it.organizerKey())
        .param("name", it.organizerName())
        .param("sender", it.senderKey())
        .param("attendee", it.attendee())
        .param("sequence", it.sequence())
        .param("stamp", at(it.stamp()))
        .param("body", it.body())
        .param("title", it.title())
        .param("times", it.times())
        .param("day", it.day())
        .param("since", at(it.since()))
        .param("until", atOrNull(it.until()))
        .param("state", it.state().name())
        .param("now", at(it.cameAt()))
        .update();
  }

  /** Other words or another time, and what was answered to it. */
  void change(Invited it) {
    jdbc.sql(
            """
            update invited.invitation set organizer_name = :name, sequence = :sequence,
              stamp = :stamp, body = :body, title = :title, times = :times, day = :day,
              since = :since, until = :until, answer = :answer, words = :words, state = :state,
              changes = changes + 1
            where id = :id
            """)
        .param("id", it.id().value())
        .param("name", it.organizerName())
        .param("sequence", it.sequence())
        .param("stamp", at(it.stamp()))
        .param("body", it.body())
        .param("title", it.title())
        .param("times", it.times())
        .param("day", it.day())
        .param("since", at(it.since()))
        .param("until", atOrNull(it.until()))
        .param("answer", it.answer().name())
        .param("words", it.words())
        .param("state", it.state().name())
        .update();
  }

  void answer(Invited it, Answer answer, String words) {
    jdbc.sql(
            """
            update invited.invitation set answer = :answer, words = :words, answers = answers + 1
            where id = :id
            """)
        .param("answer", answer.name())
        .param("words", words)
        .param("id", it.id().value())
        .update();
  }

  void state(Invited it, Invited.State state) {
    jdbc.sql("update invited.invitation set state = :state where id = :id")
        .param("state", state.name())
        .param("id", it.id().value())
        .update();
  }

  /**
   * @param copy null where nothing stands there any more
   */
  void copy(InvitedId invited, @Nullable EventId copy) {
    jdbc.sql("update invited.invitation set copy = :copy where id = :id")
        .param("copy", copy == null ? null : copy.value(), Types.OTHER)
        .param("id", invited.value())
        .update();
  }

  void moved(EventId was, EventId is) {
    jdbc.sql("update invited.invitation set copy = :is where copy = :was")
        .param("is", is.value())
        .param("was", was.value())
        .update();
  }

  Optional<Invited> find(InvitedId invited) {
    return jdbc.sql("select * from invited.invitation where id = :id")
        .param("id", invited.value())
        .query((r, n) -> invited(r))
        .optional();
  }

  /** From now until the transaction ends nobody else changes it. */
  Optional<Invited> locked(InvitedId invited) {
    return jdbc.sql("select * from invited.invitation where id = :id for update")
        .param("id", invited.value())
        .query((r, n) -> invited(r))
        .optional();
  }

  Optional<Invited> of(PersonId person, String uid) {
    return jdbc.sql("select * from invited.invitation where person = :person and uid = :uid")
        .param("person", person.value())
        .param("uid", uid)
        .query((r, n) -> invited(r))
        .optional();
  }

  Optional<Invited> byCopy(EventId copy) {
    return jdbc.sql("select * from invited.invitation where copy = :copy")
        .param("copy", copy.value())
        .query((r, n) -> invited(r))
        .optional();
  }

  /**
   * One of many, without its text.
   *
   * @param label who asks
   * @param since when it begins
   * @param day whether that is a day
   */
  record Listed(
      InvitedId id,
      String label,
      String title,
      Instant since,
      boolean day,
      Answer answer,
      Instant cameAt) {
    String href() {
      return Invited.href(id);
    }

    String title(Formats formats) {
      return title.isEmpty() ? formats.words("invitations.untitled") : title;
    }

    String when(Formats formats) {
      return day ? formats.date(since) : formats.dateTime(since);
    }
  }

  /** What is not over, the first first; at most {@value #MOST}. */
  List<Listed> open(PersonId person, Instant now) {
    return jdbc.sql(
            """
            select id, organizer, organizer_name, title, since, day, answer, came_at
            from invited.invitation
            where person = :person and state = 'OPEN' and (until is null or until > :now)
            order by since, id limit :most
            """)
        .param("person", person.value())
        .param("now", at(now))
        .param("most", MOST)
        .query((r, n) -> listed(r))
        .list();
  }

  int since(PersonId person, Instant then) {
    return jdbc.sql(
            "select count(*) from invited.invitation where person = :person and came_at > :then")
        .param("person", person.value())
        .param("then", at(then))
        .query(Integer.class)
        .single();
  }

  private static Listed listed(ResultSet r) throws SQLException {
    var name = text(r, "organizer_name");
    return new Listed(
        new InvitedId(id(r, "id")),
        name.isEmpty() ? text(r, "organizer") : name,
        text(r, "title"),
        instant(r, "since"),
        bool(r, "day"),
        label(r, "answer", Answer.class),
        instant(r, "came_at"));
  }

  private static Invited invited(ResultSet r) throws SQLException {
    var copy = idOrNull(r, "copy");
    return new Invited(
        new InvitedId(id(r, "id")),
        new PersonId(id(r, "person")),
        text(r, "uid"),
        text(r, "organizer"),
        text(r, "organizer_key"),
        text(r, "organizer_name"),
        text(r, "sender_key"),
        text(r, "attendee"),
        integer(r, "sequence"),
        instant(r, "stamp"),
        bytes(r, "body"),
        text(r, "times"),
        instant(r, "since"),
        instantOrNull(r, "until"),
        label(r, "answer", Answer.class),
        text(r, "words"),
        integer(r, "answers"),
        integer(r, "changes"),
        copy == null ? null : new EventId(copy),
        label(r, "state", Invited.State.class),
        instant(r, "came_at"));
  }
}
