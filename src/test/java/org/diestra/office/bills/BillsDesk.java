package org.diestra.office.bills;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.diestra.HouseTest;
import org.diestra.OfficeDesk;
import org.diestra.office.bookkeeping.EntryId;
import org.diestra.office.books.Book;
import org.diestra.office.books.Books;
import org.diestra.office.books.Chart;
import org.diestra.office.books.ChartOfAccounts;
import org.diestra.office.books.Desk;
import org.diestra.office.dues.DueId;
import org.diestra.office.dues.Dues;
import org.diestra.office.dues.Parties;
import org.diestra.office.dues.Party;
import org.diestra.office.dues.PartyId;
import org.diestra.office.dues.Side;
import org.diestra.office.dues.Standing;
import org.diestra.office.dues.Treatment;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Caller;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The books of a small firm in Spain with a landlord, who withholds, and a wholesaler. */
@HouseTest
abstract class BillsDesk extends OfficeDesk {
  static final Currency EUR = Currency.getInstance("EUR");
  static final LocalDate DAY = LocalDate.of(2026, 3, 10);
  @Autowired Books books;
  @Autowired ChartOfAccounts chart;
  @Autowired Parties parties;
  @Autowired Dues dues;
  @Autowired Bills bills;
  @Autowired JdbcClient jdbc;
  @Autowired PlatformTransactionManager transactions;
  Party wholesaler;

  @BeforeEach
  void openBooks() {
    works(assistant, Area.BOOKKEEPING);
    var book = new Book(room, Chart.SPAIN, EUR, 1, LocalDate.of(2026, 1, 1), null, false, 1);
    as(owner, () -> books.open(books.pass(owner, room), book).orFail());
    wholesaler = supplier("Les Punxes", "", 30);
  }

  static <T> T as(Viewer viewer, Supplier<T> action) {
    return Caller.person(viewer.id().value()).call(action::get);
  }

  Desk desk(Viewer viewer) {
    return books.enter(viewer, room);
  }

  static Money eur(long cents) {
    return new Money(cents, EUR);
  }

  Party supplier(String name, String taxId, int days) {
    var goods = as(assistant, () -> chart.of(room).find("", "600").orFail().id());
    var party =
        new Party(
            new PartyId(Ids.fresh()),
            room,
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
            goods,
            Treatment.CHARGED,
            0,
            1);
    return as(assistant, () -> parties.add(desk(assistant), party).orFail());
  }

  /** Of one line of goods with 21 % VAT. */
  Paper paper(Party from, String number, long cents) {
    return paper(from, number, Treatment.CHARGED, 0, item("600", cents, 210));
  }

  Paper paper(Party from, String number, Treatment treatment, int withholding, Item... items) {
    return new Paper(
        from.id(),
        number,
        false,
        DAY,
        DAY.plusDays(from.days()),
        treatment,
        withholding,
        eur(0),
        List.of(items));
  }

  Item item(String code, long cents, int vat) {
    var account = as(assistant, () -> chart.of(room).find("", code).orFail().id());
    return new Item("Goods", account, eur(cents), vat);
  }

  DueId enter(Viewer viewer, Paper paper) {
    return as(
        viewer, () -> bills.enter(desk(viewer), Ids.fresh(), paper, Bills.Papers.NONE).orFail());
  }

  Standing standing(DueId id) {
    return as(owner, () -> dues.get(desk(owner), id));
  }

  /** The owner posts its entry. */
  DueId post(DueId id) {
    post(standing(id).due().entry().toString(), standing(id).entryVersion());
    return id;
  }

  void post(String entry, int version) {
    try {
      var path = "/w/" + room + "/books/entries/" + entry + "/posting";
      send(owner, path, "seen", String.valueOf(version));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** An entry's exact opposite is proposed and posted; answers which that is. */
  String undo(String entry) {
    try {
      var path = "/w/" + room + "/books/entries/" + entry + "/reversal";
      send(assistant, path, "day", DAY.toString(), "text", "Undone");
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    var undone = EntryId.of(entry).value();
    var opposite =
        as(
            owner,
            () ->
                new TransactionTemplate(transactions)
                    .execute(tx ->
                        jdbc.sql("select id from bookkeeping.entry where reverses = :entry")
                            .param("entry", undone)
                            .query(UUID.class)
                            .single()));
    var id = Ids.text(opposite);
    post(id, 2);
    return id;
  }

  /** What of a bill's entry stands on the account with that code, in cents. */
  long on(DueId id, String code) {
    var entry = standing(id).due().entry().value();
    return as(
        owner,
        () ->
            new TransactionTemplate(transactions)
                .execute(tx ->
                    jdbc.sql(
                            """
                            select coalesce(sum(l.amount), 0) from bookkeeping.line l
                            join books.account a on a.id = l.account
                            where l.entry = :entry and a.code = :code
                            """)
                        .param("entry", entry)
                        .param("code", code)
                        .query(Long.class)
                        .single()));
  }

  static String why(Outcome<?> outcome) {
    return outcome.fold(done -> "", Refusal::key);
  }
}
