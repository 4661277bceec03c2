package org.diestra.office.travel;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.money;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.textOrNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.diestra.office.journeys.Journey;
import org.diestra.platform.accounts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The options of trips, with their legs. */
@Repository
class OptionStore {
  private final JdbcClient jdbc;
  private final LegStore legs;

  OptionStore(JdbcClient jdbc, LegStore legs) {
    this.jdbc = jdbc;
    this.legs = legs;
  }

  /** In the order of their letters. */
  List<Option> of(TripId trip) {
    var ofEach = legs.ofOptions(trip);
    return jdbc.sql("select * from travel.option where trip = :trip order by place")
        .param("trip", trip.value())
        .query((r, n) -> {
          var option = new OptionId(id(r, "id"));
          return new Option(
              option,
              trip,
              integer(r, "place"),
              text(r, "name"),
              money(r, "total", "currency"),
              instant(r, "captured_at"),
              instant(r, "valid_until"),
              text(r, "rules"),
              text(r, "baggage"),
              text(r, "source"),
              textOrNull(r, "unfit"),
              new PersonId(id(r, "written_by")),
              new Journey(ofEach.getOrDefault(option, List.of())));
        })
        .list();
  }

  Optional<Option> find(TripId trip, OptionId option) {
    return of(trip).stream().filter(it -> it.id().equals(option)).findFirst();
  }

  /** New, or in place of what it was. */
  void put(Trip.Facts trip, Option option, Instant now) {
    jdbc.sql(
            """
            insert into travel.option (id, trip, workspace, place, name, total, currency,
              captured_at, valid_until, rules, baggage, source, unfit, written_by, written_at)
            values (:id, :trip, :workspace, :place, :name, :total, :currency, :captured, :valid,
              :rules, :baggage, :source, cast(:unfit as text), :by, :now)
            on conflict (id) do update set name = :name, total = :total, currency = :currency,
              captured_at = :captured, valid_until = :valid, rules = :rules, baggage = :baggage,
              source = :source, unfit = cast(:unfit as text), written_by = :by, written_at = :now
            where option.trip = :trip
            """)
        .param("id", option.id().value())
        .param("trip", trip.id().value())
        .param("workspace", trip.workspace().value())
        .param("place", option.place())
        .param("name", option.name())
        .param("total", option.total().minor())
        .param("currency", option.total().currency().getCurrencyCode())
        .param("captured", at(option.capturedAt()))
        .param("valid", at(option.validUntil()))
        .param("rules", option.rules())
        .param("baggage", option.baggage())
        .param("source", option.source())
        .param("unfit", option.unfit())
        .param("by", option.writtenBy().value())
        .param("now", at(now))
        .update();
    legs.clear(option.id());
    option
        .journey()
        .legs()
        .forEach(leg -> legs.add(trip, option.id(), leg, option.writtenBy(), now));
  }

  void remove(TripId trip, OptionId option) {
    jdbc.sql("delete from travel.option where trip = :trip and id = :option")
        .param("trip", trip.value())
        .param("option", option.value())
        .update();
  }
}
