package org.diestra.office.reports;

import java.util.List;
import org.diestra.office.books.ChartOfAccounts;
import org.diestra.office.books.Desk;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The whole journal for another program; some entries at a time, so that no book is too large. */
@Service
class Exports {
  private static final int AT_ONCE = 1_000;
  private final RecordStore store;
  private final ChartOfAccounts chart;
  private final Audit audit;

  Exports(RecordStore store, ChartOfAccounts chart, Audit audit) {
    this.store = store;
    this.chart = chart;
    this.audit = audit;
  }

  /**
   * As it stands at one moment: what is posted meanwhile is in none of its parts.
   *
   * @param kind for the record
   */
  @Transactional(isolation = Isolation.REPEATABLE_READ)
  public void write(Desk desk, String kind, JournalWriter writer) {
    var workspace = desk.book().workspace();
    audit.record(
        Deed.of("reports", "export")
            .by(desk.pass().viewer().id().value())
            .onBehalfOf(desk.pass().workspace().organisation().value())
            .on("book", workspace.value())
            .with("kind", kind));
    writer.begin(desk.book(), chart.of(workspace));
    @Nullable Recorded last = null;
    List<Recorded> some;
    do {
      some = store.next(workspace, last, AT_ONCE);
      some.forEach(writer::entry);
      last = some.isEmpty() ? last : some.getLast();
    } while (some.size() == AT_ONCE);
    store
        .last(workspace)
        .ifPresent(day -> writer.end(day, store.balances(workspace, desk.book().currency())));
  }
}
