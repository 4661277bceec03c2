package org.diestra.hiring.board;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.PayUnit;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What somebody looks for among jobs, as it stands in the address. Whatever is no filter is left
 * out, so that any address works.
 *
 * @param q words
 * @param area slugs
 * @param unit hour, task
 * @param from the least that a client pays at most, as typed
 * @param to the most that a client pays at most, as typed
 * @param language ISO 639-1
 * @param level the level at which the visitor has it
 * @param hours shared hours a week with working days in {@code zone}
 */
record Filters(
    String q,
    List<String> area,
    List<String> unit,
    String from,
    String to,
    String currency,
    String language,
    String level,
    String hours,
    String zone,
    boolean verified,
    String sort) {
  private static final int LONGEST = 200;

  static Filters of(MultiValueMap<String, String> params) {
    return new Filters(
        text(params, "q"),
        known(params.get("area"), Arrays.stream(Area.values()).map(Area::slug).toList()),
        known(params.get("unit"), Arrays.stream(PayUnit.values()).map(PayUnit::slug).toList()),
        text(params, "from"),
        text(params, "to"),
        text(params, "currency"),
        text(params, "language"),
        text(params, "level"),
        text(params, "hours"),
        text(params, "zone"),
        "true".equals(params.getFirst("verified")),
        Order.of(params.getFirst("sort")).slug());
  }

  /** Reads what {@link #query} wrote. */
  static Filters of(String query) {
    var read = UriComponentsBuilder.fromUriString("?" + query).build().getQueryParams();
    var plain = new org.springframework.util.LinkedMultiValueMap<String, String>();
    read.forEach((name, values) -> values.forEach(value -> plain.add(name, decoded(value))));
    return of(plain);
  }

  Order order() {
    return Order.of(sort);
  }

  /** Whether anything narrows the list. */
  boolean any() {
    return !query().isEmpty();
  }

  /** How many things narrow the list; two areas are two. */
  long count() {
    return Stream.of(q, from, to, language, hours).filter(text -> !text.isEmpty()).count()
        + area.size()
        + unit.size()
        + (verified ? 1 : 0);
  }

  /** The address's query, always written the same way; empty for no filter at all. */
  String query() {
    var parts = new ArrayList<String>();
    put(parts, "q", q);
    area.stream().sorted().forEach(slug -> put(parts, "area", slug));
    unit.stream().sorted().forEach(slug -> put(parts, "unit", slug));
    put(parts, "from", from);
    put(parts, "to", to);
    put(parts, "currency", from.isEmpty() && to.isEmpty() ? "" : currency);
    put(parts, "language", language);
    put(parts, "level", language.isEmpty() ? "" : level);
    put(parts, "hours", hours);
    put(parts, "zone", hours.isEmpty() ? "" : zone);
    put(parts, "verified", verified ? "true" : "");
    put(parts, "sort", order() == Order.FIT ? "" : sort);
    return String.join("&", parts);
  }

  String href() {
    var query = query();
    return query.isEmpty() ? "/jobs" : "/jobs?" + query;
  }

  /** The next page of the same. */
  String after(String cursor) {
    var query = query();
    return "/jobs?" + (query.isEmpty() ? "" : query + "&") + "after=" + encoded(cursor);
  }

  /** The same with other words. */
  Filters withWords(String words) {
    return new Filters(
        words, area, unit, from, to, currency, language, level, hours, zone, verified, sort);
  }

  /** The same in the order of the page's own choice. */
  Filters unsorted() {
    return new Filters(
        q, area, unit, from, to, currency, language, level, hours, zone, verified, "fit");
  }

  /** The clock of the shared hours; the visitor's own where it names none. */
  ZoneId clock(ZoneId here) {
    return ZoneId.getAvailableZoneIds().contains(zone) ? ZoneId.of(zone) : here;
  }

  /** A number of hours, 1–60; empty where none is asked for. */
  Optional<Integer> sharedHours() {
    return hours.matches("\\d{1,2}")
        ? Optional.of(Integer.parseInt(hours)).filter(h -> h >= 1 && h <= 60)
        : Optional.empty();
  }

  private static void put(List<String> parts, String name, String value) {
    if (!value.isEmpty()) {
      parts.add(name + "=" + encoded(value));
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String decoded(@Nullable String text) {
    return java.net.URLDecoder.decode(text == null ? "" : text, StandardCharsets.UTF_8);
  }

  private static String text(MultiValueMap<String, String> params, String name) {
    var line = Typed.line(params.getFirst(name));
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
  }

  private static List<String> known(@Nullable List<String> values, List<String> known) {
    return values == null
        ? List.of()
        : known.stream().filter(values::contains).collect(Collectors.toUnmodifiableList());
  }
}
