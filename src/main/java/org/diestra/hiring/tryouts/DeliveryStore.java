package org.diestra.hiring.tryouts;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.text;

import java.time.Instant;
import java.util.Optional;
import org.diestra.hiring.tryouts.Delivery.Piece;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.blobs.BlobId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was handed in. Only added to. */
@Repository
class DeliveryStore {
  private final JdbcClient jdbc;

  DeliveryStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param words the hash of its words, or null where they are too few
   */
  void add(TryoutId tryout, Delivery delivery, byte @Nullable [] words, Instant now) {
    jdbc.sql(
            """
            insert into tryouts.delivery (tryout, text, words, copied, at)
            values (:tryout, :text, :words, :copied, :at)
            """)
        .param("tryout", tryout.value())
        .param("text", delivery.text())
        .param("words", words)
        .param("copied", delivery.copied())
        .param("at", at(now))
        .update();
    int place = 1;
    for (var piece : delivery.pieces()) {
      jdbc.sql(
              """
              insert into tryouts.piece (tryout, place, file, copied)
              values (:tryout, :place, :file, :copied)
              """)
          .param("tryout", tryout.value())
          .param("place", place++)
          .param("file", piece.file().value())
          .param("copied", piece.copied())
          .update();
    }
  }

  /** Whether somebody else handed in the same words before. */
  boolean known(byte[] words, PersonId person) {
    return jdbc.sql(
            """
            select exists (
              select from tryouts.delivery d join tryouts.tryout t on t.id = d.tryout
              where d.words = :words and t.person <> :person)
            """)
        .param("words", words)
        .param("person", person.value())
        .query(Boolean.class)
        .single();
  }

  Optional<Delivery> find(TryoutId tryout) {
    return jdbc.sql("select * from tryouts.delivery where tryout = :tryout")
        .param("tryout", tryout.value())
        .query((r, n) ->
            new Delivery(text(r, "text"), bool(r, "copied"), pieces(new TryoutId(id(r, "tryout")))))
        .optional();
  }

  private java.util.List<Piece> pieces(TryoutId tryout) {
    return jdbc.sql("select file, copied from tryouts.piece where tryout = :tryout order by place")
        .param("tryout", tryout.value())
        .query((r, n) -> new Piece(new BlobId(id(r, "file")), bool(r, "copied")))
        .list();
  }
}
