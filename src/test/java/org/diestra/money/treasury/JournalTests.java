package org.diestra.money.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diestra.People.signedIn;
import static org.diestra.money.ledger.Books.eur;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.Book;
import org.diestra.money.ledger.Books;
import org.diestra.money.ledger.Entry;
import org.diestra.money.ledger.Event;
import org.diestra.money.ledger.Kind;
import org.diestra.money.ledger.Ledger;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The journal as other programs read it: they add up the same, to the cent, or say where not. */
@HouseTest
class JournalTests {
  @Autowired private Ledger ledger;
  @Autowired private Books books;
  @Autowired private People people;
  @Autowired private MockMvc mvc;
  @TempDir private Path folder;
  private final UUID rosa = Ids.fresh();
  private final Account escrow = Account.escrow(rosa, rosa, rosa);
  private final Account fee = Account.feeEscrow(rosa, rosa, rosa);
  private Viewer operator;
  private Book book;

  @BeforeEach
  void threeDaysInTwoCurrencies() {
    operator = people.operator("Olga");
    book = books.fresh();
    ledger.post(
        entry(Event.FUND, "2026-11-02T09:00:00Z")
            .debit(Account.clientMoney(), eur(12_650))
            .credit(escrow, eur(12_050))
            .credit(fee, eur(600))
            .about("/contracts/a \"b\" \\c")
            .evidence("transfer 17"));
    ledger.post(
        entry(Event.RELEASE, "2026-11-02T23:59:59.999999Z")
            .debit(escrow, eur(12_050))
            .credit(Account.held(rosa), eur(11_448))
            .credit(Account.of(Kind.FEES), eur(602)));
    ledger.post(
        entry(Event.MATURE, "2026-11-07T00:00:00Z")
            .debit(Account.held(rosa), eur(11_448))
            .credit(Account.available(rosa), eur(11_448)));
    var yen = new Book(book.rail(), Currency.getInstance("JPY"));
    ledger.post(
        Entry.of(yen, Event.FUND, "yen:" + rosa, Instant.parse("2026-11-03T09:00:00Z"))
            .debit(Account.clientMoney(), Money.of(5_000, "JPY"))
            .credit(escrow, Money.of(5_000, "JPY")));
  }

  private Entry entry(Event event, String at) {
    return Entry.of(book, event, event + ":" + rosa, Instant.parse(at));
  }

  private String journal(String ending) throws Exception {
    return mvc.perform(get("/operator/ledger." + ending).with(signedIn(operator)))
        .andExpect(status().isOk())
        .andExpect(header().string("Content-Disposition", containsString("attachment")))
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  @Test
  void hledgerFindsEverythingDeclaredBalancedAndAsserted() throws Exception {
    var text = journal("journal");
    Accountants.ask(folder, "a.journal", text, "hledger", "check", "--strict", "-f");
    var account = "Liabilities:Payable:T" + book.rail().substring(1) + ":" + Ids.text(rosa);
    var balance =
        Accountants.ask(
            folder, "b.journal", text, "hledger", "balance", account, "-N", "--flat", "-f");
    assertThat(balance).contains("EUR -114.48").contains(account + ":Available");
  }

  @Test
  void hledgerFindsACentThatIsNotThere() throws Exception {
    var text = journal("journal").replace("EUR -114.48", "EUR -114.49");
    assertThatThrownBy(
            () -> Accountants.ask(folder, "c.journal", text, "hledger", "check", "--strict", "-f"))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void beanCheckAgrees() throws Exception {
    assertThat(Accountants.ask(folder, "a.beancount", journal("beancount"), "bean-check", "-C"))
        .isEmpty();
  }

  @Test
  void thePageSaysWhatTheRailHoldsAndWhoseItIs() throws Exception {
    mvc.perform(post("/operator/ledger/examination").with(signedIn(operator)).with(csrf()))
        .andExpect(status().is3xxRedirection());
    mvc.perform(get("/operator/ledger").with(signedIn(operator)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("€114.48")))
        .andExpect(content().string(containsString("Fees earned")));
  }
}
