package org.diestra.office.books;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.Optional;
import org.diestra.office.workspaces.Workspace;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/** How books are to be opened, as a browser sends it. */
record OpeningForm(
    @Nullable String chart,
    @Nullable String currency,
    @Nullable String month,
    @Nullable String begins) {
  private static final int YEARS_BACK = 30;
  private static final int YEARS_AHEAD = 2;

  /** As most begin: with the year of the calendar, by where the business is. */
  static OpeningForm fresh(Workspace workspace, LocalDate today) {
    var zone = workspace.zone().getId();
    var chart =
        zone.equals("Europe/Madrid") || zone.equals("Atlantic/Canary")
            ? Chart.SPAIN
            : zone.equals("America/Bogota")
                ? Chart.COLOMBIA
                : zone.equals("America/Mexico_City") ? Chart.MEXICO : Chart.GENERIC;
    return new OpeningForm(
        chart.slug(),
        workspace.currency().getCurrencyCode(),
        "1",
        LocalDate.of(today.getYear(), 1, 1).toString());
  }

  /** Null where there is a problem. */
  @Nullable Book read(WorkspaceId workspace, LocalDate today, Problems problems) {
    var typed = new Typed(problems);
    var chosen = Chart.read(Typed.line(chart));
    if (chosen.isEmpty()) {
      problems.add("chart", "books.opening.chart.missing");
    }
    var code = Typed.line(currency);
    if (Currency.getAvailableCurrencies().stream()
        .noneMatch(c -> c.getCurrencyCode().equals(code) && c.getDefaultFractionDigits() >= 0)) {
      problems.add("currency", "books.opening.currency.missing");
    }
    var first = typed.number("month", month, 1, 12, "books.opening.month.missing");
    if (first == null) {
      problems.add("month", "books.opening.month.missing");
    }
    var day = day(begins);
    if (day.isEmpty()
        || day.get().isBefore(today.minusYears(YEARS_BACK))
        || day.get().isAfter(today.plusYears(YEARS_AHEAD))) {
      problems.add("begins", "books.opening.begins.wrong", YEARS_BACK, YEARS_AHEAD);
    }
    if (problems.any() || first == null) {
      return null;
    }
    return new Book(
        workspace,
        chosen.orElseThrow(),
        Currency.getInstance(code),
        first,
        day.orElseThrow(),
        null,
        false,
        1);
  }

  /** A day as a browser sends it; empty for anything else. */
  static Optional<LocalDate> day(@Nullable String typed) {
    try {
      return Optional.of(LocalDate.parse(Typed.line(typed)))
          .filter(day -> day.getYear() >= 1900 && day.getYear() <= 9999);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
