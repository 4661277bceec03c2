package org.diestra.platform.page;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.diestra.platform.base.WorkWeek;
import org.diestra.platform.base.WorkWeek.Span;

/**
 * A typical day as a bar of 24 hours: when somebody works, and which of those hours are shared.
 *
 * @param own their hours, on the clock of {@code zone}
 * @param shared those of them that the reader works too
 */
public record DayBar(List<Span> own, List<Span> shared, ZoneId zone) {
  public DayBar {
    own = List.copyOf(own);
    shared = List.copyOf(shared);
  }

  /** Their week beside mine, on my clock, in the week of that date. */
  public static DayBar of(WorkWeek theirs, WorkWeek mine, LocalDate within) {
    var here = theirs.in(mine.zone(), within);
    IntPredicate own = hour -> typical(here, hour);
    return new DayBar(
        spans(own), spans(hour -> own.test(hour) && typical(mine, hour)), mine.zone());
  }

  /** One week alone, as it stands on the clock of a zone. */
  public static DayBar of(WorkWeek week, ZoneId zone, LocalDate within) {
    var here = week.in(zone, within);
    return new DayBar(spans(hour -> typical(here, hour)), List.of(), zone);
  }

  public int sharedHours() {
    return shared.stream().mapToInt(s -> s.to() - s.from()).sum();
  }

  /** An hour belongs to a typical day if it is worked on at least half of the days worked. */
  private static boolean typical(WorkWeek week, int hour) {
    long days = Arrays.stream(DayOfWeek.values()).filter(day -> !week.spans(day).isEmpty()).count();
    long worked = Arrays.stream(DayOfWeek.values()).filter(day -> week.at(day, hour)).count();
    return worked > 0 && worked * 2 >= days;
  }

  private static List<Span> spans(IntPredicate worked) {
    var out = new ArrayList<Span>();
    int from = -1;
    for (int hour = 0; hour <= 24; hour++) {
      boolean on = hour < 24 && worked.test(hour);
      if (on && from < 0) {
        from = hour;
      } else if (!on && from >= 0) {
        out.add(new Span(from, hour));
        from = -1;
      }
    }
    return out;
  }
}
