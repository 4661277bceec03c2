package org.diestra.office.travel;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instantOrNull;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.labelOrNull;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.zone;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diestra.office.journeys.Cabin;
import org.diestra.office.journeys.Leg;
import org.diestra.office.journeys.Means;
import org.diestra.office.journeys.Stop;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The legs of options and of itineraries. */
@Repository
class LegStore {
  private final JdbcClient jdbc;

  LegStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A leg of an itinerary as it is kept.
   *
   * @param version counts its changes
   * @param allowedFrom when it left as the client last saw it, and {@code allowedTo} when it
   *     arrived
   */
  record Kept(LegId id, int version, Leg leg, Instant allowedFrom, Instant allowedTo) {
    Kept now(Leg after) {
      return new Kept(id, version + 1, after, allowedFrom, allowedTo);
    }
  }

  /** The legs of each option of a trip, in the order of departure. */
  Map<OptionId, List<Leg>> ofOptions(TripId trip) {
    var legs = new HashMap<OptionId, List<Leg>>();
    jdbc.sql(
            """
            select * from travel.leg where trip = :trip and option is not null
            order by from_at, to_at, id
            """)
        .param("trip", trip.value())
        .query(r -> {
          var option = new OptionId(id(r, "option"));
          legs.computeIfAbsent(option, o -> new ArrayList<>()).add(leg(r));
        });
    return legs;
  }

  /** Those of the itinerary, in the order of departure. */
  List<Kept> ofItinerary(TripId trip) {
    return jdbc.sql(
            """
            select * from travel.leg where trip = :trip and option is null
            order by from_at, to_at, id
            """)
        .param("trip", trip.value())
        .query((r, n) -> kept(r))
        .list();
  }

  /** Those of several trips’ itineraries. */
  Map<TripId, List<Leg>> ofItineraries(List<TripId> trips) {
    var legs = new LinkedHashMap<TripId, List<Leg>>();
    jdbc.sql(
            """
            select * from travel.leg where trip = any(:trips) and option is null
            order by from_at, to_at, id
            """)
        .param("trips", trips.stream().map(TripId::value).toArray(java.util.UUID[]::new))
        .query(r -> {
          legs.computeIfAbsent(new TripId(id(r, "trip")), t -> new ArrayList<>()).add(leg(r));
        });
    return legs;
  }

  Optional<Kept> find(TripId trip, LegId leg) {
    return jdbc.sql("select * from travel.leg where trip = :trip and id = :id and option is null")
        .param("trip", trip.value())
        .param("id", leg.value())
        .query((r, n) -> kept(r))
        .optional();
  }

  private static Kept kept(ResultSet r) throws SQLException {
    var leg = leg(r);
    var from = instantOrNull(r, "allowed_from");
    var to = instantOrNull(r, "allowed_to");
    return new Kept(
        new LegId(id(r, "id")),
        integer(r, "version"),
        leg,
        from == null ? leg.from().at() : from,
        to == null ? leg.to().at() : to);
  }

  private static Leg leg(ResultSet r) throws SQLException {
    return new Leg(
        label(r, "means", Means.class),
        stop(r, "from"),
        stop(r, "to"),
        text(r, "carrier"),
        text(r, "number"),
        labelOrNull(r, "cabin", Cabin.class),
        text(r, "booking"),
        text(r, "seat"),
        text(r, "note"),
        integer(r, "km"));
  }

  private static Stop stop(ResultSet r, String end) throws SQLException {
    return new Stop(
        text(r, end + "_code"),
        text(r, end + "_name"),
        java.util.Objects.requireNonNull(r.getObject(end + "_local", LocalDateTime.class)),
        zone(r, end + "_zone"));
  }

  /**
   * @param option null for the itinerary
   */
  Kept add(Trip.Facts trip, @Nullable OptionId option, Leg leg, PersonId by, Instant now) {
    var id = new LegId(Ids.fresh());
    var values = values(leg);
    values.put("id", id.value());
    values.put("trip", trip.id().value());
    values.put("workspace", trip.workspace().value());
    values.put("option", option == null ? null : option.value());
    values.put("by", by.value());
    values.put("now", at(now));
    jdbc.sql(
            """
            insert into travel.leg (id, trip, workspace, option, means, from_code, from_name,
              from_local, from_zone, from_at, to_code, to_name, to_local, to_zone, to_at, carrier,
              number, cabin, booking, seat, note, km, version, written_by, written_at,
              allowed_from, allowed_to)
            values (:id, :trip, :workspace, cast(:option as uuid), :means, :fromCode, :fromName,
              :fromLocal, :fromZone, :fromAt, :toCode, :toName, :toLocal, :toZone, :toAt, :carrier,
              :number, cast(:cabin as text), :booking, :seat, :note, :km, 1, :by, :now,
              :fromAt, :toAt)
            """)
        .params(values)
        .update();
    return new Kept(id, 1, leg, leg.from().at(), leg.to().at());
  }

  private static Map<String, @Nullable Object> values(Leg leg) {
    var values = new HashMap<String, @Nullable Object>();
    values.put("means", leg.means().name());
    put(values, "from", leg.from());
    put(values, "to", leg.to());
    values.put("carrier", leg.carrier());
    values.put("number", leg.number());
    values.put("cabin", leg.cabin() == null ? null : leg.cabin().name());
    values.put("booking", leg.booking());
    values.put("seat", leg.seat());
    values.put("note", leg.note());
    values.put("km", leg.km());
    return values;
  }

  private static void put(Map<String, @Nullable Object> values, String end, Stop stop) {
    values.put(end + "Code", stop.code());
    values.put(end + "Name", stop.name());
    values.put(end + "Local", stop.local());
    values.put(end + "Zone", stop.zone().getId());
    values.put(end + "At", at(stop.at()));
  }

  /** An option’s legs give way to others. */
  void clear(OptionId option) {
    jdbc.sql("delete from travel.leg where option = :option")
        .param("option", option.value())
        .update();
  }

  /**
   * @param allowed whether the client says so, and sees it where it is from now on
   * @return false where it has changed since
   */
  boolean change(TripId trip, Kept before, Leg after, boolean allowed, PersonId by, Instant now) {
    var values = values(after);
    values.put("id", before.id().value());
    values.put("trip", trip.value());
    values.put("version", before.version());
    values.put("allowedFrom", at(allowed ? after.from().at() : before.allowedFrom()));
    values.put("allowedTo", at(allowed ? after.to().at() : before.allowedTo()));
    values.put("by", by.value());
    values.put("now", at(now));
    return jdbc.sql(
                """
                update travel.leg set means = :means, from_code = :fromCode, from_name = :fromName,
                  from_local = :fromLocal, from_zone = :fromZone, from_at = :fromAt,
                  to_code = :toCode, to_name = :toName, to_local = :toLocal, to_zone = :toZone,
                  to_at = :toAt, carrier = :carrier, number = :number,
                  cabin = cast(:cabin as text), booking = :booking, seat = :seat, note = :note,
                  km = :km, allowed_from = :allowedFrom, allowed_to = :allowedTo,
                  version = version + 1, written_by = :by, written_at = :now
                where trip = :trip and id = :id and version = :version and option is null
                """)
            .params(values)
            .update()
        == 1;
  }

  /** False where it has changed since. */
  boolean remove(TripId trip, Kept leg) {
    return jdbc.sql(
                """
                delete from travel.leg
                where trip = :trip and id = :id and version = :version and option is null
                """)
            .param("trip", trip.value())
            .param("id", leg.id().value())
            .param("version", leg.version())
            .update()
        == 1;
  }
}
