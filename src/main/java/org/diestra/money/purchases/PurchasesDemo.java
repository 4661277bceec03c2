package org.diestra.money.purchases;

import java.time.Clock;
import java.time.LocalDate;
import org.diestra.office.books.Books;
import org.diestra.office.books.ChartOfAccounts;
import org.diestra.office.books.Desk;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.springframework.stereotype.Component;

/** The bookshop's accountant has its invoices come in; their papers follow while the house runs. */
@Component
class PurchasesDemo implements DemoPart {
  private static final int AFTER_INVOICES = 61;
  private static final String SERVICES = "623"; // of independent professionals
  private final Workspaces workspaces;
  private final Books books;
  private final ChartOfAccounts charts;
  private final Purchases purchases;
  private final Bringing bringing;
  private final Clock clock;

  PurchasesDemo(
      Workspaces workspaces,
      Books books,
      ChartOfAccounts charts,
      Purchases purchases,
      Bringing bringing,
      Clock clock) {
    this.workspaces = workspaces;
    this.books = books;
    this.charts = charts;
    this.purchases = purchases;
    this.bringing = bringing;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "purchases:bookshop";
  }

  @Override
  public int order() {
    return AFTER_INVOICES;
  }

  @Override
  public void play(Cast cast) {
    var room = workspaces.get(workspaces.open(cast.business(Cast.CLIENT)));
    var book = books.find(room.id()).orElseThrow();
    var desk = new Desk(Pass.whole(room, cast.viewer(Cast.ACCOUNTANT)), book, true);
    var account = charts.of(room.id()).find("account", SERVICES).orFail();
    var since = LocalDate.ofInstant(clock.instant(), room.zone()).withDayOfMonth(1);
    var first = since.isBefore(book.begins()) ? book.begins() : since;
    var standing = purchases.start(desk, 0, account.id(), first).orFail();
    for (var invoice : bringing.fresh(desk, standing).reversed()) {
      bringing.brought(desk, invoice).ifPresent(why -> bringing.waits(desk, invoice, why));
    }
  }
}
