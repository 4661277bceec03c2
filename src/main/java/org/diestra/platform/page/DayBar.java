package org.diestra.platform.page;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
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
    var own = typical(theirs.in(mine.zone(), within));
    var shared = typical(mine);
    shared.and(own);
    return new DayBar(spans(own), spans(shared), mine.zone());
  }

  /** One week alone, as it stands on the clock of a zone. */
  public static DayBar of(WorkWeek week, ZoneId zone, LocalDate within) {
    return new DayBar(spans(typical(week.in(zone, within))), List.of(), zone);
  }

  public int sharedHours() {
    return shared.stream().mapToInt(s -> s.to() - s.from()).sum();
  }

  /** The hours of a typical day: those worked on at least half of the days worked. */
  private static BitSet typical(WorkWeek week) {
    var worked = new int[24];
    int days = 0;
    for (var day : DayOfWeek.values()) {
      var spans = week.spans(day);
      days += spans.isEmpty() ? 0 : 1;
      for (var span : spans) {
        for (int hour = span.from(); hour < span.to(); hour++) {
          worked[hour]++;
        }
      }
    }
    var hours = new BitSet(worked.length);
    for (int hour = 0; hour < worked.length; hour++) {
      hours.set(hour, worked[hour] > 0 && worked[hour] * 2 >= days);
    }
    return hours;
  }

  private static List<Span> spans(BitSet worked) {
    var out = new ArrayList<Span>();
    for (int from = worked.nextSetBit(0); from >= 0; ) {
      int to = worked.nextClearBit(from);
      out.add(new Span(from, to));
      from = worked.nextSetBit(to);
    }
    return out;
  }
}
