package org.diestra.office.vault;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.instantOrNull;
import static org.diestra.platform.data.Row.text;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Area;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is to be changed; only those who keep a workspace see it. */
@Repository
class DutyStore {
  private final JdbcClient jdbc;

  DutyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * All in these areas that the person could reach, and all that it has opened since it is what it
   * is, wherever that lies by now. Once more adds nothing.
   *
   * @param kept whether the person also reached what is for keepers alone
   * @return how many were added
   */
  int open(
      WorkspaceId workspace, PersonId person, Collection<Area> areas, boolean kept, Instant now) {
    return jdbc.sql(
            """
            with used as (
              select u.item, max(u.at) as at from vault.use u join vault.item i on i.id = u.item
              where u.workspace = :workspace and u.person = :person and u.at >= i.secret_at
                and u.what in ('REVEALED', 'COPIED', 'CODE', 'ADDED', 'IMPORTED')
              group by u.item)
            insert into vault.duty (id, workspace, item, person, used_at, since)
            select gen_random_uuid(), i.workspace, i.id, :person, used.at, :now
            from vault.item i left join used on used.item = i.id
            where i.workspace = :workspace and i.secret_at <= :now
              and (used.at is not null
                or i.area = any(:areas) and i.kind <> 'NOTE' and (not i.kept or :kept))
            on conflict do nothing
            """)
        .param("workspace", workspace.value())
        .param("person", person.value())
        .param("areas", areas.stream().map(Area::name).toArray(String[]::new))
        .param("kept", kept)
        .param("now", at(now))
        .update();
  }

  /** What is to be done in a workspace, what was waiting longest first. */
  List<Duty> open(WorkspaceId workspace, int most) {
    return jdbc.sql(
            """
            select d.*, i.name from vault.duty d join vault.item i on i.id = d.item
            where d.workspace = :workspace and d.done_at is null and i.removed_at is null
            order by d.since, d.person, d.used_at desc nulls last, lower(i.name) limit :most
            """)
        .param("workspace", workspace.value())
        .param("most", most)
        .query((r, n) ->
            new Duty(
                id(r, "id"),
                new ItemId(id(r, "item")),
                text(r, "name"),
                new PersonId(id(r, "person")),
                instantOrNull(r, "used_at"),
                instant(r, "since")))
        .list();
  }

  /** How many there are to be done, and since when. */
  record Waiting(WorkspaceId workspace, int count, Instant since) {}

  /** Wherever the caller keeps the workspace. */
  List<Waiting> waiting() {
    return jdbc.sql(
            """
            select d.workspace, count(*) as duties, min(d.since) as since
            from vault.duty d join vault.item i on i.id = d.item
            where d.done_at is null and i.removed_at is null
            group by d.workspace
            """)
        .query((r, n) ->
            new Waiting(
                new WorkspaceId(id(r, "workspace")), r.getInt("duties"), instant(r, "since")))
        .list();
  }

  /** Its secret is another now. */
  void changed(ItemId item, PersonId by, Instant now) {
    jdbc.sql(
            """
            update vault.duty set done_at = :now, done_by = :by, changed = true
            where item = :item and done_at is null
            """)
        .param("item", item.value())
        .param("by", by.value())
        .param("now", at(now))
        .update();
  }

  /** All of one person's that it never opened are left as they are; how many there were. */
  int leaveUnused(WorkspaceId workspace, PersonId person, PersonId by, Instant now) {
    return jdbc.sql(
            """
            update vault.duty set done_at = :now, done_by = :by, changed = false
            where workspace = :workspace and person = :person and used_at is null
              and done_at is null
            """)
        .param("workspace", workspace.value())
        .param("person", person.value())
        .param("by", by.value())
        .param("now", at(now))
        .update();
  }

  /** It is left as it is; false where it is done already, or is not there. */
  boolean leave(WorkspaceId workspace, UUID duty, PersonId by, Instant now) {
    return jdbc.sql(
                """
                update vault.duty set done_at = :now, done_by = :by, changed = false
                where id = :id and workspace = :workspace and done_at is null
                """)
            .param("id", duty)
            .param("workspace", workspace.value())
            .param("by", by.value())
            .param("now", at(now))
            .update()
        == 1;
  }
}
