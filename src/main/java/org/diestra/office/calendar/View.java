package org.diestra.office.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How much of a calendar a page shows. */
enum View {
  MONTH,
  WEEK,
  DAY,
  AGENDA;

  private static final int AGENDA_DAYS = 30;
  private static final int WEEK_DAYS = 7;

  static View of(@Nullable String slug) {
    for (var view : values()) {
      if (view.slug().equals(slug)) {
        return view;
      }
    }
    return MONTH;
  }

  String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  String key() {
    return "calendar.view." + slug();
  }

  /** The days it shows around that one, in order; a month with the weeks it lies in. */
  List<LocalDate> days(LocalDate date) {
    return switch (this) {
      case DAY -> List.of(date);
      case WEEK -> monday(date).datesUntil(monday(date).plusDays(WEEK_DAYS)).toList();
      case AGENDA -> date.datesUntil(date.plusDays(AGENDA_DAYS)).toList();
      case MONTH -> {
        var month = YearMonth.from(date);
        var last = monday(month.atEndOfMonth()).plusDays(WEEK_DAYS);
        yield monday(month.atDay(1)).datesUntil(last).toList();
      }
    };
  }

  private static LocalDate monday(LocalDate date) {
    return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /** The day to look at so many pages further. */
  LocalDate turned(LocalDate date, int pages) {
    return switch (this) {
      case DAY -> date.plusDays(pages);
      case WEEK -> date.plusWeeks(pages);
      case AGENDA -> date.plusDays((long) AGENDA_DAYS * pages);
      case MONTH -> date.withDayOfMonth(1).plusMonths(pages);
    };
  }
}
