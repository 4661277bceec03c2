package org.diestra.office.travel;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.textOrNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.office.journeys.LegForm;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Changes of booked legs that wait for the client. */
@Repository
class ChangeStore {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  ChangeStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * A change that waits.
   *
   * @param seen the version of the leg that it was made from
   * @param after what is to stand in its place, or null where it is to go
   * @param about what changes, in words for the record
   */
  record Waiting(
      UUID id,
      LegId leg,
      int seen,
      @Nullable LegForm after,
      String about,
      PersonId askedBy,
      Instant askedAt) {
    String key() {
      return Ids.text(id);
    }
  }

  /** Empty where another change of that leg waits; else what it goes by. */
  Optional<UUID> add(
      Trip.Facts trip,
      LegStore.Kept leg,
      @Nullable LegForm after,
      String about,
      PersonId by,
      Instant now) {
    var id = Ids.fresh();
    boolean added =
        jdbc.sql(
                    """
                    insert into travel.change (id, trip, workspace, leg, seen, after, about, asked_by,
                      asked_at)
                    values (:id, :trip, :workspace, :leg, :seen, cast(:after as jsonb), :about, :by,
                      :now)
                    on conflict (leg) where decided_at is null do nothing
                    """)
                .param("id", id)
                .param("trip", trip.id().value())
                .param("workspace", trip.workspace().value())
                .param("leg", leg.id().value())
                .param("seen", leg.version())
                .param("after", after == null ? null : json.writeValueAsString(after))
                .param("about", about)
                .param("by", by.value())
                .param("now", at(now))
                .update()
            == 1;
    return added ? Optional.of(id) : Optional.empty();
  }

  /** The first first. */
  List<Waiting> waiting(TripId trip) {
    return jdbc.sql(
            """
            select * from travel.change where trip = :trip and decided_at is null order by asked_at
            """)
        .param("trip", trip.value())
        .query((r, n) -> {
          var after = textOrNull(r, "after");
          return new Waiting(
              id(r, "id"),
              new LegId(id(r, "leg")),
              integer(r, "seen"),
              after == null ? null : json.readValue(after, LegForm.class),
              text(r, "about"),
              new PersonId(id(r, "asked_by")),
              instant(r, "asked_at"));
        })
        .list();
  }

  /** False where it was decided before. */
  boolean decide(TripId trip, UUID change, boolean allowed, PersonId by, Instant now) {
    return jdbc.sql(
                """
                update travel.change set decided_by = :by, decided_at = :now, allowed = :allowed
                where id = :id and trip = :trip and decided_at is null
                """)
            .param("id", change)
            .param("trip", trip.value())
            .param("allowed", allowed)
            .param("by", by.value())
            .param("now", at(now))
            .update()
        == 1;
  }
}
