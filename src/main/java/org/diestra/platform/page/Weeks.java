package org.diestra.platform.page;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.diestra.platform.base.WorkWeek;
import org.diestra.platform.base.WorkWeek.Span;

/** A working week in words: days with the same hours stand together. */
public final class Weeks {
  private Weeks() {}

  /**
   * @param days "Mon–Fri" or "Sat"
   * @param hours "09:00–13:00, 15:00–18:00"
   */
  public record Line(String days, String hours) {}

  /** From Monday on; days off are left out. */
  public static List<Line> lines(WorkWeek week, Locale locale) {
    var lines = new ArrayList<Line>();
    var days = DayOfWeek.values();
    for (int first = 0; first < days.length; first++) {
      var spans = week.spans(days[first]);
      int last = first;
      while (last + 1 < days.length && week.spans(days[last + 1]).equals(spans)) {
        last++;
      }
      if (!spans.isEmpty()) {
        lines.add(new Line(days(days[first], days[last], locale), hours(spans)));
      }
      first = last;
    }
    return lines;
  }

  /** All of it in one line. */
  public static String text(WorkWeek week, Locale locale) {
    return lines(week, locale).stream()
        .map(line -> line.days() + " " + line.hours())
        .collect(Collectors.joining("; "));
  }

  private static String days(DayOfWeek first, DayOfWeek last, Locale locale) {
    return first == last
        ? first.getDisplayName(TextStyle.SHORT, locale)
        : first.getDisplayName(TextStyle.SHORT, locale)
            + "–"
            + last.getDisplayName(TextStyle.SHORT, locale);
  }

  private static String hours(List<Span> spans) {
    return spans.stream()
        .map(span -> hour(span.from()) + "–" + hour(span.to()))
        .collect(Collectors.joining(", "));
  }

  /** On a clock of 24 hours, the same in both languages, so that two zones compare. */
  private static String hour(int hour) {
    return (hour < 10 ? "0" : "") + hour + ":00";
  }
}
