package org.diestra.office.calendar;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.id;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.blobs.BlobId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files that stand in events. */
@Repository
class AttachedStore {
  private final JdbcClient jdbc;

  AttachedStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(UUID file, BlobId blob, PersonId by, Instant now) {
    jdbc.sql(
            """
            insert into calendar.file (id, blob, made_by, made_at)
            values (:id, :blob, :by, :now)
            """)
        .param("id", file)
        .param("blob", blob.value())
        .param("by", by.value())
        .param("now", at(now))
        .update();
  }

  /** One that stands in an event which the caller may read, or that the caller brought. */
  Optional<BlobId> find(UUID file) {
    return jdbc.sql("select blob from calendar.file where id = :id")
        .param("id", file)
        .query((r, n) -> new BlobId(id(r, "blob")))
        .optional();
  }

  /**
   * Just these stand in that event now. What its writer may not open stays closed to its readers:
   * nobody opens a file to others by writing its address.
   */
  void stand(EventId event, Set<UUID> files) {
    var ids = files.toArray(UUID[]::new);
    jdbc.sql(
            """
            delete from calendar.attached where object = :event and not file = any (:files)
            """)
        .param("event", event.value())
        .param("files", ids)
        .update();
    jdbc.sql(
            """
            insert into calendar.attached (object, file)
            select :event, f.id from calendar.file f where f.id = any (:files)
            on conflict (object, file) do nothing
            """)
        .param("event", event.value())
        .param("files", ids)
        .update();
  }

  /** The same for many events of a calendar, by their UIDs. */
  void stand(CalendarId calendar, Map<String, Set<UUID>> byUid) {
    var uids = new ArrayList<String>();
    var files = new ArrayList<UUID>();
    byUid.forEach((uid, some) ->
        some.forEach(file -> {
          uids.add(uid);
          files.add(file);
        }));
    jdbc.sql(
            """
            with named as (select o.id as object, f.file
                from unnest(cast(:uids as text[]), cast(:files as uuid[])) as f(uid, file)
                join calendar.object o on o.calendar = :calendar and o.uid = f.uid),
              gone as (delete from calendar.attached a using calendar.object o
                where o.id = a.object and o.calendar = :calendar and o.uid = any (:all)
                  and not exists (select from named n where n.object = a.object and n.file = a.file))
            insert into calendar.attached (object, file)
            select n.object, f.id from named n join calendar.file f on f.id = n.file
            on conflict (object, file) do nothing
            """)
        .param("calendar", calendar.value())
        .param("all", byUid.keySet().toArray(String[]::new))
        .param("uids", uids.toArray(String[]::new))
        .param("files", files.toArray(UUID[]::new))
        .update();
  }

  /** Takes out what stands nowhere and was brought before that. */
  List<UUID> forget(Instant before) {
    return jdbc.sql(
            """
            delete from calendar.file f where f.made_at < :before
              and not exists (select from calendar.attached a where a.file = f.id) returning f.id
            """)
        .param("before", at(before))
        .query((r, n) -> id(r, "id"))
        .list();
  }
}
