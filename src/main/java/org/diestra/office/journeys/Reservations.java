package org.diestra.office.journeys;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What booking mails say to machines: reservations of schema.org as JSON-LD, in scripts of a page
 * or by themselves. Times are taken on the clock of the airport; of a station or a hotel nobody
 * knows the clock, so that the reader’s own is proposed where it fits.
 */
final class Reservations {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int MOST = 40;
  private static final int DEEPEST = 12;
  private static final String SCRIPT = "<script";
  private static final String END = "</script";

  private final ZoneId home;
  private final List<LegForm> legs = new ArrayList<>();

  private Reservations(ZoneId home) {
    this.home = home;
  }

  /**
   * @param text a page, a mail’s HTML, or JSON alone
   * @param home the reader’s own zone
   */
  static List<LegForm> read(String text, ZoneId home) {
    var found = new Reservations(home);
    var start = text.stripLeading();
    if (start.startsWith("{") || start.startsWith("[")) {
      found.json(start);
    } else {
      found.scripts(text);
    }
    return found.legs;
  }

  /** Each script once, from the first sign to the last: no page takes more than its length. */
  private void scripts(String text) {
    var lower = lowered(text);
    int at = lower.indexOf(SCRIPT);
    while (at >= 0) {
      int open = lower.indexOf('>', at);
      int end = open < 0 ? -1 : lower.indexOf(END, open);
      if (end < 0) {
        return;
      }
      if (lower.substring(at, open).contains("application/ld+json")) {
        json(text.substring(open + 1, end));
      }
      at = lower.indexOf(SCRIPT, end);
    }
  }

  /** Letters of ASCII alone, so that each stands where it stood: others grow in lower case. */
  private static String lowered(String text) {
    var all = text.toCharArray();
    for (int i = 0; i < all.length; i++) {
      all[i] = all[i] >= 'A' && all[i] <= 'Z' ? (char) (all[i] + ('a' - 'A')) : all[i];
    }
    return new String(all);
  }

  private void json(String text) {
    try {
      walk(JSON.readTree(text), 0);
    } catch (JacksonException broken) {
      return; // a script that says nothing to us
    }
  }

  private void walk(JsonNode node, int depth) {
    if (depth > DEEPEST || legs.size() >= MOST) {
      return;
    }
    if (node.isArray()) {
      node.forEach(one -> walk(one, depth + 1));
    } else if (node.isObject()) {
      var type = type(node);
      if (type.endsWith("reservation") && !type.equals("reservationpackage")) {
        each(node.path("reservationFor"), it -> reservation(type, node, it));
      } else {
        for (var inner :
            List.of("@graph", "subReservation", "itemListElement", "mainEntity", "about")) {
          walk(node.path(inner), depth + 1);
        }
      }
    }
  }

  private void each(JsonNode node, java.util.function.Consumer<JsonNode> take) {
    if (node.isArray()) {
      node.forEach(take);
    } else if (node.isObject()) {
      take.accept(node);
    }
  }

  /** In lower case, without where it is defined; the first where there are several. */
  private static String type(JsonNode node) {
    var type = node.path("@type");
    var name = type.isArray() ? text(type.path(0)) : text(type);
    return name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
  }

  private void reservation(String type, JsonNode booked, JsonNode what) {
    if (legs.size() >= MOST || text(booked.path("reservationStatus")).endsWith("Cancelled")) {
      return;
    }
    switch (type) {
      case "flightreservation" -> flight(booked, what);
      case "trainreservation" -> ride(booked, what, Means.TRAIN, "Station", "train");
      case "busreservation" -> ride(booked, what, Means.OTHER, "BusStop", "bus");
      case "lodgingreservation" -> lodging(booked, what);
      default -> {}
    }
  }

  private void flight(JsonNode booked, JsonNode flight) {
    var from = airport(flight.path("departureAirport"));
    var to = airport(flight.path("arrivalAirport"));
    var carrier =
        flight.path("airline").isObject() ? flight.path("airline") : flight.path("provider");
    var number = text(flight.path("flightNumber"));
    var code = text(carrier.path("iataCode"));
    var by = code.isEmpty() ? text(carrier.path("name")) : code;
    add(
        Means.FLIGHT,
        end(from, flight.path("departureTime")),
        end(to, flight.path("arrivalTime")),
        by,
        number.startsWith(code) ? number.substring(code.length()).strip() : number,
        booked);
  }

  private static String airport(JsonNode airport) {
    var code = text(airport.path("iataCode")).toUpperCase(Locale.ROOT);
    return Places.find(code).isPresent() ? code : text(airport.path("name"));
  }

  private void ride(JsonNode booked, JsonNode ride, Means means, String stop, String what) {
    var name = text(ride.path(what + "Name"));
    var by = name.isEmpty() ? text(ride.path("provider").path("name")) : name;
    add(
        means,
        end(text(ride.path("departure" + stop).path("name")), ride.path("departureTime")),
        end(text(ride.path("arrival" + stop).path("name")), ride.path("arrivalTime")),
        by,
        text(ride.path(what + "Number")),
        booked);
  }

  private void lodging(JsonNode booked, JsonNode house) {
    var name = text(house.path("name"));
    var in = first(booked, "checkinTime", "checkinDate");
    var out = first(booked, "checkoutTime", "checkoutDate");
    add(Means.HOTEL, end(name, in), end(name, out), name, "", booked);
  }

  private static JsonNode first(JsonNode node, String one, String other) {
    return node.path(one).isMissingNode() ? node.path(other) : node.path(one);
  }

  /** One end of it: where, when on the clock there, and the zone where it is not the airport’s. */
  private record End(String place, String local, String zone) {}

  private End end(String place, JsonNode time) {
    var said = text(time.isObject() ? time.path("@value") : time);
    var moment = Moment.read(said);
    var airport = Places.find(place);
    if (airport.isPresent()) {
      return new End(place, moment.map(at -> at.on(airport.get().zone())).orElse(""), "");
    }
    boolean fits = moment.filter(at -> at.fits(home)).isPresent();
    var local =
        moment.map(Moment::typed).or(() -> Moment.day(said).map(day -> day + "T")).orElse("");
    return new End(place, local, fits ? home.getId() : "");
  }

  private void add(Means means, End from, End to, String by, String number, JsonNode booked) {
    if (from.place().isEmpty() || from.local().isEmpty()) {
      return;
    }
    legs.add(
        new LegForm(
            means.slug(),
            from.place(),
            from.local(),
            from.zone(),
            to.place(),
            to.local(),
            to.zone(),
            by,
            number,
            cabin(booked),
            text(booked.path("reservationNumber")),
            seat(booked),
            "",
            ""));
  }

  private static String seat(JsonNode booked) {
    var plain = text(booked.path("airplaneSeat"));
    var ticket = booked.path("reservedTicket");
    var one = ticket.isArray() ? ticket.path(0) : ticket;
    return plain.isEmpty() ? text(one.path("ticketedSeat").path("seatNumber")) : plain;
  }

  private static String cabin(JsonNode booked) {
    var node = booked.path("airplaneSeatClass");
    var said = text(node.isObject() ? node.path("name") : node).toLowerCase(Locale.ROOT);
    return Optional.of(said)
        .filter(name -> !name.isEmpty())
        .map(name ->
            name.contains("premium")
                ? Cabin.PREMIUM
                : name.contains("business")
                    ? Cabin.BUSINESS
                    : name.contains("first") ? Cabin.FIRST : Cabin.ECONOMY)
        .map(Cabin::slug)
        .orElse("");
  }

  private static final Set<String> NONE = Set.of("null");

  /** Of one value, on one line and not endless; empty where it is none. */
  static String text(JsonNode node) {
    var text = node.isValueNode() && !node.isNull() ? node.asString("") : "";
    var line = text.replaceAll("\\s+", " ").strip();
    return NONE.contains(line) ? "" : line.substring(0, Math.min(line.length(), Stop.LONGEST));
  }
}
