package org.diestra.office.calendar;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bigint;
import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.labelOrNull;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.textOrNull;
import static org.diestra.platform.data.Row.zone;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Area;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Calendars and whom they are shown to, without what stands in them. */
@Repository
class CalendarStore {
  private final JdbcClient jdbc;

  CalendarStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A calendar that is to be made. */
  record Fresh(
      CalendarId id,
      @Nullable WorkspaceId workspace,
      @Nullable PersonId owner,
      String name,
      String colour,
      ZoneId zone) {}

  void add(Fresh it, PersonId by, Instant now) {
    jdbc.sql(
            """
            insert into calendar.calendar
              (id, workspace, owner, name, colour, zone, made_by, made_at)
            values (:id, :workspace, :owner, :name, :colour, :zone, :by, :now)
            """)
        .param("id", it.id().value())
        .param("workspace", it.workspace() == null ? null : it.workspace().value(), Types.OTHER)
        .param("owner", it.owner() == null ? null : it.owner().value(), Types.OTHER)
        .param("name", it.name())
        .param("colour", it.colour())
        .param("zone", it.zone().getId())
        .param("by", by.value())
        .param("now", at(now))
        .update();
  }

  /**
   * What the caller may see now: all of it, or what reaches the caller through one workspace. A
   * door that has ended by its own date opens nothing, even if what ends it is late.
   *
   * @param only null for everything
   */
  List<Calendar> visible(@Nullable WorkspaceId only, @Nullable CalendarId one, Instant now) {
    return jdbc.sql(
            """
            select c.*, p.name as owner_name, c.feed is not null as fed, r.reach
            from (select calendar, max(reach) as reach from calendar.reaches()
              where (until is null or until > :now)
                and (cast(:workspace as uuid) is null or workspace = :workspace)
              group by calendar) r
            join calendar.calendar c on c.id = r.calendar
            left join accounts.person p on p.id = c.owner
            where c.removed_at is null and (cast(:one as uuid) is null or c.id = :one)
            order by c.owner is not null, lower(c.name), c.id
            """)
        .param("now", at(now))
        .param("workspace", only == null ? null : only.value(), Types.OTHER)
        .param("one", one == null ? null : one.value(), Types.OTHER)
        .query((r, n) -> calendar(r))
        .list();
  }

  private static Calendar calendar(ResultSet r) throws SQLException {
    var workspace = idOrNull(r, "workspace");
    var owner = idOrNull(r, "owner");
    return new Calendar(
        new CalendarId(id(r, "id")),
        workspace == null ? null : new WorkspaceId(workspace),
        owner == null ? null : new PersonId(owner),
        textOrNull(r, "owner_name"),
        text(r, "name"),
        text(r, "colour"),
        zone(r, "zone"),
        bigint(r, "change"),
        bool(r, "fed"),
        Reach.of(integer(r, "reach")));
  }

  boolean change(CalendarId id, String name, String colour, ZoneId zone) {
    return jdbc.sql(
                """
                update calendar.calendar set name = :name, colour = :colour, zone = :zone
                where id = :id and removed_at is null
                """)
            .param("name", name)
            .param("colour", colour)
            .param("zone", zone.getId())
            .param("id", id.value())
            .update()
        == 1;
  }

  boolean remove(CalendarId id, PersonId by, Instant now) {
    return jdbc.sql(
                """
                update calendar.calendar set removed_at = :now, removed_by = :by, feed = null,
                  feed_by = null
                where id = :id and removed_at is null
                """)
            .param("now", at(now))
            .param("by", by.value())
            .param("id", id.value())
            .update()
        == 1;
  }

  /** Gives it a secret address, or, for null, takes it away. */
  boolean feed(CalendarId id, @Nullable String hash, @Nullable PersonId by) {
    return jdbc.sql(
                """
                update calendar.calendar set feed = :hash, feed_by = cast(:by as uuid)
                where id = :id and removed_at is null
                """)
            .param("hash", hash)
            .param("by", by == null ? null : by.value())
            .param("id", id.value())
            .update()
        == 1;
  }

  /**
   * A calendar by the secret of its address, whoever asks, while its maker manages it.
   *
   * @param by who made the address
   */
  record Fed(CalendarId id, String name, ZoneId zone, long change, PersonId by) {}

  Optional<Fed> fed(String hash, Instant now) {
    return jdbc.sql(
            """
            select id, name, zone, change, feed_by from calendar.calendar
            where feed = :hash and removed_at is null
              and calendar.reach_of(feed_by, id, :now) = 4
            """)
        .param("hash", hash)
        .param("now", at(now))
        .query((r, n) ->
            new Fed(
                new CalendarId(id(r, "id")),
                text(r, "name"),
                zone(r, "zone"),
                bigint(r, "change"),
                new PersonId(id(r, "feed_by"))))
        .optional();
  }

  /** What a person was shown in a workspace ends; so do one's own calendars there. */
  int endShares(WorkspaceId workspace, PersonId person, Instant now) {
    return jdbc.sql(
            """
            update calendar.share s set ended_at = :now, ended_by = :person
            where s.workspace = :workspace and s.ended_at is null and (s.person = :person
              or exists (select from calendar.calendar c
                where c.id = s.calendar and c.owner = :person))
            """)
        .param("now", at(now))
        .param("person", person.value())
        .param("workspace", workspace.value())
        .update();
  }

  /**
   * Counts a change of the calendar, which no other change of it overtakes until the transaction
   * ends.
   */
  Optional<Long> count(CalendarId calendar) {
    return jdbc.sql(
            """
            update calendar.calendar set change = change + 1
            where id = :id and removed_at is null returning change
            """)
        .param("id", calendar.value())
        .query(Long.class)
        .optional();
  }

  /** How many events a calendar has. */
  int size(CalendarId calendar) {
    return jdbc.sql("select count(*) from calendar.object where calendar = :calendar")
        .param("calendar", calendar.value())
        .query(Integer.class)
        .single();
  }

  /** How many there are of a workspace's or a person's own. */
  int count(@Nullable WorkspaceId workspace, @Nullable PersonId owner) {
    return jdbc.sql(
            """
            select count(*) from calendar.calendar
            where removed_at is null and (workspace = :workspace or owner = :owner)
            """)
        .param("workspace", workspace == null ? null : workspace.value(), Types.OTHER)
        .param("owner", owner == null ? null : owner.value(), Types.OTHER)
        .query(Integer.class)
        .single();
  }

  /**
   * Whom a calendar is shown to.
   *
   * @param area all who work there, or null
   * @param person one of them, or null
   */
  record Share(
      UUID id,
      WorkspaceId workspace,
      @Nullable PersonId person,
      @Nullable String name,
      @Nullable Area area,
      Reach reach,
      Instant since) {}

  List<Share> shares(CalendarId calendar) {
    return jdbc.sql(
            """
            select s.*, p.name from calendar.share s
            left join accounts.person p on p.id = s.person
            where s.calendar = :calendar and s.ended_at is null order by s.since, s.id
            """)
        .param("calendar", calendar.value())
        .query((r, n) -> {
          var person = idOrNull(r, "person");
          return new Share(
              id(r, "id"),
              new WorkspaceId(id(r, "workspace")),
              person == null ? null : new PersonId(person),
              textOrNull(r, "name"),
              labelOrNull(r, "area", Area.class),
              Reach.of(integer(r, "reach")),
              instant(r, "since"));
        })
        .list();
  }

  /** Shows it to a person or an area; where it is shown already, only how far may change. */
  void share(CalendarId calendar, Share it, PersonId by) {
    jdbc.sql(
            """
            insert into calendar.share
              (id, calendar, workspace, person, area, reach, given_by, since)
            values (:id, :calendar, :workspace, :person, :area, :reach, :by, :since)
            on conflict (calendar, workspace, person, area) where ended_at is null
            do update set reach = excluded.reach
            """)
        .param("id", it.id())
        .param("calendar", calendar.value())
        .param("workspace", it.workspace().value())
        .param("person", it.person() == null ? null : it.person().value(), Types.OTHER)
        .param("area", it.area() == null ? null : it.area().name())
        .param("reach", it.reach().number())
        .param("by", by.value())
        .param("since", at(it.since()))
        .update();
  }

  boolean unshare(CalendarId calendar, UUID share, PersonId by, Instant now) {
    return jdbc.sql(
                """
                update calendar.share set ended_at = :now, ended_by = :by
                where id = :id and calendar = :calendar and ended_at is null
                """)
            .param("now", at(now))
            .param("by", by.value())
            .param("id", share)
            .param("calendar", calendar.value())
            .update()
        == 1;
  }
}
