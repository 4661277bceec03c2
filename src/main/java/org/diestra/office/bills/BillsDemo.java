package org.diestra.office.bills;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.diestra.office.books.Books;
import org.diestra.office.books.ChartOfAccounts;
import org.diestra.office.books.Desk;
import org.diestra.office.dues.DueId;
import org.diestra.office.dues.Parties;
import org.diestra.office.dues.Party;
import org.diestra.office.dues.PartyId;
import org.diestra.office.dues.Side;
import org.diestra.office.dues.Treatment;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.diestra.platform.demo.Past;
import org.springframework.stereotype.Component;

/** The bookshop's suppliers, and their bills: late, open, and waiting for the accountant. */
@Component
class BillsDemo implements DemoPart {
  private final Workspaces workspaces;
  private final Books books;
  private final ChartOfAccounts charts;
  private final Parties parties;
  private final Bills bills;
  private final Past past;

  BillsDemo(
      Workspaces workspaces,
      Books books,
      ChartOfAccounts charts,
      Parties parties,
      Bills bills,
      Past past) {
    this.workspaces = workspaces;
    this.books = books;
    this.charts = charts;
    this.parties = parties;
    this.bills = bills;
    this.past = past;
  }

  @Override
  public String name() {
    return "bills:bookshop";
  }

  @Override
  public int order() {
    return 41;
  }

  @Override
  public void play(Cast cast) {
    var room = workspaces.get(workspaces.open(cast.business(Cast.CLIENT)));
    var lately = past.monday().plusDays(16);
    past.run(
        at(lately),
        () -> {
          var book = books.find(room.id()).orElseThrow();
          var assistant = new Desk(Pass.whole(room, cast.viewer(Cast.ASSISTANT)), book, false);
          var accountant = new Desk(Pass.whole(room, cast.viewer(Cast.ACCOUNTANT)), book, true);
          play(assistant, accountant, lately);
        });
  }

  private static Instant at(LocalDate day) {
    return day.atTime(LocalTime.of(9, 30)).atZone(ZoneOffset.UTC).toInstant();
  }

  private void play(Desk assistant, Desk accountant, LocalDate today) {
    var azeta = supplier(assistant, "Azeta Distribuciones", "B58378431", 30, "600", 0);
    var paper = supplier(assistant, "Papelera del Mediterráneo", "A08663619", 15, "602", 0);
    var agency = supplier(assistant, "Nuria Ferrer, diseño", "12345678Z", 15, "623", 150);
    var first = book(assistant, azeta, "AZ-20418", today.minusDays(38), "Novedades", 120_475, 40);
    var second = book(assistant, azeta, "AZ-20977", today.minusDays(12), "Fondo", 86_320, 40);
    var third = book(assistant, paper, "M/2211", today.minusDays(6), "Bolsas y cajas", 24_800, 210);
    List.of(first, second, third).forEach(bill -> bills.post(accountant, bill, 2).orFail());
    book(assistant, agency, "17", today.minusDays(2), "Carteles de la feria", 42_000, 210);
    book(assistant, paper, "M/2260", today.minusDays(1), "Etiquetas", 6_150, 210);
  }

  private Party supplier(
      Desk desk, String name, String taxId, int days, String account, int withholding) {
    var workspace = desk.book().workspace();
    return parties
        .add(
            desk,
            new Party(
                new PartyId(Ids.fresh()),
                workspace,
                Side.SUPPLIER,
                name,
                "ES",
                taxId,
                "",
                "",
                "es",
                "",
                days,
                null,
                charts.of(workspace).find("", account).orFail().id(),
                Treatment.CHARGED,
                withholding,
                1))
        .orFail();
  }

  private DueId book(
      Desk desk, Party from, String number, LocalDate day, String text, long cents, int vat) {
    var currency = desk.book().currency();
    var usual = from.usual();
    if (usual == null) {
      throw new IllegalStateException("the demo's suppliers have a usual account");
    }
    var paper =
        new Paper(
            from.id(),
            number,
            false,
            day,
            day.plusDays(from.days()),
            from.treatment(),
            from.withholding(),
            Money.zero(currency),
            List.of(new Item(text, usual, new Money(cents, currency), vat)));
    return bills.enter(desk, Ids.fresh(), paper, Bills.Papers.NONE).orFail();
  }
}
