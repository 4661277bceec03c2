package org.diestra.office.files;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.textOrNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who opened what: a row a day for each, however often. */
@Repository
class OpeningStore {
  private final JdbcClient jdbc;

  OpeningStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Who opens something.
   *
   * @param person null for a visitor
   * @param link by which a visitor came; null for a person
   * @param visitor 16 hexadecimal digits that tell visitors of one link apart; null for a person
   */
  record Who(@Nullable UUID person, @Nullable UUID link, @Nullable String visitor) {
    static Who person(PersonId person) {
      return new Who(person.value(), null, null);
    }
  }

  /** Who opened the one has opened the other, which takes its place. */
  void hand(EntryId from, EntryId to) {
    jdbc.sql(
            """
            insert into files.opening
              (id, workspace, entry, person, link, visitor, way, day, first_at, last_at, times)
            select uuidv7(), workspace, :to, person, link, visitor, way, day, first_at, last_at, times
            from files.opening where entry = :from
            on conflict (entry, day, way, person, link, visitor) do update
              set first_at = least(opening.first_at, excluded.first_at),
                last_at = greatest(opening.last_at, excluded.last_at),
                times = opening.times + excluded.times
            """)
        .param("from", from.value())
        .param("to", to.value())
        .update();
  }

  /** All at once, in one statement. */
  void add(WorkspaceId workspace, Collection<UUID> entries, Who who, Opening.Way way, Instant now) {
    jdbc.sql(
            """
            insert into files.opening
              (id, workspace, entry, person, link, visitor, way, day, first_at, last_at)
            select uuidv7(), :workspace, e.id, cast(:person as uuid), cast(:link as uuid), :visitor,
              :way, :day, :now, :now
            from files.entry e where e.workspace = :workspace and e.id = any(:entries)
            on conflict (entry, day, way, person, link, visitor)
              do update set last_at = excluded.last_at, times = opening.times + 1
            """)
        .param("workspace", workspace.value())
        .param("entries", entries.toArray(UUID[]::new))
        .param("person", who.person())
        .param("link", who.link())
        .param("visitor", who.visitor())
        .param("way", way.name())
        .param("day", LocalDate.ofInstant(now, ZoneOffset.UTC))
        .param("now", at(now))
        .update();
  }

  /** Whether that visitor of a link opened it since. */
  boolean visited(EntryId entry, UUID link, String visitor, Instant since) {
    return jdbc.sql(
            """
            select exists (select from files.opening
              where entry = :entry and link = :link and visitor = :visitor and last_at > :since)
            """)
        .param("entry", entry.value())
        .param("link", link)
        .param("visitor", visitor)
        .param("since", at(since))
        .query(Boolean.class)
        .single();
  }

  /** The last first. */
  List<Opening> of(WorkspaceId workspace, EntryId entry, int most) {
    return jdbc.sql(
            """
            select o.*, l.label from files.opening o left join files.link l on l.id = o.link
            where o.workspace = :workspace and o.entry = :entry
            order by o.last_at desc, o.id limit :most
            """)
        .param("workspace", workspace.value())
        .param("entry", entry.value())
        .param("most", most)
        .query((r, n) -> {
          var person = idOrNull(r, "person");
          return new Opening(
              person == null ? null : new PersonId(person),
              textOrNull(r, "label"),
              label(r, "way", Opening.Way.class),
              instant(r, "last_at"),
              integer(r, "times"));
        })
        .list();
  }

  int sweep(Instant before) {
    return jdbc.sql("delete from files.opening where last_at < :before")
        .param("before", at(before))
        .update();
  }
}
