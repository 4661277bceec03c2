package org.diestra.office.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.diestra.HouseTest;
import org.diestra.OfficeDesk;
import org.diestra.office.bookkeeping.Line;
import org.diestra.office.bookkeeping.Proposals;
import org.diestra.office.bookkeeping.Written;
import org.diestra.office.books.AccountId;
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
import org.diestra.office.dues.Standing.Stage;
import org.diestra.office.dues.Treatment;
import org.diestra.office.sales.Invoice.State;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Caller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Invoices: who drafts, who issues, their numbers, and what stays. */
@HouseTest
class SalesTests extends OfficeDesk {
  private static final Currency EUR = Currency.getInstance("EUR");
  @Autowired Books books;
  @Autowired ChartOfAccounts chart;
  @Autowired Parties parties;
  @Autowired Dues dues;
  @Autowired Invoices invoices;
  @Autowired Issuing issuing;
  @Autowired Proposals proposals;
  private Party school;

  @BeforeEach
  void booksThatIssue() {
    works(assistant, Area.BOOKKEEPING);
    var book = new Book(room, Chart.SPAIN, EUR, 1, LocalDate.of(2026, 1, 1), null, false, 1);
    as(owner, () -> books.open(books.pass(owner, room), book).orFail());
    var head =
        new Head("Librería Turia", "ES", "B58378431", "Calle Mayor 1\n46001 Valencia", "", "");
    as(owner, () -> issuing.say(desk(owner), new Issuer(head, "A", account("473"), 0)).orFail());
    var party =
        new Party(
            new PartyId(Ids.fresh()),
            room,
            Side.CUSTOMER,
            "Escola Mistral",
            "ES",
            "A08663619",
            "Carrer Nou 2\n08001 Barcelona",
            "",
            "en",
            "",
            30,
            null,
            account("700"),
            Treatment.CHARGED,
            0,
            1);
    school = as(assistant, () -> parties.add(desk(assistant), party).orFail());
  }

  private AccountId account(String code) {
    return as(owner, () -> chart.of(room).find("", code).orFail().id());
  }

  private static <T> T as(Viewer viewer, Supplier<T> action) {
    return Caller.person(viewer.id().value()).call(action::get);
  }

  private Desk desk(Viewer viewer) {
    return books.enter(viewer, room);
  }

  private static String why(Outcome<?> outcome) {
    return outcome.fold(done -> "", Refusal::key);
  }

  private Said said(String quantity, long cents, int vat, int withholding) {
    var item =
        new SaleItem("Books", new BigDecimal(quantity), new Money(cents, EUR), vat, account("700"));
    return new Said(
        school.id(), null, Treatment.CHARGED, withholding, "Thank you", null, EUR, List.of(item));
  }

  private DueId proposed(Viewer viewer, Said said) {
    return as(viewer, () -> invoices.write(desk(viewer), Ids.fresh(), said, null, true).orFail());
  }

  private Invoice read(DueId id) {
    return as(owner, () -> invoices.get(desk(owner), id));
  }

  private DueId issue(DueId id) {
    int seen = read(id).version();
    return as(owner, () -> issuing.issue(desk(owner), id, seen).orFail());
  }

  private Standing standing(DueId id) {
    return as(owner, () -> dues.get(desk(owner), id));
  }

  @Test
  void theAssistantDraftsTheClientIssuesAndTheCustomerOwes() throws Exception {
    var id = proposed(assistant, said("2.5", 1_000, 40, 0));
    issue(id);
    assertThat(read(id).issued().number()).endsWith("-00001").startsWith("A-");
    assertThat(standing(id).stage()).isEqualTo(Stage.OPEN);
    assertThat(standing(id).remaining()).isEqualTo(new Money(2_600, EUR));
    var href = "/w/" + room + "/books/sales/" + id;
    assertThat(text(owner, href)).contains("Escola Mistral", "€26.00", "A-");
    var pdf = show(assistant, href + "/pdf");
    assertThat(pdf.getContentType()).isEqualTo("application/pdf");
    try (var document = Loader.loadPDF(pdf.getContentAsByteArray())) {
      assertThat(new PDFTextStripper().getText(document))
          .contains("Invoice", "Librería Turia", "Escola Mistral", "€26.00", "Thank you");
    }
    assertThat(show(owner, href + "/pdf").getContentAsByteArray())
        .isEqualTo(pdf.getContentAsByteArray());
    var entry = text(owner, "/w/" + room + "/books/entries/" + standing(id).due().entry());
    assertThat(entry).contains("Escola Mistral, A-", "Posted", "Rosa");
  }

  @Test
  void ofManyWhoIssueAtOnceNoNumberIsMissingOrTwice() throws Exception {
    var ids = new ArrayList<DueId>();
    for (int i = 0; i < 6; i++) {
      ids.add(proposed(assistant, said("1", 1_000 + i, 40, 0)));
    }
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = new ArrayList<Future<DueId>>();
      ids.forEach(id -> all.add(pool.submit(() -> issue(id))));
      for (var one : all) {
        one.get();
      }
    }
    assertThat(ids.stream().map(id -> read(id).issued().number().substring(7)))
        .containsExactlyInAnyOrder("00001", "00002", "00003", "00004", "00005", "00006");
  }

  @Test
  void whoDraftsDoesNotIssueAndTheAssistantNever() {
    var own = proposed(owner, said("1", 1_000, 40, 0));
    assertThat(why(as(owner, () -> issuing.issue(desk(owner), own, 2)))).isEqualTo("sales.own");
    var id = proposed(assistant, said("1", 1_000, 40, 0));
    assertThat(catchThrowable(() -> as(assistant, () -> issuing.issue(desk(assistant), id, 2))))
        .isInstanceOf(NotFound.class);
    assertThat(why(as(owner, () -> issuing.issue(desk(owner), id, 1)))).isEqualTo("sales.moved");
  }

  @Test
  void whatIsIssuedIsCorrectedByAnotherAndSetOff() throws Exception {
    var id = issue(proposed(assistant, said("10", 1_000, 210, 150)));
    var first = said("-10", 1_000, 210, 150);
    var back =
        new Said(school.id(), null, Treatment.CHARGED, 150, "", "Returned", EUR, first.items());
    var corrective =
        as(assistant, () -> invoices.write(desk(assistant), Ids.fresh(), back, id, true).orFail());
    issue(corrective);
    assertThat(read(corrective).issued().number()).startsWith("RA-").endsWith("-00001");
    assertThat(standing(corrective).remaining()).isEqualTo(new Money(-10_600, EUR));
    assertThat(why(as(assistant, () -> invoices.remove(desk(assistant), id, 3))))
        .isEqualTo("sales.moved");
    var path = "/w/" + room + "/books/dues/" + id;
    assertThat(text(owner, path)).contains(read(corrective).issued().number());
    send(owner, path + "/offset", "other", corrective.toString());
    assertThat(standing(id).stage()).isEqualTo(Stage.PAID);
    assertThat(standing(corrective).stage()).isEqualTo(Stage.PAID);
  }

  @Test
  void anEntryThatWasThereBeforeIsNeverAnInvoices() {
    var id = proposed(assistant, said("1", 10_000, 210, 0));
    var lines =
        List.of(
            new Line(account("572"), new Money(100, EUR), ""),
            new Line(account("700"), new Money(-100, EUR), ""));
    var small = new Written(LocalDate.of(2026, 3, 1), "Pens", EUR, lines);
    var entry = as(assistant, () -> proposals.propose(desk(assistant), id.value(), small).orFail());
    issue(id);
    var own = standing(id).due().entry();
    assertThat(own).isNotEqualTo(entry);
    var written = as(owner, () -> proposals.written(desk(owner), own));
    assertThat(written.lines()).extracting(Line::amount).contains(new Money(12_100, EUR));
  }

  @Test
  void whatComesToMoreThanMoneyCanBeIsRefusedAtItsLines() throws Exception {
    var sent =
        send(
            assistant,
            "/w/" + room + "/books/sales",
            "party",
            "escola mistral",
            "text-0",
            "Llibres",
            "quantity-0",
            "1000000",
            "price-0",
            "999999999",
            "vat-0",
            "4",
            "key",
            Ids.text(Ids.fresh()));
    assertThat(sent.getStatus()).isEqualTo(422);
    assertThat(sent.getContentAsString(StandardCharsets.UTF_8))
        .contains("Las líneas suman demasiado", "999999999");
  }

  @Test
  void closedDaysTakeNoInvoiceAndNoNumber() throws Exception {
    var id = proposed(assistant, said("1", 1_000, 40, 0));
    send(owner, "/w/" + room + "/books/periods", "seen", "1", "until", "2060-12-31");
    assertThat(why(as(owner, () -> issuing.issue(desk(owner), id, 2))))
        .isEqualTo("sales.day.closed");
    send(owner, "/w/" + room + "/books/periods", "seen", "2", "until", "", "reason", "too early");
    issue(id);
    assertThat(read(id).issued().number()).endsWith("-00001");
  }

  @Test
  void anInvoiceIsTypedGivenBackAndMended() throws Exception {
    var path = "/w/" + room + "/books/sales";
    var wrong =
        send(assistant, path, "party", "x", "text-0", "", "price-0", "abc", "quantity-0", "0");
    assertThat(wrong.getStatus()).isEqualTo(422);
    assertThat(wrong.getContentAsString(StandardCharsets.UTF_8))
        .contains("party-why", "text-0-why", "price-0-why", "quantity-0-why", "abc");
    var sent =
        send(
            assistant,
            path,
            "party",
            "escola mistral",
            "text-0",
            "Llibres",
            "quantity-0",
            "3",
            "price-0",
            "12,50",
            "vat-0",
            "4",
            "key",
            Ids.text(Ids.fresh()));
    assertThat(sent.getStatus()).as(sent.getContentAsString()).isEqualTo(302);
    var href = sent.getRedirectedUrl();
    assertThat(text(owner, path)).contains("Escola Mistral", "To be issued");
    send(owner, href + "/return", "seen", "2", "reason", "Four of them");
    assertThat(text(assistant, href)).contains("Four of them");
    send(
        assistant,
        href + "/edit",
        "party",
        "escola mistral",
        "text-0",
        "Llibres",
        "quantity-0",
        "4",
        "price-0",
        "12,50",
        "vat-0",
        "4",
        "seen",
        "3");
    var id = DueId.of(href.substring(href.lastIndexOf('/') + 1));
    assertThat(read(id).state()).isEqualTo(State.PROPOSED);
    send(owner, href + "/issue", "seen", "5");
    assertThat(text(owner, href)).contains("€52.00", "Open");
  }
}
