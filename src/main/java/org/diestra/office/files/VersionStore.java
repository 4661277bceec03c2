package org.diestra.office.files;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bigint;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.blobs.BlobId;
import org.diestra.platform.blobs.FileType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class VersionStore {
  private final JdbcClient jdbc;

  VersionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A version that was taken away, and what goes with it. */
  record Gone(UUID id, UUID workspace, long size) {}

  void add(UUID id, Entry entry, Entry.Content content, PersonId by, Instant now) {
    jdbc.sql(
            """
            insert into files.version
              (id, workspace, entry, number, blob, sha256, size, type, made_at, made_by)
            values (:id, :workspace, :entry, :number, :blob, :sha, :size, :type, :now, :by)
            """)
        .param("id", id)
        .param("workspace", entry.workspace().value())
        .param("entry", entry.id())
        .param("number", content.version())
        .param("blob", content.blob().value())
        .param("sha", content.sha256())
        .param("size", content.size())
        .param("type", content.type().name())
        .param("now", at(now))
        .param("by", by.value())
        .update();
  }

  /** The newest first. */
  List<Version> of(EntryId entry) {
    return jdbc.sql("select * from files.version where entry = :entry order by number desc")
        .param("entry", entry.value())
        .query((r, n) -> version(r))
        .list();
  }

  Optional<Version> find(EntryId entry, int number) {
    return jdbc.sql("select * from files.version where entry = :entry and number = :number")
        .param("entry", entry.value())
        .param("number", number)
        .query((r, n) -> version(r))
        .optional();
  }

  /**
   * Takes the oldest away, so that so many are left and all that were made since then; and what was
   * empty, but the newest. What is frozen stays.
   */
  List<Gone> thin(EntryId entry, int newest, int most, Instant since) {
    return jdbc.sql(
            """
            delete from files.version
            where entry = :entry and number < :newest
              and (number <= :newest - :most and made_at < :since or size = 0)
              and not exists (select from files.freeze f where f.version = version.id)
            returning id, workspace, size
            """)
        .param("entry", entry.value())
        .param("newest", newest)
        .param("most", most)
        .param("since", at(since))
        .query((r, n) -> gone(r))
        .list();
  }

  /** Puts one file's history behind another's, which goes on as the newest of both. */
  void graft(EntryId from, EntryId to, int newest) {
    jdbc.sql("update files.version set entry = :to, number = number + :newest where entry = :from")
        .param("newest", newest)
        .param("from", from.value())
        .param("to", to.value())
        .update();
  }

  List<Gone> removeAll(Collection<UUID> entries) {
    return jdbc.sql(
            """
            delete from files.version where entry = any(:entries) returning id, workspace, size
            """)
        .param("entries", entries.toArray(UUID[]::new))
        .query((r, n) -> gone(r))
        .list();
  }

  static Gone gone(ResultSet r) throws SQLException {
    return new Gone(id(r, "id"), id(r, "workspace"), bigint(r, "size"));
  }

  private static Version version(ResultSet r) throws SQLException {
    return new Version(
        new Entry.Content(
            integer(r, "number"),
            new BlobId(id(r, "blob")),
            text(r, "sha256"),
            bigint(r, "size"),
            label(r, "type", FileType.class)),
        instant(r, "made_at"),
        new PersonId(id(r, "made_by")));
  }
}
