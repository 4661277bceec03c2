package org.diestra.office.files;

import static org.diestra.platform.data.Row.bigint;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.text;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.diestra.office.workspaces.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What takes room, in one workspace and in all of them. */
@Repository
class RoomStore {
  private final JdbcClient jdbc;

  RoomStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What versions take: the newest ones, earlier ones, and those of the trash. */
  record Sums(long now, long older, long trash) {}

  Sums sums(WorkspaceId workspace) {
    return jdbc.sql(
            """
            select
              coalesce(sum(v.size) filter (where e.trash is null and v.number = e.version), 0) as now,
              coalesce(sum(v.size) filter (where e.trash is null and v.number < e.version), 0)
                as older,
              coalesce(sum(v.size) filter (where e.trash is not null), 0) as trash
            from files.version v
            join files.entry e on e.workspace = v.workspace and e.id = v.entry
            where v.workspace = :workspace
            """)
        .param("workspace", workspace.value())
        .query((r, n) -> new Sums(bigint(r, "now"), bigint(r, "older"), bigint(r, "trash")))
        .single();
  }

  List<RoomUse.Heavy> largest(WorkspaceId workspace, int most) {
    return jdbc.sql(
            """
            select e.*, h.total, h.total - e.size as older, h.versions
            from (select entry, sum(size) as total, count(*) as versions from files.version
              where workspace = :workspace group by entry) h
            join files.entry e on e.workspace = :workspace and e.id = h.entry
            where e.trash is null and h.total > 0
            order by h.total desc, e.id limit :most
            """)
        .param("workspace", workspace.value())
        .param("most", most)
        .query((r, n) ->
            new RoomUse.Heavy(
                EntryStore.entry(r),
                bigint(r, "total"),
                bigint(r, "older"),
                integer(r, "versions")))
        .list();
  }

  /** Takes all versions of a file away but the newest, and those that are frozen. */
  List<VersionStore.Gone> forgetOlder(WorkspaceId workspace, EntryId file) {
    return jdbc.sql(
            """
            delete from files.version v using files.entry e
            where v.workspace = :workspace and v.entry = :entry and e.workspace = v.workspace
              and e.id = v.entry and v.number < e.version
              and not exists (select from files.freeze f where f.version = v.id)
            returning v.id, v.workspace, v.size
            """)
        .param("workspace", workspace.value())
        .param("entry", file.value())
        .query((r, n) -> VersionStore.gone(r))
        .list();
  }

  /** All workspaces that have files, the fullest first; each page goes on behind the last. */
  List<RoomUse.Client> clients(@Nullable UUID after, LocalDate monthAgo, int most) {
    return jdbc.sql(
            """
            select s.*, o.name, s.used - coalesce((select d.used from files.day d
                where d.workspace = s.workspace and d.day <= :then order by d.day desc limit 1), 0)
              as grown
            from files.space s
            join workspaces.workspace w on w.id = s.workspace
            join accounts.organisation o on o.id = w.organisation
            where cast(:after as uuid) is null or (s.used + s.coming, s.workspace) <
              (select b.used + b.coming, b.workspace from files.space b where b.workspace = :after)
            order by s.used + s.coming desc, s.workspace desc limit :most
            """)
        .param("after", after)
        .param("then", monthAgo)
        .param("most", most)
        .query((r, n) ->
            new RoomUse.Client(
                id(r, "workspace"), text(r, "name"), SpaceStore.space(r), bigint(r, "grown")))
        .list();
  }

  /** Of all together: what is used, and what is on its way. */
  Space whole() {
    return jdbc.sql(
            """
            select coalesce(sum(used), 0) as used, coalesce(sum(coming), 0) as coming,
              coalesce(sum(quota), 1) as quota
            from files.space
            """)
        .query((r, n) -> SpaceStore.space(r))
        .single();
  }

  boolean has(UUID workspace) {
    return jdbc.sql("select exists (select from files.space where workspace = :workspace)")
        .param("workspace", workspace)
        .query(Boolean.class)
        .single();
  }

  boolean setQuota(UUID workspace, long quota) {
    return jdbc.sql("update files.space set quota = :quota where workspace = :workspace")
            .param("quota", quota)
            .param("workspace", workspace)
            .update()
        == 1;
  }

  /** Remembers what each weighs on that day; once more changes nothing. */
  void remember(LocalDate day, LocalDate forget) {
    jdbc.sql(
            """
            insert into files.day (workspace, day, used) select workspace, :day, used from files.space
            on conflict do nothing
            """)
        .param("day", day)
        .update();
    jdbc.sql("delete from files.day where day < :forget").param("forget", forget).update();
  }
}
