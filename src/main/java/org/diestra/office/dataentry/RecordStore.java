package org.diestra.office.dataentry;

import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.integer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.office.dataentry.Batch.Hand;
import org.diestra.office.dataentry.Batch.Item;
import org.diestra.office.dataentry.Batch.Progress;
import org.diestra.platform.data.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The records of batches, and where each stands; no value stands here. */
@Repository
class RecordStore {
  private static final String ITEM =
      "select id, place, source, doubled, seen_at is not null as seen, sampled from dataentry.record ";
  private final JdbcClient jdbc;

  RecordStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param sources of each record, in order; null for one on paper
   */
  void add(Batch batch, List<UUID> ids, @Nullable UUID[] sources, List<Boolean> doubled) {
    jdbc.sql(
            """
            insert into dataentry.record (id, batch, workspace, place, source, doubled, state)
            select id, :batch, :workspace, n, source, doubled, 'UNASSIGNED'
            from unnest(cast(:ids as uuid[]), cast(:sources as uuid[]), cast(:doubled as boolean[]))
              with ordinality as r(id, source, doubled, n)
            """)
        .param("batch", batch.id().value())
        .param("workspace", batch.workspace().value())
        .param("ids", ids.toArray(UUID[]::new))
        .param("sources", sources)
        .param("doubled", doubled.toArray(Boolean[]::new))
        .update();
  }

  Progress progress(BatchId batch) {
    return jdbc.sql(
            """
            select count(*) as records,
              count(*) filter (where state not in ('UNASSIGNED', 'B_DONE')) as done_a,
              count(*) filter (where state in ('UNASSIGNED', 'B_DONE')) as left_a,
              count(*) filter (where doubled and state in ('UNASSIGNED', 'A_DONE')) as left_b,
              count(*) filter (where state = 'MISMATCH') as mismatches,
              count(*) filter (where state in ('MATCH', 'RESOLVED', 'LOCKED')) as settled,
              count(*) filter (where sampled) as sampled,
              count(*) filter (where sampled and checked_at is null) as unchecked
            from dataentry.record where batch = :batch
            """)
        .param("batch", batch.value())
        .query((r, n) ->
            new Progress(
                integer(r, "records"),
                integer(r, "done_a"),
                integer(r, "left_a"),
                integer(r, "left_b"),
                integer(r, "mismatches"),
                integer(r, "settled"),
                integer(r, "sampled"),
                integer(r, "unchecked")))
        .single();
  }

  /** The next one for that hand. */
  Optional<Item> next(BatchId batch, Hand hand) {
    return item(
        hand == Hand.A
            ? "where batch = :batch and state in ('UNASSIGNED', 'B_DONE')"
            : "where batch = :batch and doubled and state in ('UNASSIGNED', 'A_DONE')",
        batch);
  }

  Optional<Item> mismatch(BatchId batch) {
    return item("where batch = :batch and state = 'MISMATCH'", batch);
  }

  Optional<Item> unchecked(BatchId batch) {
    return item("where batch = :batch and sampled and checked_at is null", batch);
  }

  private Optional<Item> item(String where, BatchId batch) {
    return jdbc.sql(ITEM + where + " order by place limit 1")
        .param("batch", batch.value())
        .query((r, n) -> item(r))
        .optional();
  }

  Optional<Item> item(BatchId batch, UUID record) {
    return jdbc.sql(ITEM + "where batch = :batch and id = :id")
        .param("batch", batch.value())
        .param("id", record)
        .query((r, n) -> item(r))
        .optional();
  }

  private static Item item(ResultSet r) throws SQLException {
    return new Item(
        id(r, "id"),
        integer(r, "place"),
        idOrNull(r, "source"),
        bool(r, "doubled"),
        bool(r, "seen"),
        bool(r, "sampled"));
  }

  boolean move(UUID record, String states, String to) {
    return jdbc.sql(
                "update dataentry.record set state = :to where id = :id and state = any(cast(:from as text[]))")
            .param("id", record)
            .param("to", to)
            .param("from", states.split(","))
            .update()
        == 1;
  }

  boolean see(UUID record, Instant now) {
    return jdbc.sql(
                """
                update dataentry.record set seen_at = coalesce(seen_at, :now)
                where id = :id and state = 'MISMATCH'
                """)
            .param("id", record)
            .param("now", Row.at(now))
            .update()
        == 1;
  }

  boolean checked(UUID record, Instant now) {
    return jdbc.sql(
                """
                update dataentry.record set checked_at = :now
                where id = :id and sampled and checked_at is null
                """)
            .param("id", record)
            .param("now", Row.at(now))
            .update()
        == 1;
  }

  /** Those that are looked through, drawn by the database at random. */
  void sample(BatchId batch, int count) {
    jdbc.sql(
            """
            update dataentry.record set sampled = true, checked_at = null where id in (
              select id from dataentry.record where batch = :batch
              order by gen_random_uuid() limit :count)
            """)
        .param("batch", batch.value())
        .param("count", count)
        .update();
  }

  /** Every record is to be keyed in anew. */
  void again(BatchId batch) {
    jdbc.sql(
            """
            update dataentry.record set state = 'UNASSIGNED', seen_at = null, sampled = false,
              checked_at = null where batch = :batch
            """)
        .param("batch", batch.value())
        .update();
    jdbc.sql(
            """
            delete from dataentry.keyed where record in (
              select id from dataentry.record where batch = :batch)
            """)
        .param("batch", batch.value())
        .update();
  }

  void lock(List<UUID> records, List<UUID> rows) {
    jdbc.sql(
            """
            update dataentry.record r set state = 'LOCKED', row = l.row
            from unnest(cast(:records as uuid[]), cast(:rows as uuid[])) as l(record, row)
            where r.id = l.record
            """)
        .param("records", records.toArray(UUID[]::new))
        .param("rows", rows.toArray(UUID[]::new))
        .update();
  }
}
