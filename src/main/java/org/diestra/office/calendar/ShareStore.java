package org.diestra.office.calendar;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.labelOrNull;
import static org.diestra.platform.data.Row.textOrNull;

import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Area;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom calendars are shown to. */
@Repository
class ShareStore {
  private final JdbcClient jdbc;

  ShareStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
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

  /** Everybody whose pages may show that calendar, for news that name it and no more. */
  List<PersonId> watchers(CalendarId calendar) {
    return jdbc.sql("select person from calendar.watchers(:calendar) as w(person)")
        .param("calendar", calendar.value())
        .query((r, n) -> new PersonId(id(r, "person")))
        .list();
  }
}
