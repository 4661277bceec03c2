package org.diestra.hiring.assistants;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Fluency;
import org.diestra.platform.base.Fluency.Level;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Typed;
import org.diestra.platform.base.WorkWeek;
import org.diestra.platform.exchange.Exchange;
import org.diestra.platform.search.Criteria;
import org.diestra.platform.search.Criteria.Sort;
import org.diestra.platform.search.Facet;
import org.diestra.platform.search.Kind;
import org.diestra.platform.search.Measure;
import org.jspecify.annotations.Nullable;

/**
 * Who is looked for, as the address of {@code /assistants} says it. What can't be read narrows
 * nothing; a search is never refused.
 *
 * @param words at most 200 characters
 * @param areas any of them
 * @param fluency in that language at that level or better; A1 where no level is asked for
 * @param most what an hour may cost
 * @param shared at least so many hours a week within the client's own, 1–80
 * @param from the client's working day begins, 0–23, on {@code zone}'s clock
 * @param to and ends, 1–24
 * @param years at least, in one of the areas
 * @param free hours a week at least
 * @param rating in whole stars, 1–5
 */
record Wanted(
    String words,
    Set<Area> areas,
    @Nullable Fluency fluency,
    @Nullable Money most,
    int shared,
    int from,
    int to,
    ZoneId zone,
    int years,
    int free,
    int rating,
    Sort sort) {
  private static final int WORDS = 200;
  private static final DayOfWeek[] WEEKDAYS = {
    DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY
  };

  /** The orders that are offered, the usual one first. */
  static final Map<String, Sort> SORTS =
      Map.of("fit", Sort.FIT, "newest", Sort.NEWEST, "rate", Sort.LOWEST_RATE);

  /**
   * @param zone whose clock counts where the address names none
   */
  static Wanted read(Map<String, List<String>> query, ZoneId zone) {
    int from = number(query, "from", 0, 23, 9);
    int to = number(query, "to", 1, 24, 17);
    return new Wanted(
        cut(Typed.line(one(query, "q"))),
        areas(query.getOrDefault("area", List.of())),
        fluency(one(query, "language"), one(query, "level")),
        Money.read(one(query, "max"), currency(query)).filter(Money::isPositive).orElse(null),
        number(query, "shared", 1, 80, 0),
        from < to ? from : 9,
        from < to ? to : 17,
        zone(one(query, "zone")).orElse(zone),
        number(query, "years", 1, 60, 0),
        number(query, "free", 1, 80, 0),
        number(query, "rating", 1, 5, 0),
        SORTS.getOrDefault(one(query, "sort"), Sort.FIT));
  }

  private static Currency currency(Map<String, List<String>> query) {
    try {
      return Currency.getInstance(one(query, "currency"));
    } catch (IllegalArgumentException none) {
      return Exchange.REFERENCE;
    }
  }

  private static String one(Map<String, List<String>> query, String name) {
    var values = query.getOrDefault(name, List.of());
    var value = values.isEmpty() ? null : values.getFirst();
    return value == null ? "" : value.strip();
  }

  private static String cut(String words) {
    return words.length() <= WORDS
        ? words
        : words.substring(0, words.offsetByCodePoints(0, WORDS / 2)).strip();
  }

  private static Set<Area> areas(List<String> slugs) {
    var areas = new LinkedHashSet<Area>();
    for (var area : Area.values()) {
      if (slugs.contains(area.slug())) {
        areas.add(area);
      }
    }
    return areas;
  }

  private static @Nullable Fluency fluency(String language, String level) {
    return Fluency.read(language.toLowerCase(Locale.ROOT) + "-" + (level.isEmpty() ? "A1" : level))
        .orElse(null);
  }

  private static int number(
      Map<String, List<String>> query, String name, int least, int most, int otherwise) {
    var text = one(query, name);
    if (!text.matches("\\d{1,3}")) {
      return otherwise;
    }
    int number = Integer.parseInt(text);
    return number < least ? otherwise : Math.min(number, most);
  }

  private static Optional<ZoneId> zone(String name) {
    try {
      return name.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(name));
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }

  WorkWeek week() {
    return WorkWeek.daily(zone, from, to, WEEKDAYS);
  }

  /** Amounts compare in one currency; one that no rate is known for narrows nothing. */
  Criteria criteria(Exchange exchange, int limit, @Nullable String after) {
    var draft =
        Criteria.of(Kind.ASSISTANT)
            .words(words)
            .any(Facet.AREA, areas.stream().map(Area::slug).toList())
            .shares(week(), shared)
            .sort(sort)
            .count(Facet.AREA, Facet.LANGUAGE)
            .limit(limit)
            .after(after);
    if (fluency != null) {
      draft.fluent(fluency);
    }
    if (most != null) {
      exchange.reference(most).ifPresent(minor -> draft.atMost(Measure.HOURLY_RATE, minor));
    }
    atLeast(draft, Measure.EXPERIENCE, years);
    atLeast(draft, Measure.FREE_HOURS, free);
    atLeast(draft, Measure.RATING, rating * 100L);
    return draft.build();
  }

  private static void atLeast(Criteria.Draft draft, Measure measure, long least) {
    if (least > 0) {
      draft.atLeast(measure, least);
    }
  }

  /** Whether anything is asked for at all. */
  boolean any() {
    return !without("sort").query().isEmpty();
  }

  /** The same without that filter, or without one area: {@code area:blog}. */
  Wanted without(String filter) {
    var rest = new LinkedHashSet<>(areas);
    rest.removeIf(area -> filter.equals("area:" + area.slug()));
    boolean shares = !filter.equals("shared");
    return new Wanted(
        filter.equals("q") ? "" : words,
        rest,
        filter.equals("language") ? null : fluency,
        filter.equals("max") ? null : most,
        shares ? shared : 0,
        from,
        to,
        zone,
        filter.equals("years") ? 0 : years,
        filter.equals("free") ? 0 : free,
        filter.equals("rating") ? 0 : rating,
        filter.equals("sort") ? Sort.FIT : sort);
  }

  /** As an address has it behind the question mark, always in the same order. */
  String query() {
    var parts = new ArrayList<String>();
    add(parts, "q", words);
    areas.forEach(area -> add(parts, "area", area.slug()));
    if (fluency != null) {
      add(parts, "language", fluency.language());
      add(parts, "level", fluency.level() == Level.A1 ? "" : fluency.level().name());
    }
    if (most != null) {
      add(parts, "max", most.amount().toPlainString());
      add(
          parts,
          "currency",
          most.currency().equals(Exchange.REFERENCE) ? "" : most.currency().getCurrencyCode());
    }
    if (shared > 0) {
      add(parts, "shared", Integer.toString(shared));
      add(parts, "from", Integer.toString(from));
      add(parts, "to", Integer.toString(to));
      add(parts, "zone", zone.getId());
    }
    add(parts, "years", years == 0 ? "" : Integer.toString(years));
    add(parts, "free", free == 0 ? "" : Integer.toString(free));
    add(parts, "rating", rating == 0 ? "" : Integer.toString(rating));
    add(parts, "sort", sort == Sort.FIT ? "" : sortName());
    return String.join("&", parts);
  }

  private static void add(List<String> parts, String name, String value) {
    if (!value.isEmpty()) {
      parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }

  String sortName() {
    return SORTS.entrySet().stream()
        .filter(entry -> entry.getValue() == sort)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("fit");
  }

  String href() {
    var query = query();
    return "/assistants" + (query.isEmpty() ? "" : "?" + query);
  }
}
