package org.diestra.platform.blobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.platform.data.Among;
import org.diestra.platform.data.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class BlobStore {
  private static final String BLOB =
      """
      select b.id, b.name, b.type, b.owner, b.created_at, c.sha256, c.size, c.width, c.height
      from blobs.blob b join blobs.content c on c.sha256 = b.sha256
      """;

  private final JdbcClient jdbc;

  BlobStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Until the transaction ends nobody else keeps or removes these bytes. */
  void lock(Sha256 sha) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('blobs.' || :sha, 0))")
        .param("sha", sha.hex())
        .query((r, n) -> true)
        .single();
  }

  void addContent(Sha256 sha, long size, @Nullable Dimensions dimensions, Instant now) {
    jdbc.sql(
            """
            insert into blobs.content (sha256, size, width, height, created_at)
            values (:sha, :size, :width, :height, :now)
            on conflict (sha256) do nothing
            """)
        .param("sha", sha.bytes())
        .param("size", size)
        .param("width", dimensions == null ? null : dimensions.width())
        .param("height", dimensions == null ? null : dimensions.height())
        .param("now", Row.at(now))
        .update();
  }

  void add(Blob blob, @Nullable Purpose purpose, @Nullable Sha256 madeFrom) {
    jdbc.sql(
            """
            insert into blobs.blob (id, sha256, name, type, purpose, owner, made_from, created_at)
            values (:id, :sha, :name, :type, :purpose, :owner, :from, :now)
            """)
        .param("id", blob.id().value())
        .param("sha", blob.sha256().bytes())
        .param("name", blob.name())
        .param("type", blob.type().name())
        .param("purpose", purpose == null ? null : purpose.name())
        .param("owner", blob.owner())
        .param("from", madeFrom == null ? null : madeFrom.bytes())
        .param("now", Row.at(blob.created()))
        .update();
  }

  Optional<Blob> find(BlobId id) {
    return jdbc.sql(BLOB + "where b.id = :id")
        .param("id", id.value())
        .query((r, n) -> blob(r))
        .optional();
  }

  List<Blob> find(Collection<BlobId> ids) {
    return jdbc.sql(BLOB + "where " + Among.of("b.id", ":ids", ids))
        .param("ids", ids.stream().map(BlobId::value).toArray(UUID[]::new))
        .query((r, n) -> blob(r))
        .list();
  }

  /** Keeps the sweep off the file until the transaction ends; false where there is none. */
  boolean pin(BlobId id) {
    return jdbc.sql("select true from blobs.blob where id = :id for key share")
        .param("id", id.value())
        .query(Boolean.class)
        .optional()
        .isPresent();
  }

  void addReference(BlobId id, String holder, UUID thing, Instant now) {
    jdbc.sql(
            """
            insert into blobs.reference (blob, holder, thing, since)
            values (:blob, :holder, :thing, :now)
            on conflict do nothing
            """)
        .param("blob", id.value())
        .param("holder", holder)
        .param("thing", thing)
        .param("now", Row.at(now))
        .update();
  }

  void addReferences(String holder, Collection<Blobs.Held> held, Instant now) {
    jdbc.sql(
            """
            insert into blobs.reference (blob, holder, thing, since)
            select h.blob, :holder, h.thing, :now
            from unnest(cast(:blobs as uuid[]), cast(:things as uuid[])) as h(blob, thing)
            on conflict do nothing
            """)
        .param("holder", holder)
        .param("blobs", held.stream().map(h -> h.blob().value()).toArray(UUID[]::new))
        .param("things", held.stream().map(Blobs.Held::thing).toArray(UUID[]::new))
        .param("now", Row.at(now))
        .update();
  }

  void removeReferences(String holder, Collection<UUID> things) {
    jdbc.sql("delete from blobs.reference where holder = :holder and thing = any(:things)")
        .param("holder", holder)
        .param("things", things.toArray(UUID[]::new))
        .update();
  }

  void removeReferences(String holder, UUID thing, @Nullable BlobId only) {
    jdbc.sql(
            """
            delete from blobs.reference
            where holder = :holder and thing = :thing and (:blob::uuid is null or blob = :blob)
            """)
        .param("holder", holder)
        .param("thing", thing)
        .param("blob", only == null ? null : only.value())
        .update();
  }

  void fingerprint(Sha256 sha, long fingerprint) {
    jdbc.sql("update blobs.content set fingerprint = :print where sha256 = :sha")
        .param("print", fingerprint)
        .param("sha", sha.bytes())
        .update();
  }

  /** Others' files in use with the same bytes, or whose fingerprint differs in few bits. */
  List<Blob> twins(Blob of, int bits) {
    return jdbc.sql(
            BLOB
                + """
                join blobs.content mine on mine.sha256 = :sha
                where b.owner <> :owner
                  and (b.sha256 = mine.sha256
                    or bit_count((c.fingerprint # mine.fingerprint)::bit(64)) <= :bits)
                  and b.purpose is distinct from 'FILE' -- a client's folders tell nobody anything
                  and exists (select from blobs.reference r where r.blob = b.id)
                order by b.sha256 = mine.sha256 desc, b.created_at
                limit 20
                """)
        .param("sha", of.sha256().bytes())
        .param("owner", of.owner())
        .param("bits", bits)
        .query((r, n) -> blob(r))
        .list();
  }

  private static Blob blob(ResultSet r) throws SQLException {
    var width = Row.integerOrNull(r, "width");
    return new Blob(
        new BlobId(Row.id(r, "id")),
        Row.text(r, "name"),
        Row.label(r, "type", FileType.class),
        Row.bigint(r, "size"),
        Sha256.of(Row.bytes(r, "sha256")),
        Row.idOrNull(r, "owner"),
        width == null ? null : new Dimensions(width, Row.integer(r, "height")),
        Row.instant(r, "created_at"));
  }
}
