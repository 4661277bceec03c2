package org.diestra.platform.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.diestra.platform.base.Fluency;
import org.diestra.platform.base.WorkWeek;
import org.jspecify.annotations.Nullable;

/**
 * One thing as the index knows it: everything it can be found, narrowed, counted and ranked by. It
 * holds nothing that the public may not see.
 *
 * @param fluencies each language with every level that satisfies a search for it
 * @param createdAt what NEWEST sorts by and freshness decays from: when it was published
 */
public record Entry(
    Kind kind,
    UUID id,
    Instant createdAt,
    List<Text> texts,
    Map<Facet, Set<String>> facets,
    Set<Fluency> fluencies,
    Map<Measure, Long> measures,
    Map<Ranking.Signal, Double> signals,
    @Nullable WorkWeek week) {

  /** How much a word found in a text says about the thing. */
  public enum Weight {
    TITLE,
    DETAIL,
    BODY
  }

  /** A text in any language; each is analysed as Spanish and as English, since people mix them. */
  public record Text(Weight weight, String words) {}

  /**
   * Begins the description of one thing; whoever describes it again replaces it whole.
   *
   * @param createdAt when it was published
   */
  public static Draft of(Kind kind, UUID id, Instant createdAt) {
    return new Draft(kind, id, createdAt);
  }

  /** An entry in the making. Not for several threads. */
  public static final class Draft {
    private static final int LONGEST = 20_000;
    private static final int LONGEST_VALUE = 200;
    private final Kind kind;
    private final UUID id;
    private final Instant createdAt;
    private final List<Text> texts = new ArrayList<>();
    private final Map<Facet, Set<String>> facets = new EnumMap<>(Facet.class);
    private final Set<Fluency> fluencies = new LinkedHashSet<>();
    private final Map<Measure, Long> measures = new EnumMap<>(Measure.class);
    private final Map<Ranking.Signal, Double> signals = new EnumMap<>(Ranking.Signal.class);
    private @Nullable WorkWeek week;

    private Draft(Kind kind, UUID id, Instant createdAt) {
      this.kind = kind;
      this.id = id;
      this.createdAt = createdAt;
    }

    /** What it is called. */
    public Draft title(String words) {
      return text(Weight.TITLE, words);
    }

    /** What says it shortly: the areas' names in both languages, skills, tools. */
    public Draft detail(String words) {
      return text(Weight.DETAIL, words);
    }

    /** The long text, of which the first 20,000 characters count. */
    public Draft body(String words) {
      return text(Weight.BODY, words);
    }

    private Draft text(Weight weight, String words) {
      if (!words.isBlank()) {
        texts.add(new Text(weight, words.substring(0, Math.min(words.length(), LONGEST))));
      }
      return this;
    }

    /**
     * @param value at most 200 characters
     */
    public Draft with(Facet facet, String value) {
      if (value.length() > LONGEST_VALUE) {
        throw new IllegalArgumentException("too long for a facet: " + value);
      }
      facets.computeIfAbsent(facet, f -> new TreeSet<>()).add(value);
      return this;
    }

    /** Has this language up to this level: found by whoever asks for that or less. */
    public Draft speaks(Fluency fluency) {
      return fluent(fluency, Fluency.Level.A1, fluency.level());
    }

    /** Asks for this language at this level: found by whoever has that or more. */
    public Draft asks(Fluency fluency) {
      return fluent(fluency, fluency.level(), Fluency.Level.NATIVE);
    }

    private Draft fluent(Fluency fluency, Fluency.Level from, Fluency.Level to) {
      for (var level : EnumSet.range(from, to)) {
        fluencies.add(new Fluency(fluency.language(), level));
      }
      return with(Facet.LANGUAGE, fluency.language());
    }

    public Draft measure(Measure measure, long value) {
      measures.put(measure, Math.max(0, value));
      return this;
    }

    /**
     * @param value 0 (worst) to 1; one that is not known is left out and counts as {@link
     *     Ranking.Signal#unknown}
     */
    public Draft signal(Ranking.Signal signal, double value) {
      signals.put(signal, Math.clamp(value, 0, 1));
      return this;
    }

    /** The hours of the week in which it is worked. */
    public Draft works(WorkWeek hours) {
      week = hours;
      return this;
    }

    public Entry build() {
      return new Entry(
          kind,
          id,
          createdAt,
          List.copyOf(texts),
          Map.copyOf(facets),
          Set.copyOf(fluencies),
          Map.copyOf(measures),
          Map.copyOf(signals),
          week);
    }
  }
}
