package org.diestra.platform.blobs;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.diestra.platform.data.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the sweep asks and takes away. */
@Repository
class SweepStore {
  private final JdbcClient jdbc;

  SweepStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Takes away files that nobody refers to. They are locked first and asked again by a second
   * statement, which sees a reference that was made in between.
   */
  int removeUnreferenced(Instant before, int atMost) {
    var idle =
        jdbc.sql(
                """
                select id from blobs.blob b
                where made_from is null and created_at < :before
                  and not exists (select from blobs.reference r where r.blob = b.id)
                limit :most for update skip locked
                """)
            .param("before", Row.at(before))
            .param("most", atMost)
            .query(UUID.class)
            .list();
    return jdbc.sql(
            """
            delete from blobs.blob b where id = any(:ids)
              and not exists (select from blobs.reference r where r.blob = b.id)
            """)
        .param("ids", idle.toArray(UUID[]::new))
        .update();
  }

  List<Sha256> unusedContent(Instant before, int atMost) {
    return jdbc.sql(
            """
            select sha256 from blobs.content c
            where created_at < :before
              and not exists (select from blobs.blob b where b.sha256 = c.sha256)
            limit :most
            """)
        .param("before", Row.at(before))
        .param("most", atMost)
        .query((r, n) -> Sha256.of(Row.bytes(r, "sha256")))
        .list();
  }

  /** Takes the content away, and what was made from it, unless a file has come to use it. */
  boolean removeContent(Sha256 sha) {
    return jdbc.sql(
                """
                delete from blobs.content c where sha256 = :sha
                  and not exists (select from blobs.blob b where b.sha256 = c.sha256)
                """)
            .param("sha", sha.bytes())
            .update()
        == 1;
  }

  /** Which of these hashes are known. */
  Set<Sha256> known(Collection<Sha256> shas) {
    return new HashSet<>(
        jdbc.sql("select sha256 from blobs.content where sha256 = any(:shas)")
            .param("shas", shas.stream().map(Sha256::bytes).toArray(byte[][]::new))
            .query((r, n) -> Sha256.of(Row.bytes(r, "sha256")))
            .list());
  }
}
