package org.diestra.office.travel;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bytes;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is sealed, and who had it opened. */
@Repository
class PaperStore {
  private static final int MOST = 20;
  private final JdbcClient jdbc;

  PaperStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Sealed(byte[] bytes, int version) {}

  /** That somebody had the numbers shown. */
  record Opening(PersonId person, Instant at) {}

  Optional<Sealed> find(TripId trip) {
    return jdbc.sql("select sealed, version from travel.papers where trip = :trip")
        .param("trip", trip.value())
        .query((r, n) -> new Sealed(bytes(r, "sealed"), integer(r, "version")))
        .optional();
  }

  /**
   * False where others were written since.
   *
   * @param seen 0 for the first
   */
  boolean put(Trip.Facts trip, byte[] sealed, int seen, PersonId by, Instant now) {
    return jdbc.sql(
                """
                insert into travel.papers (trip, workspace, sealed, version, written_by, written_at)
                select :trip, :workspace, :sealed, 1, :by, :now where :seen = 0
                  or exists (select from travel.papers p where p.trip = :trip)
                on conflict (trip) do update set sealed = :sealed, version = papers.version + 1,
                  written_by = :by, written_at = :now
                where papers.version = :seen
                """)
            .param("trip", trip.id().value())
            .param("workspace", trip.workspace().value())
            .param("sealed", sealed)
            .param("seen", seen)
            .param("by", by.value())
            .param("now", at(now))
            .update()
        == 1;
  }

  boolean purge(TripId trip) {
    return jdbc.sql("delete from travel.papers where trip = :trip")
            .param("trip", trip.value())
            .update()
        == 1;
  }

  void opened(Trip.Facts trip, PersonId by, Instant now) {
    jdbc.sql(
            """
            insert into travel.opening (id, trip, workspace, person, at)
            values (:id, :trip, :workspace, :person, :at)
            """)
        .param("id", Ids.fresh())
        .param("trip", trip.id().value())
        .param("workspace", trip.workspace().value())
        .param("person", by.value())
        .param("at", at(now))
        .update();
  }

  /** The last first. */
  List<Opening> openings(TripId trip) {
    return jdbc.sql(
            "select person, at from travel.opening where trip = :trip order by at desc limit :most")
        .param("trip", trip.value())
        .param("most", MOST)
        .query((r, n) -> new Opening(new PersonId(id(r, "person")), instant(r, "at")))
        .list();
  }
}
