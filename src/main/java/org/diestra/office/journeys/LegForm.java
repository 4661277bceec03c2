package org.diestra.office.journeys;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.diestra.platform.base.Problems;
import org.jspecify.annotations.Nullable;

/**
 * A leg as a browser sends it, or as a reader of mails and passes found it: then what it did not
 * say is empty, and somebody fills it in.
 *
 * @param from a code of three letters, a name, or {@code Name (ABC)}
 * @param leaves {@code 2027-03-27T10:15}, on the clock there
 * @param fromZone an IANA name; empty where the code says it
 */
public record LegForm(
    String means,
    String from,
    String leaves,
    String fromZone,
    String to,
    String arrives,
    String toZone,
    String carrier,
    String number,
    String cabin,
    String booking,
    String seat,
    String note,
    String km) {
  public static final LegForm BLANK =
      new LegForm("flight", "", "", "", "", "", "", "", "", "", "", "", "", "");

  private static final int LONGEST = 600;
  private static final Pattern CODE = Pattern.compile("\\(([A-Za-z]{3})\\)$");
  private static final Map<String, String> ZONES =
      ZoneId.getAvailableZoneIds().stream()
          .filter(id -> id.contains("/") || id.equals("UTC"))
          .collect(Collectors.toUnmodifiableMap(id -> id.toLowerCase(Locale.ROOT), id -> id));

  /**
   * @param sent what was sent under a field’s name, or null
   */
  public static LegForm of(Function<String, @Nullable String> sent) {
    UnaryOperator<String> cut =
        name -> {
          var value = sent.apply(name);
          return value == null ? "" : value.substring(0, Math.min(value.length(), LONGEST));
        };
    return new LegForm(
        cut.apply("means"),
        cut.apply("from"),
        cut.apply("leaves"),
        cut.apply("fromZone"),
        cut.apply("to"),
        cut.apply("arrives"),
        cut.apply("toZone"),
        cut.apply("carrier"),
        cut.apply("number"),
        cut.apply("cabin"),
        cut.apply("booking"),
        cut.apply("seat"),
        cut.apply("note"),
        cut.apply("km"));
  }

  public static LegForm of(Leg leg) {
    return new LegForm(
        leg.means().slug(),
        typed(leg.from()),
        leg.from().local().toString(),
        zone(leg.from()),
        typed(leg.to()),
        leg.to().local().toString(),
        zone(leg.to()),
        leg.carrier(),
        leg.number(),
        leg.cabin() == null ? "" : leg.cabin().slug(),
        leg.booking(),
        leg.seat(),
        leg.note(),
        leg.km() == 0 ? "" : String.valueOf(leg.km()));
  }

  private static String typed(Stop stop) {
    if (stop.code().isEmpty()) {
      return stop.name();
    }
    return Places.find(stop.code())
        .filter(place -> city(place).equals(stop.name()))
        .map(Place::code)
        .orElse(stop.name() + " (" + stop.code() + ")");
  }

  private static String zone(Stop stop) {
    return Places.find(stop.code()).filter(place -> place.zone().equals(stop.zone())).isPresent()
        ? ""
        : stop.zone().getId();
  }

  private static String city(Place place) {
    return place.city().isEmpty() ? place.name() : place.city();
  }

  /** Whether nothing was typed into it but what it is. */
  public boolean blank() {
    return from.isBlank() && to.isBlank() && leaves.isBlank() && arrives.isBlank();
  }

  /**
   * @param mark behind each field’s name in the form: {@code -0}
   * @return null where there is a problem
   */
  public @Nullable Leg read(String mark, Problems problems) {
    int before = problems.all().size();
    var typed = new Cardless(problems);
    var what = Means.read(means).orElse(Means.OTHER);
    boolean flies = what == Means.FLIGHT;
    var start = stop("from", from, "leaves", leaves, fromZone, flies, mark, typed);
    boolean stays = what == Means.HOTEL && to.isBlank();
    var end =
        stop(
            "to",
            stays ? from : to,
            "arrives",
            arrives,
            stays && toZone.isBlank() ? fromZone : toZone,
            flies,
            mark,
            typed);
    var by = typed.line("carrier" + mark, carrier, Leg.LONGEST_NAME);
    var called = typed.line("number" + mark, number, Leg.LONGEST_CODE);
    var code = typed.line("booking" + mark, booking, Leg.LONGEST_CODE);
    var place = typed.line("seat" + mark, seat, Leg.LONGEST_CODE);
    var said = typed.text("note" + mark, note, Leg.LONGEST_NOTE);
    var far =
        new org.diestra.platform.base.Typed(problems)
            .number("km" + mark, km, 0, Leg.FARTHEST, "journeys.km");
    if (problems.all().size() > before || start == null || end == null) {
      return null;
    }
    if (end.at().isBefore(start.at())) {
      problems.add("arrives" + mark, "journeys.arrives.before");
      return null;
    }
    return new Leg(
        what,
        start,
        end,
        by,
        called,
        Cabin.read(cabin).orElse(null),
        code,
        place,
        said,
        far == null ? 0 : far);
  }

  private static @Nullable Stop stop(
      String placeField,
      String place,
      String timeField,
      String time,
      String zone,
      boolean flies,
      String mark,
      Cardless typed) {
    var problems = typed.problems();
    var name = typed.line(placeField + mark, place, Stop.LONGEST, "journeys.missing." + placeField);
    var local = local(time);
    if (local.isEmpty()) {
      problems.add(timeField + mark, "journeys.missing." + timeField);
    }
    var airport = airport(name, flies);
    var named = ZONES.get(zone.strip().toLowerCase(Locale.ROOT).replace(' ', '_'));
    var clock = named == null ? airport.map(Place::zone).orElse(null) : ZoneId.of(named);
    if (clock == null && !name.isEmpty() || named == null && !zone.isBlank()) {
      problems.add(placeField + "Zone" + mark, "journeys.zone");
    }
    if (name.isEmpty() || local.isEmpty() || clock == null) {
      return null;
    }
    var shown = airport.map(at -> shown(name, at)).orElse(name);
    return new Stop(airport.map(Place::code).orElse(""), shown, local.get(), clock);
  }

  /**
   * The airport that a name is or ends with. Who flies types its three letters as they come; else
   * {@code Ulm} and {@code Pau} are towns, and only {@code ULM} is an airport.
   */
  private static Optional<Place> airport(String name, boolean flies) {
    var code = CODE.matcher(name).replaceFirst("$1");
    boolean letters = flies ? name.length() == 3 : name.matches("[A-Z]{3}");
    boolean whole = letters || CODE.matcher(name).find();
    return whole ? Places.find(code.substring(Math.max(0, code.length() - 3))) : Optional.empty();
  }

  /** What was typed before the code, or the city where that is all there is. */
  private static String shown(String name, Place airport) {
    var before = CODE.matcher(name).replaceFirst("").strip();
    return name.length() == 3 || before.isEmpty() ? city(airport) : before;
  }

  /** A date and time as a browser sends them; empty for anything else. */
  public static Optional<LocalDateTime> local(String typed) {
    try {
      return Optional.of(LocalDateTime.parse(typed.strip()))
          .map(at -> at.withSecond(0).withNano(0))
          .filter(at -> at.getYear() >= 2000 && at.getYear() <= 2100);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
