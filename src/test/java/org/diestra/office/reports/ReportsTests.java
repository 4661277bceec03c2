package org.diestra.office.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.diestra.HouseTest;
import org.diestra.OfficeDesk;
import org.diestra.money.treasury.Accountants;
import org.diestra.office.bookkeeping.PostedBooks;
import org.diestra.office.books.AccountKind;
import org.diestra.office.books.Books;
import org.diestra.office.books.Desk;
import org.diestra.platform.base.Money;
import org.diestra.platform.data.Caller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** What books come to, here and by the arithmetic of other programs. */
@HouseTest
class ReportsTests extends OfficeDesk {
  @Autowired private PostedBooks posted;
  @Autowired private Books books;
  @Autowired private Reports reports;
  @TempDir private Path folder;

  @BeforeEach
  void twoYearsOfAShop() {
    posted.open(owner, assistant, room);
    posted.post("2026-01-02", "Capital", "572", "102", 1_000_000);
    posted.post("2026-02-10", "Sale: \"a; b\" | 10%", "572", "700", 20_000);
    posted.post("2026-02-10", "VAT on it", "572", "477", 4_200);
    posted.post("2026-03-05", "=Rent", "621", "572", 8_000);
    posted.post("2026-03-05", "VAT of the rent", "472", "572", 1_680);
    posted.post("2026-05-01", "Sale", "570", "700", 5_000);
    posted.post("2027-01-15", "Rent", "621", "572", 9_000);
  }

  private Statement statement(int year, String period) {
    return Caller.person(owner.id().value())
        .call(() -> {
          Desk desk = books.enter(owner, room);
          return reports.of(desk, Period.of(desk.book(), year, period));
        });
  }

  private static Money eur(long cents) {
    return Money.of(cents, "EUR");
  }

  @Test
  void aQuarterHasItsOwnResultAndTheYearAllOfIt() {
    assertThat(statement(2026, "q1").profit()).isEqualTo(eur(12_000));
    assertThat(statement(2026, "").profit()).isEqualTo(eur(17_000));
    assertThat(statement(2026, "m5").result(AccountKind.INCOME).total()).isEqualTo(eur(5_000));
    assertThat(statement(2027, "").profit()).isEqualTo(eur(-9_000));
  }

  @Test
  void theBalanceSheetBalancesAtTheEndOfAnyMonth() {
    for (int month = 1; month <= 12; month++) {
      var at = statement(2026, "m" + month);
      assertThat(at.standing(AccountKind.ASSET).total()).isEqualTo(at.liabilitiesAndEquity());
    }
    var next = statement(2027, "q1");
    assertThat(next.standing(AccountKind.ASSET).total()).isEqualTo(eur(1_012_200));
    assertThat(next.liabilitiesAndEquity()).isEqualTo(eur(1_012_200));
    assertThat(next.profitBefore()).isEqualTo(eur(17_000));
    assertThat(next.profitOfYear()).isEqualTo(eur(-9_000));
  }

  @Test
  void vatIsWhatWasChargedAndPaidInThePeriod() {
    var quarter = vat("q1");
    assertThat(quarter.charged().total()).isEqualTo(eur(4_200));
    assertThat(quarter.paid().total()).isEqualTo(eur(1_680));
    assertThat(quarter.settlements()).isZero();
    assertThat(vat("q2").charged().total()).isEqualTo(eur(0));
  }

  private Vat vat(String period) {
    return Caller.person(owner.id().value())
        .call(() -> {
          Desk desk = books.enter(owner, room);
          return reports.vat(desk, Period.of(desk.book(), 2026, period));
        });
  }

  @Test
  void settlingVatIsNoVatOfSalesOrPurchases() throws Exception {
    posted.post("2026-03-31", "VAT of the quarter, charged", "477", "4750", 4_200);
    assertThat(vat("q1").done()).isFalse();
    posted.post("2026-03-31", "VAT of the quarter, paid", "4750", "472", 1_680);
    posted.post("2026-04-20", "VAT to the tax office", "4750", "572", 2_520);
    var quarter = vat("q1");
    assertThat(quarter.charged().total()).isEqualTo(eur(4_200));
    assertThat(quarter.paid().total()).isEqualTo(eur(1_680));
    assertThat(quarter.due()).isEqualTo(eur(2_520));
    assertThat(quarter.settledAmount()).isEqualTo(eur(2_520));
    assertThat(quarter.done()).isTrue();
    assertThat(vat("q2").settlements()).isZero();
    assertThat(text(owner, "/w/" + room + "/books/reports/vat?year=2026&period=q1"))
        .contains("Settled in this period", "25.20");
  }

  @Test
  void eachFigureOpensToItsEntries() throws Exception {
    var page = text(owner, "/w/" + room + "/books/reports?year=2026&period=q1");
    var link = page.split("books\\?state=posted&amp;account=621", 2)[1].split("\"", 2)[0];
    var entries =
        text(owner, "/w/" + room + "/books?state=posted&account=621" + link.replace("&amp;", "&"));
    assertThat(entries).contains("=Rent").doesNotContain("Capital");
    assertThat(text(owner, "/w/" + room + "/books/reports/trial?year=2026")).contains("10,145.20");
    assertThat(text(assistant, "/w/" + room + "/books/reports/balance?year=2026"))
        .contains("10.145,20");
    assertThat(text(owner, "/w/" + room + "/books/reports/vat?year=2026&period=q1"))
        .contains("25.20");
    assertThat(show(people.client("Eve"), "/w/" + room + "/books/reports").getStatus())
        .isEqualTo(404);
  }

  @Test
  void cashIsWhatThereWasAtTheEndOfEachMonth() throws Exception {
    var cash =
        Caller.person(owner.id().value())
            .call(() -> {
              var desk = books.enter(owner, room);
              return reports.cash(desk, Period.of(desk.book(), 2026, null));
            });
    assertThat(cash.ends())
        .extracting(end -> end.money().minor())
        .startsWith(1_000_000L, 1_024_200L, 1_014_520L, 1_014_520L, 1_019_520L)
        .hasSize(5);
    assertThat(text(owner, "/w/" + room + "/books/reports/cash?year=2026"))
        .contains("€10,195.20", "February");
  }

  private String export(String kind) throws Exception {
    return text(owner, "/w/" + room + "/books/reports/journal." + kind);
  }

  @Test
  void hledgerComesToTheSame() throws Exception {
    var text = export("journal");
    Accountants.ask(folder, "a.journal", text, "hledger", "check", "--strict", "-f");
    var bank =
        Accountants.ask(
            folder, "b.journal", text, "hledger", "balance", "Assets:572", "-N", "--flat", "-f");
    assertThat(bank).contains("EUR 10055.20");
    assertThatThrownBy(() ->
            Accountants.ask(
                folder,
                "c.journal",
                text.replace("EUR 10055.20", "EUR 10055.21"),
                "hledger",
                "check",
                "--strict",
                "-f"))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void ledgerReadsTheSameText() throws Exception {
    Accountants.ask(
        folder, "l.journal", export("journal"), "ledger", "--strict", "--pedantic", "bal", "-f");
  }

  @Test
  void beancountComesToTheSame() throws Exception {
    var said = Accountants.ask(folder, "a.beancount", export("beancount"), "bean-check", "-C");
    assertThat(said).isEmpty();
  }

  @Test
  void aSpreadsheetGetsNoFormulas() throws Exception {
    assertThat(export("csv")).contains("'=Rent,621").contains("2026,1,2026-01-02,Capital,572");
  }
}
