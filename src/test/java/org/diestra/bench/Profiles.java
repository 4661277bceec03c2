package org.diestra.bench;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Fluency;
import org.diestra.platform.base.Fluency.Level;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.WorkWeek;
import org.diestra.platform.search.Entry;
import org.diestra.platform.search.Facet;
import org.diestra.platform.search.Kind;
import org.diestra.platform.search.Measure;
import org.diestra.platform.search.Ranking.Signal;

/**
 * Made-up assistants whose words are spread as in real profiles: 70 % say "asistente virtual", some
 * words stand in one of 14 or one of 200 profiles, most of a vocabulary of 60,000 are rare.
 */
final class Profiles {
  static final Instant NOW = Instant.parse("2026-11-18T12:00:00Z");
  static final ZoneId[] ZONES =
      List.of("America/Bogota", "Europe/Madrid", "Africa/Lagos", "Asia/Manila", "America/Lima")
          .stream()
          .map(ZoneId::of)
          .toArray(ZoneId[]::new);

  private static final int VOCABULARY = 60_000;
  private static final DayOfWeek[] WORKDAYS = {
    DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY
  };
  private static final String[] SYLLABLES =
      "ba ca da fa ga la ma na pa ra sa ta be ce de fe le me ne pe re se te bi ci di fi li mi ni pi ri si ti bo co do lo mo no po ro so to bu cu du lu mu nu pu ru su tu"
          .split(" ");

  private final Random random;

  Profiles(long seed) {
    random = new Random(seed);
  }

  Entry next() {
    var draft =
        Entry.of(Kind.ASSISTANT, Ids.fresh(), NOW.minus(Duration.ofHours(random.nextInt(20_000))))
            .title((chance(0.7) ? "Asistente virtual " : "Profesional ") + word())
            .detail(words(8) + (chance(1 / 14.0) ? " facturación" : ""))
            .body(words(60) + (chance(1 / 200.0) ? " mercadillo" : ""))
            .works(week())
            .measure(Measure.HOURLY_RATE, 400 + random.nextInt(3_000))
            .measure(Measure.FREE_HOURS, random.nextInt(41))
            .measure(Measure.EXPERIENCE, random.nextInt(25))
            .speaks(new Fluency("es", Level.values()[random.nextInt(7)]))
            .signal(Signal.REPUTATION, random.nextDouble())
            .signal(Signal.COMPLETENESS, random.nextDouble())
            .signal(Signal.RESPONSE, random.nextDouble());
    for (var area : Area.values()) {
      if (chance(0.3)) {
        draft.with(Facet.AREA, area.slug());
      }
    }
    if (chance(0.5)) {
      draft.speaks(new Fluency("en", Level.values()[random.nextInt(7)]));
    }
    return draft.build();
  }

  WorkWeek week() {
    int from = 6 + random.nextInt(6);
    return WorkWeek.daily(
        ZONES[random.nextInt(ZONES.length)], from, from + 4 + random.nextInt(5), WORKDAYS);
  }

  /** By Zipf's law, about. */
  String word() {
    return spelled((int) Math.pow(VOCABULARY, random.nextDouble()));
  }

  /** One that stands in few profiles. */
  String rare() {
    return spelled(VOCABULARY * 2 / 3 + random.nextInt(VOCABULARY / 3));
  }

  private String words(int count) {
    var out = new StringBuilder();
    for (int i = 0; i < count; i++) {
      out.append(word()).append(' ');
    }
    return out.toString();
  }

  private static String spelled(int number) {
    var out = new StringBuilder();
    for (int rest = number + SYLLABLES.length; rest > 0; rest /= SYLLABLES.length) {
      out.append(SYLLABLES[rest % SYLLABLES.length]);
    }
    return out.append("no").toString();
  }

  boolean chance(double share) {
    return random.nextDouble() < share;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }
}
