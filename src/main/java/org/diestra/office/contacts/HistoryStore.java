package org.diestra.office.contacts;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.bytes;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.texts;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.office.contacts.Turn.Way;
import org.diestra.office.contacts.Turn.What;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who did what to which card; what it was before is kept for the last few times. */
@Repository
class HistoryStore {
  private static final int MOST_BEFORE = 5; // of a card
  private final JdbcClient jdbc;

  HistoryStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One thing done to one card.
   *
   * @param before null for what is new
   */
  record Done(CardId card, What what, Way way, List<String> fields, byte @Nullable [] before) {}

  void write(WorkspaceId workspace, List<Done> done, PersonId by, Instant now) {
    jdbc.sql(
            """
            insert into contacts.history (id, workspace, card, deed, way, fields, before, by_whom, at)
            select f.id, :workspace, f.card, f.deed, f.way, string_to_array(f.fields, ','),
              convert_to(f.before, 'UTF8'), :by, :now
            from unnest(cast(:ids as uuid[]), cast(:cards as uuid[]), cast(:deeds as text[]),
              cast(:ways as text[]), cast(:fields as text[]), cast(:befores as text[]))
              as f(id, card, deed, way, fields, before)
            """)
        .param("workspace", workspace.value())
        .param("by", by.value())
        .param("now", at(now))
        .param("ids", done.stream().map(d -> Ids.fresh()).toArray(UUID[]::new))
        .param("cards", done.stream().map(d -> d.card().value()).toArray(UUID[]::new))
        .param("deeds", done.stream().map(d -> d.what().name()).toArray(String[]::new))
        .param("ways", done.stream().map(d -> d.way().name()).toArray(String[]::new))
        .param(
            "fields", done.stream().map(d -> String.join(",", d.fields())).toArray(String[]::new))
        .param("befores", befores(done))
        .update();
    trim(done);
  }

  private static @Nullable String[] befores(List<Done> done) {
    var all = new @Nullable String[done.size()];
    for (int i = 0; i < all.length; i++) {
      var before = done.get(i).before();
      all[i] = before == null ? null : new String(before, StandardCharsets.UTF_8);
    }
    return all;
  }

  /** A program that writes again and again fills no disk. */
  private void trim(List<Done> done) {
    jdbc.sql(
            """
            update contacts.history set before = null where id in (
              select id from (select id, row_number() over (partition by card order by at desc,
                id desc) as n from contacts.history
                where card = any (:cards) and before is not null) f
              where n > :most)
            """)
        .param("cards", done.stream().map(d -> d.card().value()).toArray(UUID[]::new))
        .param("most", MOST_BEFORE)
        .update();
  }

  /** The newest first. */
  List<Turn> of(CardId card, int most) {
    return jdbc.sql(
            """
            select id, deed, way, fields, before is not null as restorable, by_whom, at
            from contacts.history where card = :card order by at desc, id desc limit :most
            """)
        .param("card", card.value())
        .param("most", most)
        .query((r, n) ->
            new Turn(
                id(r, "id"),
                label(r, "deed", What.class),
                label(r, "way", Way.class),
                texts(r, "fields"),
                bool(r, "restorable"),
                new PersonId(id(r, "by_whom")),
                instant(r, "at")))
        .list();
  }

  Optional<byte[]> before(CardId card, UUID turn) {
    return jdbc.sql(
            """
            select before from contacts.history
            where id = :id and card = :card and before is not null
            """)
        .param("id", turn)
        .param("card", card.value())
        .query((r, n) -> bytes(r, "before"))
        .optional();
  }

  /**
   * @param bodies what cards were before goes that is older
   * @param all everything goes that is older
   */
  int forget(Instant bodies, Instant all) {
    int forgotten =
        jdbc.sql("update contacts.history set before = null where at < :at and before is not null")
            .param("at", at(bodies))
            .update();
    return forgotten
        + jdbc.sql("delete from contacts.history where at < :at").param("at", at(all)).update();
  }
}
