package org.diestra.office.journeys;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A pass for a phone’s wallet (Apple’s PassKit format): a zip of which {@code pass.json} alone is
 * read, within bounds however much it would unfold to. Its signature is not checked, as somebody
 * looks at what it says before it counts.
 */
final class WalletPass {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int MOST_ENTRIES = 200;
  private static final int LARGEST = 1_000_000; // bytes of pass.json
  private static final int MOST_BYTES = 20_000_000; // of all that stands before it, unfolded

  private WalletPass() {}

  /** Whether bytes begin as a zip does. */
  static boolean is(byte[] bytes) {
    return bytes.length > 4 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3;
  }

  /**
   * @param around a day near which the journey is
   * @return what it says, as far as it says it; empty where it is no pass to travel by
   */
  static List<LegForm> read(byte[] bytes, LocalDate around, ZoneId home) {
    try {
      var text = pass(bytes);
      return text.isEmpty() ? List.of() : legs(JSON.readTree(text.get()), around, home);
    } catch (IOException | JacksonException | IllegalArgumentException broken) {
      return List.of();
    }
  }

  private static Optional<byte[]> pass(byte[] bytes) throws IOException {
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      long seen = 0;
      for (int i = 0; i < MOST_ENTRIES && seen < MOST_BYTES; i++) {
        var entry = zip.getNextEntry();
        if (entry == null) {
          return Optional.empty();
        }
        if (entry.getName().equals("pass.json")) {
          var text = zip.readNBytes(LARGEST + 1);
          return text.length > LARGEST ? Optional.empty() : Optional.of(text);
        }
        seen += skip(zip, MOST_BYTES - seen);
      }
      return Optional.empty();
    }
  }

  /** What is not read is unfolded all the same by going on: so it is counted. */
  private static long skip(ZipInputStream zip, long most) throws IOException {
    var some = new byte[8192];
    long all = 0;
    int n = zip.read(some);
    while (n > 0 && all <= most) {
      all += n;
      n = zip.read(some);
    }
    return all;
  }

  private static List<LegForm> legs(JsonNode pass, LocalDate around, ZoneId home) {
    var boarding = pass.path("boardingPass");
    if (!boarding.isObject()) {
      return List.of();
    }
    var found = new ArrayList<LegForm>();
    for (var code : barcodes(pass)) {
      if (found.isEmpty()) {
        found.addAll(BoardingPass.read(code, around));
      }
    }
    var said = said(pass, boarding, home);
    if (found.isEmpty()) {
      return said.from().isEmpty() ? List.of() : List.of(said);
    }
    found.set(0, merged(found.getFirst(), said));
    return found;
  }

  private static List<String> barcodes(JsonNode pass) {
    var codes = new ArrayList<String>();
    codes.add(whole(pass.path("barcode").path("message")));
    pass.path("barcodes").forEach(one -> codes.add(whole(one.path("message"))));
    return codes;
  }

  private static String whole(JsonNode node) {
    return node.isString() ? node.asString() : "";
  }

  /**
   * By its own fields and what it says to machines (semantics); the date is when it becomes
   * relevant.
   */
  private static LegForm said(JsonNode pass, JsonNode boarding, ZoneId home) {
    var tags = pass.path("semantics");
    boolean air = whole(boarding.path("transitType")).endsWith("Air");
    var from = or(text(tags, "departureAirportCode"), field(boarding, 0));
    var to = or(text(tags, "destinationAirportCode"), field(boarding, 1));
    var leaves =
        or(
            or(text(tags, "currentDepartureDate"), text(tags, "originalDepartureDate")),
            text(pass, "relevantDate"));
    var arrives = or(text(tags, "currentArrivalDate"), text(tags, "originalArrivalDate"));
    var by = or(text(tags, "airlineCode"), text(pass, "organizationName"));
    var means =
        air
            ? Means.FLIGHT
            : whole(boarding.path("transitType")).endsWith("Train") ? Means.TRAIN : Means.OTHER;
    return new LegForm(
        means.slug(),
        from,
        local(leaves, from, home),
        zone(from, home),
        to,
        local(arrives, to, home),
        zone(to, home),
        by,
        text(tags, "flightNumber"),
        "",
        text(tags, "confirmationNumber"),
        Reservations.text(tags.path("seats").path(0).path("seatNumber")),
        "",
        "");
  }

  private static String text(JsonNode node, String name) {
    return Reservations.text(node.path(name));
  }

  private static String field(JsonNode boarding, int nth) {
    return Reservations.text(boarding.path("primaryFields").path(nth).path("value"));
  }

  private static String or(String one, String other) {
    return one.isEmpty() ? other : one;
  }

  private static String local(String said, String place, ZoneId home) {
    var zone = Places.find(place).map(Place::zone).orElse(home);
    return Moment.read(said).map(at -> at.on(zone)).orElse("");
  }

  private static String zone(String place, ZoneId home) {
    return place.isEmpty() || Places.find(place).isPresent() ? "" : home.getId();
  }

  /** What the barcode says, with the hours from the pass. */
  private static LegForm merged(LegForm code, LegForm said) {
    boolean sameDay =
        said.leaves().length() > 10 && code.leaves().startsWith(said.leaves().substring(0, 10));
    return new LegForm(
        code.means(),
        code.from(),
        sameDay || code.leaves().isEmpty() ? said.leaves() : code.leaves(),
        "",
        code.to(),
        said.arrives(),
        "",
        code.carrier(),
        code.number(),
        code.cabin(),
        code.booking(),
        code.seat(),
        "",
        "");
  }
}
