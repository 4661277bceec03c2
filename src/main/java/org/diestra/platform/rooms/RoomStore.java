package org.diestra.platform.rooms;

import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.instantOrNull;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Token;
import org.diestra.platform.data.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rooms, what opens them, and their logs. */
@Repository
class RoomStore {
  private final JdbcClient jdbc;

  RoomStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Opens a room, or opens the same one anew for another time. */
  RoomId open(String kind, UUID subject, Instant opens, Instant closes) {
    return jdbc.sql(
            """
            insert into rooms.room (id, kind, subject, opens_at, closes_at)
            values (:id, :kind, :subject, :opens, :closes)
            on conflict (kind, subject) do update
              set opens_at = excluded.opens_at, closes_at = excluded.closes_at, closed_at = null
            returning id
            """)
        .param("id", RoomId.fresh().value())
        .param("kind", kind)
        .param("subject", subject)
        .param("opens", Row.at(opens))
        .param("closes", Row.at(closes))
        .query((r, n) -> new RoomId(id(r, "id")))
        .single();
  }

  /** Nobody who was let in before has a seat any more. */
  void clear(RoomId room) {
    jdbc.sql("delete from rooms.seat where room = :room").param("room", room.value()).update();
  }

  boolean close(String kind, UUID subject, Instant at) {
    return jdbc.sql(
                """
                update rooms.room set closed_at = :at
                where kind = :kind and subject = :subject and closed_at is null
                """)
            .param("kind", kind)
            .param("subject", subject)
            .param("at", Row.at(at))
            .update()
        == 1;
  }

  Optional<Room> find(RoomId id) {
    return jdbc.sql("select * from rooms.room where id = :id")
        .param("id", id.value())
        .query((r, n) -> room(r))
        .optional();
  }

  Optional<Room> of(String kind, UUID subject) {
    return jdbc.sql("select * from rooms.room where kind = :kind and subject = :subject")
        .param("kind", kind)
        .param("subject", subject)
        .query((r, n) -> room(r))
        .optional();
  }

  void add(Token token, RoomId room, PersonId person, Instant expires, Instant now) {
    jdbc.sql("delete from rooms.token where expires_at < :now").param("now", Row.at(now)).update();
    jdbc.sql(
            """
            insert into rooms.token (hash, room, person, expires_at)
            values (:hash, :room, :person, :expires)
            """)
        .param("hash", token.hash())
        .param("room", room.value())
        .param("person", person.value())
        .param("expires", Row.at(expires))
        .update();
  }

  /** True once for each token, for its person and room, before it expires. */
  boolean use(Token token, RoomId room, PersonId person, Instant now) {
    return jdbc.sql(
                """
                delete from rooms.token
                where hash = :hash and room = :room and person = :person and expires_at > :now
                """)
            .param("hash", token.hash())
            .param("room", room.value())
            .param("person", person.value())
            .param("now", Row.at(now))
            .update()
        == 1;
  }

  /** The number of that person's seat; empty for somebody who was not let in. */
  Optional<Integer> seat(RoomId room, PersonId person) {
    return jdbc.sql("select number from rooms.seat where room = :room and person = :person")
        .param("room", room.value())
        .param("person", person.value())
        .query(Integer.class)
        .optional();
  }

  /** Gives that person a seat; who has one keeps it. */
  int admit(RoomId room, PersonId person, Instant at) {
    jdbc.sql("select id from rooms.room where id = :room for update")
        .param("room", room.value())
        .query((r, n) -> true)
        .single();
    jdbc.sql(
            """
            insert into rooms.seat (room, person, number, at)
            select :room, :person, coalesce(max(number), 0) + 1, :at
            from rooms.seat where room = :room
            on conflict (room, person) do nothing
            """)
        .param("room", room.value())
        .param("person", person.value())
        .param("at", Row.at(at))
        .update();
    return seat(room, person).orElseThrow();
  }

  /** Begins a line of the log; one that nobody saw the end of goes on. */
  void came(RoomId room, PersonId person, boolean host, Instant at) {
    jdbc.sql(
            """
            insert into rooms.stay (id, room, person, host, came_at)
            select :id, :room, :person, :host, :at
            where not exists (select from rooms.stay
              where room = :room and person = :person and left_at is null)
            """)
        .param("id", Ids.fresh())
        .param("room", room.value())
        .param("person", person.value())
        .param("host", host)
        .param("at", Row.at(at))
        .update();
  }

  void left(RoomId room, PersonId person, Instant at) {
    jdbc.sql(
            """
            update rooms.stay set left_at = greatest(came_at, :at)
            where room = :room and person = :person and left_at is null
            """)
        .param("room", room.value())
        .param("person", person.value())
        .param("at", Row.at(at))
        .update();
  }

  /** In the order of coming, at most 200. */
  List<Stay> log(RoomId room) {
    return jdbc.sql(
            """
            select s.*, seat.number is not null as admitted from rooms.stay s
            left join rooms.seat seat on seat.room = s.room and seat.person = s.person
            where s.room = :room order by s.came_at limit 200
            """)
        .param("room", room.value())
        .query((r, n) ->
            new Stay(
                new PersonId(id(r, "person")),
                bool(r, "host"),
                bool(r, "admitted"),
                instant(r, "came_at"),
                instantOrNull(r, "left_at")))
        .list();
  }

  private static Room room(ResultSet r) throws SQLException {
    return new Room(
        new RoomId(id(r, "id")),
        text(r, "kind"),
        id(r, "subject"),
        instant(r, "opens_at"),
        instant(r, "closes_at"),
        instantOrNull(r, "closed_at"));
  }
}
