package org.diestra.office.minutes;

import java.time.LocalDate;
import org.diestra.office.minutes.Minutes.Text;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/**
 * Minutes as a browser sends them.
 *
 * @param seen the version that was on the page, 0 for new ones
 */
record MinutesForm(String title, String day, String present, String body, @Nullable Integer seen) {
  private static final int YEARS = 10;

  static MinutesForm blank(LocalDate today, String body) {
    return new MinutesForm("", today.toString(), "", body, 0);
  }

  static MinutesForm of(Minutes it) {
    var text = it.text();
    return new MinutesForm(
        text.title(), text.day().toString(), text.present(), text.body(), it.version());
  }

  /** 0 where nobody sent one. */
  int version() {
    return seen == null ? 0 : seen;
  }

  @Nullable Text read(LocalDate today, Problems problems) {
    var typed = new Typed(problems);
    var called = typed.line("title", title, Text.LONGEST_TITLE, "minutes.title.missing");
    var date = Typed.day(Typed.line(day)).orElse(null);
    if (date == null
        || date.isBefore(today.minusYears(YEARS))
        || date.isAfter(today.plusYears(1))) {
      problems.add("day", "minutes.day.wrong");
    }
    var there = typed.line("present", present, Text.LONGEST_PRESENT);
    var said = typed.text("body", body, Text.LONGEST_BODY, "minutes.body.missing");
    return problems.any() || date == null ? null : new Text(called, date, there, said);
  }
}
