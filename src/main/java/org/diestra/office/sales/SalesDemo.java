package org.diestra.office.sales;

import java.math.BigDecimal;
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

/** The bookshop's customers: an invoice that is late, one that is open, one to be issued. */
@Component
class SalesDemo implements DemoPart {
  private final Workspaces workspaces;
  private final Books books;
  private final ChartOfAccounts charts;
  private final Parties parties;
  private final Invoices invoices;
  private final Issuing issuing;
  private final Past past;

  SalesDemo(
      Workspaces workspaces,
      Books books,
      ChartOfAccounts charts,
      Parties parties,
      Invoices invoices,
      Issuing issuing,
      Past past) {
    this.workspaces = workspaces;
    this.books = books;
    this.charts = charts;
    this.parties = parties;
    this.invoices = invoices;
    this.issuing = issuing;
    this.past = past;
  }

  @Override
  public String name() {
    return "sales:bookshop";
  }

  @Override
  public int order() {
    return 41;
  }

  @Override
  public void play(Cast cast) {
    var room = workspaces.get(workspaces.open(cast.business(Cast.CLIENT)));
    var book = books.find(room.id()).orElseThrow();
    var assistant = new Desk(Pass.whole(room, cast.viewer(Cast.ASSISTANT)), book, false);
    var accountant = new Desk(Pass.whole(room, cast.viewer(Cast.ACCOUNTANT)), book, true);
    var first = past.monday().plusDays(3);
    past.run(
        at(first),
        () -> {
          issuer(accountant, room.name());
          var school = customer(assistant, "Escola Mistral", "B46123451", 15);
          issue(assistant, accountant, school, "Lecturas de 3.º de ESO", "60", 1_115);
        });
    past.run(
        at(past.monday().plusDays(15)),
        () -> {
          var club = customer(assistant, "Club de lectura Ruzafa", "", 30);
          issue(assistant, accountant, club, "Ejemplares de la sesión de otoño", "18", 1_990);
          draft(assistant, club, "Velada con la autora", "1", 18_000);
        });
  }

  private static Instant at(LocalDate day) {
    return day.atTime(LocalTime.of(11, 15)).atZone(ZoneOffset.UTC).toInstant();
  }

  private void issuer(Desk accountant, String name) {
    var withheld = charts.of(accountant.book().workspace()).find("", "473").orFail().id();
    var head =
        new Head(
            name,
            "ES",
            "B58378431",
            "Calle de la Paz, 12\n46003 Valencia",
            "ES9121000418450200051332",
            "");
    issuing.say(accountant, new Issuer(head, "A", withheld, 0)).orFail();
  }

  private Party customer(Desk desk, String name, String taxId, int days) {
    var workspace = desk.book().workspace();
    return parties
        .add(
            desk,
            new Party(
                new PartyId(Ids.fresh()),
                workspace,
                Side.CUSTOMER,
                name,
                "ES",
                taxId,
                "Valencia",
                "",
                "es",
                "",
                days,
                null,
                charts.of(workspace).find("", "700").orFail().id(),
                Treatment.CHARGED,
                0,
                1))
        .orFail();
  }

  private void issue(
      Desk assistant, Desk accountant, Party to, String text, String quantity, long cents) {
    issuing.issue(accountant, draft(assistant, to, text, quantity, cents), 2).orFail();
  }

  private DueId draft(Desk assistant, Party to, String text, String quantity, long cents) {
    var currency = assistant.book().currency();
    var usual = charts.of(assistant.book().workspace()).find("", "700").orFail().id();
    var item = new SaleItem(text, new BigDecimal(quantity), new Money(cents, currency), 40, usual);
    var said = new Said(to.id(), null, Treatment.CHARGED, 0, "", null, currency, List.of(item));
    return invoices.write(assistant, Ids.fresh(), said, null, true).orFail();
  }
}
