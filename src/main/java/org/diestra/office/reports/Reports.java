package org.diestra.office.reports;

import org.diestra.office.books.ChartOfAccounts;
import org.diestra.office.books.Desk;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to reports: three statements, whichever of them is asked for. */
@Service
class Reports {
  private final FigureStore store;
  private final VatStore vat;
  private final ChartOfAccounts chart;

  Reports(FigureStore store, VatStore vat, ChartOfAccounts chart) {
    this.store = store;
    this.vat = vat;
    this.chart = chart;
  }

  /** What the books come to, in that period and up to its end. */
  @Transactional(readOnly = true)
  public Statement of(Desk desk, Period period) {
    var workspace = desk.book().workspace();
    return new Statement(
        period,
        chart.of(workspace),
        store.all(workspace, period.yearBegins(), period.from(), period.before()));
  }

  /** What VAT a period comes to. */
  @Transactional(readOnly = true)
  public Vat vat(Desk desk, Period period) {
    var workspace = desk.book().workspace();
    return vat.of(workspace, period, chart.of(workspace));
  }

  /** What there was in cash and at banks at the end of each month of a year. */
  @Transactional(readOnly = true)
  public Cash cash(Desk desk, Period year) {
    return new Cash(year, store.cash(desk.book().workspace(), year.before()));
  }
}
