package org.diestra.office.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.diestra.office.workspaces.Pass;
import org.diestra.platform.accounts.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * A page of a calendar: some days, with what happens on them, on the viewer's clock.
 *
 * @param pass the workspace it stands in, or null for one's own page
 * @param zone on whose clock its days begin
 * @param beside on whose clock hours are told too, or null
 * @param calendars all that could be shown
 * @param things what is due elsewhere, by day
 * @param complete whether nothing had to be left out
 */
record Sheet(
    Viewer viewer,
    @Nullable Pass pass,
    View view,
    LocalDate date,
    LocalDate today,
    ZoneId zone,
    @Nullable ZoneId beside,
    List<Calendar> calendars,
    List<LocalDate> days,
    Map<LocalDate, List<Happening>> happenings,
    Map<LocalDate, List<DatedThings.Dated>> things,
    boolean complete) {
  /** Rows of a day in the grid: a quarter of an hour each. */
  static final int QUARTERS = 96;

  private static final int LEAST_QUARTERS = 2; // so that a line of words fits
  private static final int MOST_COLUMNS = 4;
  private static final int MINUTES = 15;
  private static final int WEEK = 7;

  static Map<LocalDate, List<Happening>> byDay(
      List<LocalDate> days, Collection<Happening> all, ZoneId zone) {
    var map = new LinkedHashMap<LocalDate, List<Happening>>();
    days.forEach(day -> map.put(day, new ArrayList<>()));
    for (var happening : all) {
      var last = happening.last(zone);
      var first = happening.first(zone);
      var from = first.isBefore(days.getFirst()) ? days.getFirst() : first;
      for (var day = from; !day.isAfter(last); day = day.plusDays(1)) {
        var own = map.get(day);
        if (own == null) {
          break;
        }
        own.add(happening);
      }
    }
    return map;
  }

  List<Happening> on(LocalDate day) {
    return happenings.getOrDefault(day, List.of());
  }

  /** What is due elsewhere in the house that day. */
  List<DatedThings.Dated> due(LocalDate day) {
    return things.getOrDefault(day, List.of());
  }

  boolean free(LocalDate day) {
    return on(day).isEmpty() && due(day).isEmpty();
  }

  List<Happening> wholeDays(LocalDate day) {
    return on(day).stream().filter(Happening::day).toList();
  }

  boolean empty() {
    return days.stream().allMatch(this::free);
  }

  List<List<LocalDate>> weeks() {
    var weeks = new ArrayList<List<LocalDate>>();
    for (int i = 0; i < days.size(); i += WEEK) {
      weeks.add(days.subList(i, Math.min(i + WEEK, days.size())));
    }
    return weeks;
  }

  /**
   * Where something stands in the column of a day.
   *
   * @param from its first quarter of an hour, 0–95
   * @param quarters how many it takes, 2–96
   * @param column among those at the same time, 0–3
   * @param columns how many there are, 1–4
   */
  record Placed(Happening happening, int from, int quarters, int column, int columns) {
    String classes() {
      return "at-" + from + " for-" + quarters + " of-" + columns + " nth-" + column;
    }
  }

  /** What has hours on that day, side by side where it overlaps. */
  List<Placed> placed(LocalDate day) {
    var out = new ArrayList<Placed>();
    var together = new ArrayList<Placed>();
    int end = 0;
    for (var happening : on(day)) {
      if (happening.day()) {
        continue;
      }
      int from = Math.min(quarter(day, happening.from()), QUARTERS - LEAST_QUARTERS);
      int to = Math.max(from + LEAST_QUARTERS, up(day, happening.to()));
      if (from >= end) {
        close(together, out);
      }
      together.add(new Placed(happening, from, to - from, column(together, from), 1));
      end = Math.max(from >= end ? 0 : end, to);
    }
    close(together, out);
    return out;
  }

  private static int column(List<Placed> together, int from) {
    int column = 0;
    while (column < MOST_COLUMNS - 1 && taken(together, column, from)) {
      column++;
    }
    return column;
  }

  private static boolean taken(List<Placed> together, int column, int from) {
    return together.stream().anyMatch(p -> p.column() == column && p.from() + p.quarters() > from);
  }

  private static void close(List<Placed> together, List<Placed> out) {
    int columns = together.stream().mapToInt(Placed::column).max().orElse(0) + 1;
    together.forEach(
        p -> out.add(new Placed(p.happening(), p.from(), p.quarters(), p.column(), columns)));
    together.clear();
  }

  private int quarter(LocalDate day, Instant at) {
    var local = at.atZone(zone);
    return local.toLocalDate().isBefore(day)
        ? 0
        : local.toLocalTime().toSecondOfDay() / 60 / MINUTES;
  }

  private int up(LocalDate day, Instant at) {
    var local = at.atZone(zone);
    return local.toLocalDate().isAfter(day)
        ? QUARTERS
        : (local.toLocalTime().toSecondOfDay() + MINUTES * 60 - 1) / 60 / MINUTES;
  }

  /** What the clock beside says when the viewer's says that hour, on that day. */
  LocalTime there(LocalDate day, int hour) {
    var other = beside == null ? zone : beside;
    return day.atTime(hour, 0).atZone(zone).withZoneSameInstant(other).toLocalTime();
  }

  /** November 2026, or the day with its month. */
  String title(Locale locale) {
    return switch (view) {
      case MONTH -> date.format(DateTimeFormatter.ofPattern("LLLL yyyy", locale));
      case DAY -> date.format(DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", locale));
      case WEEK, AGENDA ->
          days.getFirst().format(DateTimeFormatter.ofPattern("d MMM", locale))
              + " – "
              + days.getLast().format(DateTimeFormatter.ofPattern("d MMM yyyy", locale));
    };
  }

  /** Tuesday 7 January. */
  String named(LocalDate day, Locale locale) {
    return day.format(DateTimeFormatter.ofPattern("EEEE d MMMM", locale));
  }

  /** Tue 7. */
  String brief(LocalDate day, Locale locale) {
    return day.format(DateTimeFormatter.ofPattern("EEE d", locale));
  }

  boolean other(LocalDate day) {
    return view == View.MONTH && day.getMonth() != date.getMonth();
  }

  String root() {
    return pass == null ? "/calendar" : pass.href("calendar");
  }

  String href(View other, LocalDate day) {
    return root() + "?view=" + other.slug() + "&date=" + day;
  }

  /** This page, with the clock beside. */
  String here() {
    return href(view, date) + (beside == null ? "" : "&beside=" + beside.getId());
  }

  /** What makes it load its days again. */
  static String waits() {
    return CalendarNews.waits();
  }

  String turn(int pages) {
    return href(view, view.turned(date, pages));
  }

  /** Where an event is begun that day; null where nothing may be written. */
  @Nullable String fresh(LocalDate day, int hour) {
    return calendars.stream().anyMatch(Calendar::takesEvents)
        ? "/calendar/events/new?at=" + day + "T" + (hour < 10 ? "0" : "") + hour + ":00" + room()
        : null;
  }

  String room() {
    return pass == null ? "" : "&room=" + pass.workspace().id();
  }
}
