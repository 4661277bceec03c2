package org.diestra.platform.previews;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.diestra.platform.blobs.BlobId;
import org.diestra.platform.blobs.Sha256;
import org.diestra.platform.data.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PreviewStore {
  private final JdbcClient jdbc;

  PreviewStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What came of one attempt.
   *
   * @param blob what was made; null when it failed, or when there was nothing to keep
   */
  record Made(@Nullable BlobId blob, int pages, boolean cut, boolean failed) {
    static Made failure() {
      return new Made(null, 1, false, true);
    }
  }

  Optional<Made> find(Sha256 source, String variant) {
    return jdbc.sql(
            """
            select blob, pages, cut, failed from previews.preview
            where source = :source and variant = :variant
            """)
        .param("source", bytes(source))
        .param("variant", variant)
        .query((r, n) -> made(r))
        .optional();
  }

  /** The first of two who made the same stays; what the other made is swept with its source. */
  void add(Sha256 source, String variant, Made made, Instant now) {
    jdbc.sql(
            """
            insert into previews.preview (source, variant, blob, pages, cut, failed, made_at)
            values (:source, :variant, :blob, :pages, :cut, :failed, :now)
            on conflict do nothing
            """)
        .param("source", bytes(source))
        .param("variant", variant)
        .param("blob", made.blob() == null ? null : made.blob().value())
        .param("pages", made.pages())
        .param("cut", made.cut())
        .param("failed", made.failed())
        .param("now", Row.at(now))
        .update();
  }

  private static Made made(ResultSet r) throws SQLException {
    var blob = Row.idOrNull(r, "blob");
    return new Made(
        blob == null ? null : new BlobId(blob),
        Row.integer(r, "pages"),
        Row.bool(r, "cut"),
        Row.bool(r, "failed"));
  }

  private static byte[] bytes(Sha256 sha) {
    return HexFormat.of().parseHex(sha.hex());
  }
}
