package org.diestra.office.invitations;

import static java.sql.Types.TIMESTAMP_WITH_TIMEZONE;
import static org.diestra.platform.data.Row.at;
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
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.diestra.office.calendar.EventId;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is asked, and what they answered. Row security lets the house alone in. */
@Repository
class GuestStore {
  private final JdbcClient jdbc;

  GuestStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Everybody who was ever asked, those still asked first, by name. */
  List<Guest> of(UUID meeting) {
    return jdbc.sql(
            """
            select * from invitations.guest where meeting = :meeting
            order by removed_at is not null, optional, lower(name), address_key limit 1000
            """)
        .param("meeting", meeting)
        .query((r, n) -> guest(r))
        .list();
  }

  Optional<Guest> find(GuestId id) {
    return one("id", id.value());
  }

  Optional<Guest> locked(GuestId id) {
    return jdbc.sql("select * from invitations.guest where id = :id for update")
        .param("id", id.value())
        .query((r, n) -> guest(r))
        .optional();
  }

  Optional<Guest> byKey(String hash) {
    return one("key_hash", hash);
  }

  Optional<Guest> byCopy(EventId copy) {
    return one("copy", copy.value());
  }

  private Optional<Guest> one(String column, Object value) {
    return jdbc.sql("select * from invitations.guest where " + column + " = :value")
        .param("value", value)
        .query((r, n) -> guest(r))
        .optional();
  }

  static Guest guest(ResultSet r) throws SQLException {
    var person = idOrNull(r, "person");
    var copy = idOrNull(r, "copy");
    return new Guest(
        new GuestId(id(r, "id")),
        id(r, "meeting"),
        text(r, "address"),
        text(r, "address_key"),
        text(r, "name"),
        person == null ? null : new PersonId(person),
        bool(r, "optional"),
        label(r, "answer", Answer.class),
        text(r, "words"),
        instantOrNull(r, "answered_at"),
        instantOrNull(r, "stamp"),
        proposes(r),
        integer(r, "issue"),
        bytes(r, "key"),
        copy == null ? null : new EventId(copy),
        instant(r, "asked_at"),
        integer(r, "lift"),
        instantOrNull(r, "removed_at"));
  }

  private static Guest.@Nullable Proposal proposes(ResultSet r) throws SQLException {
    var from = instantOrNull(r, "proposes_from");
    var to = instantOrNull(r, "proposes_to");
    return from == null || to == null ? null : new Guest.Proposal(from, to);
  }

  /**
   * They hold that issue now.
   *
   * @param anew whether they are asked again, since it is at another time
   * @param moved which single dates are at another time
   */
  void told(Collection<Guest> guests, int issue, boolean anew, Set<String> moved) {
    jdbc.sql(
            """
            update invitations.guest set issue = :issue,
              answer = case when :anew then 'NONE' else answer end,
              words = case when :anew then '' else words end,
              answered_at = case when :anew then null else answered_at end,
              proposes_from = case when :anew then null else proposes_from end,
              proposes_to = case when :anew then null else proposes_to end
            where id = any (:ids)
            """)
        .param("issue", issue)
        .param("anew", anew)
        .param("ids", ids(guests))
        .update();
    jdbc.sql(
            """
            delete from invitations.answer where guest = any (:ids) and (:anew or date = any (:moved))
            """)
        .param("ids", ids(guests))
        .param("anew", anew)
        .param("moved", moved.toArray(String[]::new))
        .update();
  }

  /**
   * @param stamp when it was written
   */
  void answer(Guest it, Answer answer, String words, Instant stamp, Instant now) {
    jdbc.sql(
            """
            update invitations.guest set answer = :answer, words = :words, stamp = :stamp,
              answered_at = :now, proposes_from = null, proposes_to = null
            where id = :id
            """)
        .param("answer", answer.name())
        .param("words", words)
        .param("stamp", at(stamp))
        .param("now", at(now))
        .param("id", it.id().value())
        .update();
  }

  /** What they write besides; what they answered stays. */
  void wrote(Guest it, String words, Guest.@Nullable Proposal proposal, Instant stamp) {
    jdbc.sql(
            """
            update invitations.guest set words = :words, stamp = :stamp, proposes_from = :from,
              proposes_to = :to
            where id = :id
            """)
        .param("words", words)
        .param("stamp", at(stamp))
        .param("from", proposal == null ? null : at(proposal.from()), TIMESTAMP_WITH_TIMEZONE)
        .param("to", proposal == null ? null : at(proposal.to()), TIMESTAMP_WITH_TIMEZONE)
        .param("id", it.id().value())
        .update();
  }

  /**
   * An answer to one date, unless one was written after it.
   *
   * @return whether it says something new
   */
  boolean answer(Guest it, String date, Answer answer, Instant stamp, Instant now) {
    return jdbc.sql(
                """
                insert into invitations.answer (guest, date, answer, at, stamp)
                values (:guest, :date, :answer, :now, :stamp)
                on conflict (guest, date) do update
                set answer = excluded.answer, at = excluded.at, stamp = excluded.stamp
                where invitations.answer.stamp <= excluded.stamp
                  and invitations.answer.answer <> excluded.answer
                """)
            .param("guest", it.id().value())
            .param("date", date)
            .param("answer", answer.name())
            .param("stamp", at(stamp))
            .param("now", at(now))
            .update()
        == 1;
  }

  /** What was answered to single dates of a series, by guest and date. */
  Map<GuestId, Map<String, Answer>> dates(UUID meeting) {
    var all = new LinkedHashMap<GuestId, Map<String, Answer>>();
    jdbc.sql(
            """
            select a.* from invitations.guest g join invitations.answer a on a.guest = g.id
            where g.meeting = :meeting and g.removed_at is null order by a.date limit 5000
            """)
        .param("meeting", meeting)
        .query(r -> {
          all.computeIfAbsent(new GuestId(id(r, "guest")), g -> new LinkedHashMap<>())
              .put(text(r, "date"), label(r, "answer", Answer.class));
        });
    return all;
  }

  void change(Guest it, boolean optional) {
    jdbc.sql("update invitations.guest set optional = :optional where id = :id")
        .param("optional", optional)
        .param("id", it.id().value())
        .update();
  }

  void remove(Collection<Guest> some, Instant now) {
    jdbc.sql("update invitations.guest set removed_at = :now where id = any (:ids)")
        .param("now", at(now))
        .param("ids", ids(some))
        .update();
  }

  private static UUID[] ids(Collection<Guest> some) {
    return some.stream().map(g -> g.id().value()).toArray(UUID[]::new);
  }
}
