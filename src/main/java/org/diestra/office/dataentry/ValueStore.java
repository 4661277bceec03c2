package org.diestra.office.dataentry;

import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.diestra.office.dataentry.Batch.Hand;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.data.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was keyed in and what holds; row security keeps each from the eyes it is not for. */
@Repository
class ValueStore {
  private static final TypeReference<TreeMap<Integer, String>> CELLS = new TypeReference<>() {};
  private final JdbcClient jdbc;
  private final JsonMapper json;

  ValueStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * What one person keyed in.
   *
   * @param raw as it was typed
   * @param cells in the form that is kept
   * @param millis how long it took, at most an hour
   */
  record Keyed(PersonId person, Map<Integer, String> raw, Map<Integer, String> cells, int millis) {}

  /** Keeps it; false where that hand has keyed it in already. */
  boolean key(UUID record, Hand hand, Keyed keyed, Instant now) {
    return jdbc.sql(
                """
                insert into dataentry.keyed (record, hand, person, raw, cells, millis, keyed_at)
                values (:record, :hand, :person, cast(:raw as jsonb), cast(:cells as jsonb), :millis,
                  :now)
                on conflict do nothing
                """)
            .param("record", record)
            .param("hand", hand.name())
            .param("person", keyed.person().value())
            .param("raw", json.writeValueAsString(keyed.raw()))
            .param("cells", json.writeValueAsString(keyed.cells()))
            .param("millis", keyed.millis())
            .param("now", Row.at(now))
            .update()
        == 1;
  }

  Map<Hand, Keyed> keyed(UUID record) {
    var found = new EnumMap<Hand, Keyed>(Hand.class);
    jdbc.sql("select hand, person, raw, cells, millis from dataentry.keyed where record = :record")
        .param("record", record)
        .query(r -> {
          found.put(label(r, "hand", Hand.class), keyed(r));
        });
    return found;
  }

  private Keyed keyed(ResultSet r) throws SQLException {
    return new Keyed(
        new PersonId(id(r, "person")),
        json.readValue(text(r, "raw"), CELLS),
        json.readValue(text(r, "cells"), CELLS),
        integer(r, "millis"));
  }

  /** What that person keyed in last, in that batch. */
  Optional<Keyed> last(BatchId batch, PersonId person) {
    return jdbc.sql(
            """
            select k.person, k.raw, k.cells, k.millis from dataentry.keyed k
            join dataentry.record r on r.id = k.record
            where r.batch = :batch and k.person = :person order by k.keyed_at desc, r.place desc limit 1
            """)
        .param("batch", batch.value())
        .param("person", person.value())
        .query((r, n) -> keyed(r))
        .optional();
  }

  void settle(UUID record, Map<Integer, String> cells, @Nullable PersonId by, Instant now) {
    jdbc.sql(
            """
            insert into dataentry.settled as s (record, cells, settled_by, settled_at)
            values (:record, cast(:cells as jsonb), :by, :now)
            on conflict (record) do update set cells = s.cells || excluded.cells,
              settled_by = excluded.settled_by, settled_at = excluded.settled_at
            """)
        .param("record", record)
        .param("cells", json.writeValueAsString(cells))
        .param("by", by == null ? null : by.value())
        .param("now", Row.at(now))
        .update();
  }

  Map<Integer, String> settled(UUID record) {
    return jdbc.sql("select cells from dataentry.settled where record = :record")
        .param("record", record)
        .query((r, n) -> (Map<Integer, String>) json.readValue(text(r, "cells"), CELLS))
        .optional()
        .orElse(Map.of());
  }

  /** What holds of some records behind that place, by record, in order. */
  Map<UUID, Map<Integer, String>> settled(BatchId batch, int most) {
    var found = new LinkedHashMap<UUID, Map<Integer, String>>();
    jdbc.sql(
            """
            select r.id, s.cells from dataentry.record r join dataentry.settled s on s.record = r.id
            where r.batch = :batch and r.state <> 'LOCKED' order by r.place limit :most
            """)
        .param("batch", batch.value())
        .param("most", most)
        .query(r -> {
          found.put(id(r, "id"), json.readValue(text(r, "cells"), CELLS));
        });
    return found;
  }

  /**
   * @param hand A, B or SAMPLE
   */
  void flaws(UUID record, Collection<Integer> fields, String hand, int round) {
    if (!fields.isEmpty()) {
      jdbc.sql(
              """
              insert into dataentry.flaw (record, field, hand, round)
              select :record, field, :hand, :round from unnest(cast(:fields as int[])) as f(field)
              on conflict do nothing
              """)
          .param("record", record)
          .param("hand", hand)
          .param("round", round)
          .param("fields", fields.toArray(Integer[]::new))
          .update();
    }
  }

  /** How many values of a field were wrong, by that hand, in that round. */
  record Flaws(int field, String hand, int count) {}

  List<Flaws> flaws(BatchId batch, int round) {
    return jdbc.sql(
            """
            select f.field, f.hand, count(*) as count from dataentry.flaw f
            join dataentry.record r on r.id = f.record
            where r.batch = :batch and f.round = :round group by f.field, f.hand
            """)
        .param("batch", batch.value())
        .param("round", round)
        .query((r, n) -> new Flaws(integer(r, "field"), text(r, "hand"), integer(r, "count")))
        .list();
  }

  /**
   * How many records each hand has keyed in, and how long one took on average.
   *
   * @param compared of how many it is known by now whether they were right
   */
  record Pace(int records, int compared, int millis) {}

  Map<Hand, Pace> paces(BatchId batch) {
    var found = new EnumMap<Hand, Pace>(Hand.class);
    jdbc.sql(
            """
            select k.hand, count(*) as records,
              count(*) filter (where r.doubled and r.state in ('MATCH', 'RESOLVED', 'LOCKED'))
                as compared,
              cast(avg(k.millis) as int) as millis
            from dataentry.keyed k join dataentry.record r on r.id = k.record
            where r.batch = :batch group by k.hand
            """)
        .param("batch", batch.value())
        .query(r -> {
          found.put(
              label(r, "hand", Hand.class),
              new Pace(integer(r, "records"), integer(r, "compared"), integer(r, "millis")));
        });
    return found;
  }
}
