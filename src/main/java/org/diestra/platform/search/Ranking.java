package org.diestra.platform.search;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The order of FIT, all of it, in one place and published at {@code /ranking}. Nobody can pay for a
 * rank: there is no weight for money, and nothing outside this class changes an order.
 *
 * <p>Each part is a number from 0 to 1, times its weight; the weights of a kind add up to 100. When
 * no words are asked for, the part of the words is 0 for all.
 */
public final class Ranking {
  /** How well the words fit, against the best of those found: BM25 over title, detail and text. */
  private static final String WORDS = "words";

  /** 1 on the day of publishing, half after {@link #HALF_LIFE}. */
  private static final String FRESHNESS = "freshness";

  static final Duration HALF_LIFE = Duration.ofDays(14);

  /** A word in the title counts this much against one in the long text; skills lie between. */
  static final float TITLE = 3f;

  static final float DETAIL = 2f;
  static final float BODY = 1f;

  /** What is known about somebody's way of working here, 0–1 each. */
  public enum Signal {
    /** Stars from finished contracts, drawn towards the average while there are few. */
    REPUTATION(0.5),
    /** How much of a profile, or of a job's questions, is filled in. */
    COMPLETENESS(0),
    /** How often and how soon they answer. */
    RESPONSE(0.5),
    /** Identity or company verified. */
    VERIFIED(0);

    private final double unknown;

    Signal(double unknown) {
      this.unknown = unknown;
    }

    /** What counts while nothing is known, so that a newcomer stands in the middle. */
    public double unknown() {
      return unknown;
    }
  }

  /**
   * One line of the published formula.
   *
   * @param percent its share of the whole
   * @param name the message key of its name
   * @param explanation the message key that says how it is measured
   * @param args what the explanation names, in order
   */
  public record Part(int percent, String name, String explanation, List<Object> args) {}

  private record Weights(int words, int freshness, Map<Signal, Integer> signals) {
    double quality(Map<Signal, Double> known) {
      double sum = 0;
      int all = 0;
      for (var weight : signals.entrySet()) {
        var signal = weight.getKey();
        sum += weight.getValue() * known.getOrDefault(signal, signal.unknown());
        all += weight.getValue();
      }
      return sum / all;
    }
  }

  private static final Map<Kind, Weights> BY_KIND =
      new EnumMap<>(
          Map.of(
              Kind.JOB,
              new Weights(
                  50,
                  20,
                  Map.of(Signal.COMPLETENESS, 10, Signal.RESPONSE, 10, Signal.VERIFIED, 10)),
              Kind.ASSISTANT,
              new Weights(
                  50,
                  0,
                  Map.of(
                      Signal.REPUTATION,
                      20,
                      Signal.COMPLETENESS,
                      15,
                      Signal.RESPONSE,
                      10,
                      Signal.VERIFIED,
                      5))));

  private Ranking() {}

  /** The formula of one kind, the heaviest part first. */
  public static List<Part> parts(Kind kind) {
    var weights = weights(kind);
    var parts = new ArrayList<Part>();
    parts.add(part(weights.words, WORDS, TITLE, DETAIL));
    parts.add(part(weights.freshness, FRESHNESS, HALF_LIFE.toDays(), 2 * HALF_LIFE.toDays()));
    weights.signals.forEach(
        (signal, percent) -> parts.add(part(percent, signal.name().toLowerCase(Locale.ROOT))));
    parts.removeIf(p -> p.percent == 0);
    parts.sort(Comparator.comparingInt(Part::percent).reversed().thenComparing(Part::name));
    return parts;
  }

  private static Part part(int percent, String name, Object... args) {
    var key = "search.part." + name;
    return new Part(percent, key, key + ".how", List.of(args));
  }

  /** What stands in the index and sorts it: the signals alone, 0–1. */
  static double quality(Entry entry) {
    return weights(entry.kind()).quality(entry.signals());
  }

  /**
   * @param words how well the words fit, 0–1, 1 for the best of those compared
   * @param quality as {@link #quality} said
   */
  static double score(Kind kind, double words, double quality, Instant published, Instant now) {
    var weights = weights(kind);
    int signals = 100 - weights.words - weights.freshness;
    double halvings = Math.max(0, (double) Duration.between(published, now).toSeconds());
    double freshness = Math.pow(2, -halvings / HALF_LIFE.toSeconds());
    return weights.words * words + weights.freshness * freshness + signals * quality;
  }

  private static Weights weights(Kind kind) {
    return Objects.requireNonNull(BY_KIND.get(kind));
  }
}
