package org.diestra.platform.search;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.diestra.platform.base.Fluency;
import org.diestra.platform.base.WorkWeek;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for. Everything narrows: all words, any of the values of each facet, every
 * language, every range. Whatever a visitor types may go in; it is cut to size and has no syntax.
 *
 * @param words as typed; 10 words of the first 200 characters count
 * @param any for each facet, one of these values
 * @param fluent each of these languages, at this level
 * @param shared hours of the week worked together, or null
 * @param since only what was published after this instant, or null
 * @param counted the facets to count
 * @param limit rows a page, 1–100
 * @param after the {@link Found#next} of the page before, or null; a broken one starts anew
 */
public record Criteria(
    Kind kind,
    String words,
    Map<Facet, Set<String>> any,
    Set<Fluency> fluent,
    Map<Measure, Range> ranges,
    @Nullable Shared shared,
    @Nullable Instant since,
    Sort sort,
    Set<Facet> counted,
    int limit,
    @Nullable String after) {

  /** In which order. Rates compare by the hour unless only the task unit is asked for. */
  public enum Sort {
    FIT,
    NEWEST,
    LOWEST_RATE,
    HIGHEST_RATE
  }

  /** Both ends inclusive. */
  public record Range(long min, long max) {}

  /**
   * @param hours at least so many hours a week of theirs lie within this week, 1–168
   */
  public record Shared(WorkWeek week, int hours) {}

  public static Draft of(Kind kind) {
    return new Draft(kind);
  }

  /** Saved searches run again with what was found last time cut off. */
  public Criteria newerThan(Instant instant) {
    return new Criteria(
        kind, words, any, fluent, ranges, shared, instant, sort, counted, limit, after);
  }

  /** The same matches, for counting these facets. */
  Criteria counting(Set<Facet> facets) {
    return new Criteria(kind, words, any, fluent, ranges, shared, since, Sort.FIT, facets, 1, null);
  }

  /** The matches as they would be were this facet not narrowed, for counting it. */
  Criteria counting(Facet facet) {
    var others = new EnumMap<>(any);
    others.remove(facet);
    return new Criteria(
        kind, words, others, fluent, ranges, shared, since, Sort.FIT, Set.of(facet), 1, null);
  }

  Measure rate() {
    return any.getOrDefault(Facet.PAY_UNIT, Set.of()).equals(Set.of("task"))
        ? Measure.TASK_RATE
        : Measure.HOURLY_RATE;
  }

  /** Criteria in the making. Not for several threads. */
  public static final class Draft {
    private static final int MOST_VALUES = 50;
    private final Kind kind;
    private final Map<Facet, Set<String>> any = new EnumMap<>(Facet.class);
    private final Set<Fluency> fluent = new LinkedHashSet<>();
    private final Map<Measure, Range> ranges = new EnumMap<>(Measure.class);
    private final Set<Facet> counted = EnumSet.noneOf(Facet.class);
    private String words = "";
    private Sort sort = Sort.FIT;
    private int limit = 20;
    private @Nullable Shared shared;
    private @Nullable Instant since;
    private @Nullable String after;

    private Draft(Kind kind) {
      this.kind = kind;
    }

    public Draft words(String typed) {
      words = typed;
      return this;
    }

    /** One of these values; none at all means whichever. At most 50 count. */
    public Draft any(Facet facet, Collection<String> values) {
      if (!values.isEmpty()) {
        any.computeIfAbsent(facet, f -> new TreeSet<>())
            .addAll(values.stream().limit(MOST_VALUES).toList());
      }
      return this;
    }

    public Draft fluent(Fluency fluency) {
      if (fluent.size() < MOST_VALUES) {
        fluent.add(fluency);
      }
      return this;
    }

    public Draft atLeast(Measure measure, long min) {
      return range(measure, min, Long.MAX_VALUE);
    }

    public Draft atMost(Measure measure, long max) {
      return range(measure, 0, max);
    }

    private Draft range(Measure measure, long min, long max) {
      ranges.merge(
          measure,
          new Range(min, max),
          (a, b) -> new Range(Math.max(a.min, b.min), Math.min(a.max, b.max)));
      return this;
    }

    public Draft shares(WorkWeek week, int hours) {
      shared = hours > 0 ? new Shared(week, Math.min(hours, WorkWeek.HOURS)) : null;
      return this;
    }

    public Draft since(Instant instant) {
      since = instant;
      return this;
    }

    public Draft sort(Sort order) {
      sort = order;
      return this;
    }

    public Draft count(Facet... facets) {
      counted.addAll(Arrays.asList(facets));
      return this;
    }

    public Draft limit(int rows) {
      limit = Math.clamp(rows, 1, 100);
      return this;
    }

    public Draft after(@Nullable String cursor) {
      after = cursor;
      return this;
    }

    public Criteria build() {
      return new Criteria(
          kind,
          words,
          Map.copyOf(any),
          Set.copyOf(fluent),
          Map.copyOf(ranges),
          shared,
          since,
          sort,
          Set.copyOf(counted),
          limit,
          after);
    }
  }
}
