package org.diestra.office.booking;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.diestra.office.booking.Hours.Span;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/**
 * Hours as somebody types them: {@code 9:00-13:00, 15:00-18:30} for each weekday, and a line for
 * each single date: {@code 2027-01-05 10:00-12:00}, with nothing behind it for a day off.
 */
record HoursForm(Map<String, String> fields) {
  private static final Pattern SPAN =
      Pattern.compile("(\\d{1,2})(?:[:.h](\\d{2}))? ?[-–—] ?(\\d{1,2})(?:[:.h](\\d{2}))?");
  private static final Pattern LINE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:[ :]+(.*))?");
  private static final int MOST_SPANS = 10;
  private static final int MOST_DAYS = 200;

  static HoursForm of(@Nullable Hours hours, ZoneId zone) {
    var fields = new HashMap<String, String>();
    fields.put("zone", (hours == null ? zone : hours.zone()).getId());
    if (hours != null) {
      hours.weekly().forEach((day, spans) -> fields.put(field(day), text(spans)));
      fields.put(
          "days",
          hours.days().entrySet().stream()
              .sorted(Map.Entry.comparingByKey())
              .map(e -> (e.getKey() + " " + text(e.getValue())).strip())
              .collect(Collectors.joining("\n")));
    }
    return new HoursForm(fields);
  }

  /** From Monday to Friday, to begin with. */
  static HoursForm usual(ZoneId zone) {
    var fields = new HashMap<String, String>();
    fields.put("zone", zone.getId());
    for (var day : DayOfWeek.values()) {
      if (day.getValue() <= DayOfWeek.FRIDAY.getValue()) {
        fields.put(field(day), "09:00-13:00");
      }
    }
    return new HoursForm(fields);
  }

  private static String text(List<Span> spans) {
    return spans.stream().map(Span::toString).collect(Collectors.joining(", "));
  }

  static String field(DayOfWeek day) {
    return day.name().toLowerCase(Locale.ROOT);
  }

  String value(String field) {
    return fields.getOrDefault(field, "");
  }

  Hours read(Problems problems) {
    var weekly = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
    for (var day : DayOfWeek.values()) {
      var spans = spans(value(field(day)));
      if (spans.isEmpty()) {
        problems.add(field(day), "booking.hours.wrong");
      } else if (!spans.get().isEmpty()) {
        weekly.put(day, spans.get());
      }
    }
    return new Hours(ServiceForm.zone(value("zone"), problems), weekly, days(problems));
  }

  private Map<LocalDate, List<Span>> days(Problems problems) {
    var days = new HashMap<LocalDate, List<Span>>();
    for (var text : Typed.text(value("days")).split("\n")) {
      var line = text.strip();
      if (!line.isEmpty() && !day(line, days) && problems.at("days") == null) {
        problems.add("days", "booking.days.wrong", line);
      }
    }
    if (days.size() > MOST_DAYS) {
      problems.add("days", "booking.days.many", MOST_DAYS);
    }
    return days;
  }

  private static boolean day(String line, Map<LocalDate, List<Span>> days) {
    var parts = LINE.matcher(line);
    if (!parts.matches()) {
      return false;
    }
    var spans = spans(parts.group(2) == null ? "" : parts.group(2));
    try {
      var date = LocalDate.parse(Objects.requireNonNull(parts.group(1)));
      spans.ifPresent(all -> days.put(date, all));
      return spans.isPresent();
    } catch (DateTimeException none) {
      return false;
    }
  }

  /** Empty where one can't be read, or two overlap. */
  private static Optional<List<Span>> spans(String text) {
    var all = new ArrayList<Span>();
    for (var one : text.split("[,;]")) {
      var said = one.strip();
      if (said.isEmpty()) {
        continue;
      }
      var parts = SPAN.matcher(said);
      if (!parts.matches() || all.size() == MOST_SPANS) {
        return Optional.empty();
      }
      int from = minutes(Objects.requireNonNull(parts.group(1)), parts.group(2));
      int to = minutes(Objects.requireNonNull(parts.group(3)), parts.group(4));
      if (from < 0 || to < 0 || from >= to || from >= 1440) {
        return Optional.empty();
      }
      all.add(new Span(from, to));
    }
    all.sort(Comparator.comparingInt(Span::from));
    for (int i = 1; i < all.size(); i++) {
      if (all.get(i).from() < all.get(i - 1).to()) {
        return Optional.empty();
      }
    }
    return Optional.of(all);
  }

  /** -1 where no clock shows it. */
  private static int minutes(String hours, @Nullable String minutes) {
    int hour = Integer.parseInt(hours);
    int minute = minutes == null ? 0 : Integer.parseInt(minutes);
    return hour > 24 || minute > 59 || hour == 24 && minute > 0 ? -1 : hour * 60 + minute;
  }
}
