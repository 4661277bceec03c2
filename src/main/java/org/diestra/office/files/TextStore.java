package org.diestra.office.files;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bigint;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.blobs.BlobId;
import org.diestra.platform.blobs.FileType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is written in files, to be found. */
@Repository
class TextStore {
  private final JdbcClient jdbc;

  TextStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A file of which nobody knows yet what is written in it.
   *
   * @param size bytes
   */
  record Unread(EntryId entry, UUID workspace, BlobId blob, String sha256, long size) {}

  /** The oldest change first, those alone that rested since. */
  List<Unread> unread(Collection<FileType> types, Instant since, int most) {
    return jdbc.sql(
            """
            select id, workspace, blob, sha256, size from files.entry
            where not folder and trash is null and read is distinct from sha256
              and type = any(:types) and changed_at <= :since
            order by changed_at limit :most
            """)
        .param("types", types.stream().map(FileType::name).toArray(String[]::new))
        .param("since", at(since))
        .param("most", most)
        .query((r, n) -> unread(r))
        .list();
  }

  private static Unread unread(ResultSet r) throws SQLException {
    return new Unread(
        new EntryId(id(r, "id")),
        id(r, "workspace"),
        new BlobId(id(r, "blob")),
        text(r, "sha256"),
        bigint(r, "size"));
  }

  /** Marks what nothing is ever read of, so that nobody looks at it again. Answers how many. */
  int pass(Collection<FileType> types, int most) {
    return jdbc.sql(
            """
            update files.entry set read = sha256 where id in (select id from files.entry
              where not folder and trash is null and read is distinct from sha256
                and not type = any(:types)
              order by changed_at limit :most)
            """)
        .param("types", types.stream().map(FileType::name).toArray(String[]::new))
        .param("most", most)
        .update();
  }

  /**
   * Its words are known now, or known not to be had, and those of before are forgotten; false where
   * it has changed meanwhile, or somebody else has read it.
   */
  boolean mark(Unread file) {
    int marked =
        jdbc.sql(
                """
                update files.entry set read = :sha
                where workspace = :workspace and id = :entry and sha256 = :sha
                  and read is distinct from :sha
                """)
            .param("sha", file.sha256())
            .param("workspace", file.workspace())
            .param("entry", file.entry().value())
            .update();
    if (marked == 1) {
      jdbc.sql("delete from files.text where workspace = :workspace and entry = :entry")
          .param("workspace", file.workspace())
          .param("entry", file.entry().value())
          .update();
    }
    return marked == 1;
  }

  void add(Unread file, int part, String body, String folded, String words) {
    jdbc.sql(
            """
            insert into files.text (entry, workspace, part, body, folded, words)
            values (:entry, :workspace, :part, :body, :folded,
              to_tsvector('spanish', :words) || to_tsvector('english', :words)
                || array_to_tsvector(array['@' || cast(:workspace as text)]))
            """)
        .param("entry", file.entry().value())
        .param("workspace", file.workspace())
        .param("part", part)
        .param("body", body)
        .param("folded", folded)
        .param("words", words)
        .update();
  }

  /**
   * A file in which it was found.
   *
   * @param around some letters about the first place, which begin in mid-word
   * @param stems of what was asked, as they are found
   */
  record Found(Entry entry, String around, List<String> stems) {}

  /**
   * The files in whose text all of these words are, the best first.
   *
   * @param words without accents, in lower case
   * @param looked rows that are weighed at most
   */
  List<Found> found(WorkspaceId workspace, String words, int looked, int most) {
    return jdbc.sql(
            """
            with asked as (
              select websearch_to_tsquery('spanish', :words) || websearch_to_tsquery('english', :words)
                as query,
              tsvector_to_array(to_tsvector('spanish', :words) || to_tsvector('english', :words))
                as stems)
            select e.*, a.stems,
              substring(t.body from greatest(1, coalesce(p.place, 1) - 160) for 560) as around
            from asked a
            cross join files.found(:workspace, a.query, :looked) f
            join files.entry e on e.workspace = :workspace and e.id = f.entry
              and e.trash is null and e.read = e.sha256
            join files.text t on t.workspace = :workspace and t.entry = f.entry and t.part = f.part
            left join lateral (
              select min(nullif(strpos(t.folded, s), 0)) as place from unnest(a.stems) s) p on true
            order by f.rank desc, e.changed_at desc, e.id limit :most
            """)
        .param("workspace", workspace.value())
        .param("words", words)
        .param("looked", looked)
        .param("most", most)
        .query((r, n) -> new Found(EntryStore.entry(r), text(r, "around"), texts(r, "stems")))
        .list();
  }
}
