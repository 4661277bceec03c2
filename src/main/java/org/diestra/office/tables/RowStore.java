package org.diestra.office.tables;

import static org.diestra.platform.data.Row.bigint;
import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.data.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows, one by one and in bundles. */
@Repository
class RowStore {
  static final String ROW =
      "r.id, r.place, r.cells, r.title, r.version, r.changed_by, r.changed_at,"
          + " r.removed_at is not null as removed";
  private static final String KEYS =
      IntStream.rangeClosed(1, Cells.SLOTS)
          .mapToObj(i -> "k" + i)
          .collect(Collectors.joining(", "));
  private static final String KEY_ARRAYS =
      IntStream.rangeClosed(1, Cells.SLOTS)
          .mapToObj(i -> "cast(:k" + i + " as text[])")
          .collect(Collectors.joining(", "));
  private static final String NEW_KEYS =
      IntStream.rangeClosed(1, Cells.SLOTS)
          .mapToObj(i -> "k" + i + " = :k" + i)
          .collect(Collectors.joining(", "));
  private final JdbcClient jdbc;
  private final Jsons jsons;

  RowStore(JdbcClient jdbc, Jsons jsons) {
    this.jdbc = jdbc;
    this.jsons = jsons;
  }

  /**
   * Adds rows in that order, in one statement.
   *
   * @param brought the import by which they come, or null
   */
  void add(
      Table table,
      List<UUID> ids,
      List<Cells> rows,
      @Nullable PersonId by,
      @Nullable UUID brought,
      Instant now) {
    var params = new HashMap<String, Object>();
    for (int k = 0; k < Cells.SLOTS; k++) {
      int slot = k;
      var keys = new @Nullable String[rows.size()];
      for (int i = 0; i < keys.length; i++) {
        keys[i] = rows.get(i).keys()[slot];
      }
      params.put("k" + (k + 1), keys);
    }
    jdbc.sql(
            """
            insert into tables.record (id, sheet, workspace, cells, title, words, version, brought,
              made_by, made_at, changed_by, changed_at, %s)
            select id, :sheet, :workspace, cast(cells as jsonb), title,
              array_to_tsvector(string_to_array(words, ' ')), 1, cast(:brought as uuid), cast(:by as uuid),
              cast(:now as timestamptz), cast(:by as uuid), cast(:now as timestamptz), %s
            from unnest(cast(:ids as uuid[]), cast(:cells as text[]), cast(:titles as text[]),
              cast(:words as text[]), %s)
              as n(id, cells, title, words, %s)
            """
                .formatted(KEYS, KEYS, KEY_ARRAYS, KEYS))
        .param("sheet", table.id().value())
        .param("workspace", table.workspace().value())
        .param("ids", ids.toArray(UUID[]::new))
        .param("cells", rows.stream().map(c -> jsons.cells(c.values())).toArray(String[]::new))
        .param("titles", rows.stream().map(Cells::title).toArray(String[]::new))
        .param(
            "words",
            rows.stream().map(c -> Sought.marked(table.id(), c.words())).toArray(String[]::new))
        .param("brought", brought)
        .param("by", by == null ? null : by.value())
        .param("now", Row.at(now))
        .params(params)
        .update();
  }

  Optional<TableRow> find(TableId table, RowId id) {
    return jdbc.sql("select " + ROW + " from tables.record r where r.id = :id and r.sheet = :sheet")
        .param("id", id.value())
        .param("sheet", table.value())
        .query((r, n) -> row(r))
        .optional();
  }

  TableRow row(ResultSet r) throws SQLException {
    var by = idOrNull(r, "changed_by");
    return new TableRow(
        new RowId(id(r, "id")),
        bigint(r, "place"),
        jsons.cells(text(r, "cells")),
        text(r, "title"),
        integer(r, "version"),
        by == null ? null : new PersonId(by),
        instant(r, "changed_at"),
        bool(r, "removed"));
  }

  /** Writes its values anew; false if it has moved on or is out. */
  boolean change(TableId table, RowId id, int seen, Cells cells, PersonId by, Instant now) {
    return write(table, id, seen, cells, by, now, "removed_at is null", "");
  }

  /** Takes it back in, with keys as fields are now. */
  boolean bringBack(TableId table, RowId id, int seen, Cells cells, PersonId by, Instant now) {
    return write(
        table,
        id,
        seen,
        cells,
        by,
        now,
        "removed_at is not null",
        ", removed_at = null, removed_by = null");
  }

  private boolean write(
      TableId table,
      RowId id,
      int seen,
      Cells cells,
      PersonId by,
      Instant now,
      String where,
      String more) {
    var params = new HashMap<String, @Nullable Object>();
    for (int k = 0; k < Cells.SLOTS; k++) {
      params.put("k" + (k + 1), cells.keys()[k]);
    }
    return jdbc.sql(
                """
                update tables.record set cells = cast(:cells as jsonb), title = :title,
                  words = array_to_tsvector(string_to_array(:words, ' ')), version = version + 1, changed_by = :by,
                  changed_at = :now, %s %s
                where id = :id and sheet = :sheet and version = :seen and %s
                """
                    .formatted(NEW_KEYS, more, where))
            .param("id", id.value())
            .param("sheet", table.value())
            .param("seen", seen)
            .param("cells", jsons.cells(cells.values()))
            .param("title", cells.title())
            .param("words", Sought.marked(table, cells.words()))
            .param("by", by.value())
            .param("now", Row.at(now))
            .params(params)
            .update()
        == 1;
  }

  /** Takes it out; false if it is. */
  boolean remove(RowId id, PersonId by, Instant now) {
    return jdbc.sql(
                """
                update tables.record set removed_at = :now, removed_by = :by, version = version + 1,
                  changed_by = :by, changed_at = :now
                where id = :id and removed_at is null
                """)
            .param("id", id.value())
            .param("by", by.value())
            .param("now", Row.at(now))
            .update()
        == 1;
  }

  /** What rows are called; those that are not there, or in another workspace, are missing. */
  Map<UUID, String> names(UUID workspace, Collection<UUID> ids) {
    var names = new HashMap<UUID, String>();
    if (!ids.isEmpty()) {
      jdbc.sql(
              """
              select id, title from tables.record where id = any(:ids) and workspace = :workspace
              """)
          .param("ids", ids.toArray(UUID[]::new))
          .param("workspace", workspace)
          .query(r -> {
            names.put(id(r, "id"), text(r, "title"));
          });
    }
    return names;
  }

  /**
   * Rows of a table by the keys of the field they are called by.
   *
   * @param slot that field's
   * @return by key; of several with the same one, two
   */
  Map<String, List<UUID>> called(TableId table, int slot, Collection<String> keys) {
    var found = new HashMap<String, List<UUID>>();
    jdbc.sql(
            """
            select w.key, r.id from unnest(cast(:keys as text[])) as w(key)
            cross join lateral (select id from tables.record
              where sheet = :sheet and k%d = w.key collate "C" and removed_at is null
              limit 2) r
            """
                .formatted(slot))
        .param("keys", keys.toArray(String[]::new))
        .param("sheet", table.value())
        .query(r -> {
          found.computeIfAbsent(text(r, "key"), k -> new java.util.ArrayList<>()).add(id(r, "id"));
        });
    return found;
  }

  /**
   * Gives the rows behind that place an empty key where they have none.
   *
   * @return the place of the last of them, or null when there are no more
   */
  @Nullable Long fill(TableId table, int slot, long after, int most) {
    return jdbc.sql(
            """
            with part as (select id, place from tables.record
                where sheet = :sheet and removed_at is null and place > :after
                order by place limit :most),
              done as (update tables.record r set k%d = coalesce(r.k%d, '') from part
                where r.id = part.id)
            select max(place) as place from part
            """
                .formatted(slot, slot))
        .param("sheet", table.value())
        .param("after", after)
        .param("most", most)
        .query((r, n) -> Optional.ofNullable(r.getObject("place", Long.class)))
        .single()
        .orElse(null);
  }

  /**
   * Rows that are gone.
   *
   * @param there how many of them had not been taken out before
   */
  record Gone(int all, int there) {}

  /** Deletes some rows of an import that nobody has changed since. */
  Gone takeBack(TableId table, UUID brought, int most) {
    return jdbc.sql(
            """
            with gone as (delete from tables.record where id in (select id from tables.record
                where brought = :brought and sheet = :sheet and version = 1 limit :most)
              returning removed_at)
            select count(*) as gone, count(*) filter (where removed_at is null) as there from gone
            """)
        .param("brought", brought)
        .param("sheet", table.value())
        .param("most", most)
        .query((r, n) -> new Gone(integer(r, "gone"), integer(r, "there")))
        .single();
  }
}
