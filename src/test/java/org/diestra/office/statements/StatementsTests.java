package org.diestra.office.statements;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diestra.People.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.util.List;
import org.diestra.HouseTest;
import org.diestra.OfficeDesk;
import org.diestra.office.bookkeeping.PostedBooks;
import org.diestra.office.statements.Movement.State;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.data.Caller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A small firm's bank beside its books, from the file to the mark that both are the same. */
@HouseTest
class StatementsTests extends OfficeDesk {
  private static final String IBAN = SampleStatement.IBAN;
  private static final String MARCH = SampleStatement.MARCH;

  @Autowired private PostedBooks posted;
  @Autowired private BankAccounts accounts;
  @Autowired private MovementStore movements;
  @Autowired private JdbcClient jdbc;
  @Autowired private PlatformTransactionManager transactions;
  private String bank;

  @BeforeEach
  void aBankAccount() throws Exception {
    posted.open(owner, assistant, room);
    posted.post("2026-02-27", "Capital", "572", "102", 100_000);
    bank = account("Corriente", IBAN, "572");
  }

  private String path(String rest) {
    return "/w/" + room + "/books" + rest;
  }

  private String account(String name, String number, String ledger) throws Exception {
    var sent = send(assistant, path("/banks"), "name", name, "number", number, "ledger", ledger);
    assertThat(sent.getStatus()).as(sent.getContentAsString(UTF_8)).isEqualTo(302);
    return sent.getRedirectedUrl();
  }

  private int bring(Viewer viewer, String account, String name, String content) throws Exception {
    var file = new MockMultipartFile("file", name, "text/plain", content.getBytes(UTF_8));
    return mvc.perform(
            multipart(account + "/files")
                .file(file)
                .content(new byte[500]) // the gate asks for a length
                .with(signedIn(viewer))
                .with(csrf()))
        .andReturn()
        .getResponse()
        .getStatus();
  }

  private void take(String account, String name, String content) throws Exception {
    assertThat(bring(assistant, account, name, content)).isEqualTo(302);
    assertThat(send(assistant, account + "/statements").getStatus()).isEqualTo(302);
  }

  private <T> T in(java.util.function.Supplier<T> work) {
    return Caller.person(owner.id().value())
        .call(() -> new TransactionTemplate(transactions).execute(tx -> work.get()));
  }

  private List<Movement> lines(String account) {
    var id = BankAccountId.of(account.substring(account.lastIndexOf('/') + 1));
    return in(() -> movements.list(id, null, "", null, 100));
  }

  private Movement line(String account, String words) {
    return lines(account).stream()
        .filter(m -> (m.party() + m.words()).contains(words))
        .findFirst()
        .orElseThrow();
  }

  private int accept(Viewer viewer, Movement line, String kind, String what) throws Exception {
    var seen = String.valueOf(line.version());
    return send(viewer, line.href() + "/acceptance", "seen", seen, "kind", kind, "what", what)
        .getStatus();
  }

  private int propose(Movement line, String account, String amount, String vat) throws Exception {
    return send(
            assistant,
            line.href() + "/entry",
            "seen",
            String.valueOf(line.version()),
            "account-0",
            account,
            "amount-0",
            amount,
            "vat-0",
            vat,
            "remember",
            "true")
        .getStatus();
  }

  private void postAll() throws Exception {
    var list = text(owner, path("?state=proposed")).split("name=\"entry\" value=\"");
    for (int i = 1; i < list.length; i++) {
      send(owner, path("/postings"), "entry", list[i].split("\"", 2)[0]);
    }
  }

  @Test
  void theSameStatementTwiceAddsNothingAndTwoCoffeesStayTwo() throws Exception {
    assertThat(bring(assistant, bank, "march.sta", MARCH)).isEqualTo(302);
    assertThat(text(assistant, bank + "/trial")).contains("march.sta", "1.375,40", "Iberdrola");
    assertThat(lines(bank)).isEmpty();
    take(bank, "march.sta", MARCH);
    assertThat(lines(bank)).hasSize(4).filteredOn(m -> m.words().equals("Cafe Sol")).hasSize(2);
    take(bank, "march.sta", MARCH);
    take(bank, "again.sta", MARCH + "\n");
    assertThat(lines(bank)).hasSize(4);
    var ofx =
        """
        OFXHEADER:100

        <OFX><STMTRS><CURDEF>EUR<BANKACCTFROM><ACCTID>0418450200051332</BANKACCTFROM><BANKTRANLIST>
        <STMTTRN><DTPOSTED>20260305<TRNAMT>-1.80<FITID>X1<MEMO>CAFE SOL VALENCIA</STMTTRN>
        <STMTTRN><DTPOSTED>20260305<TRNAMT>-1.80<FITID>X2<MEMO>CAFE SOL VALENCIA</STMTTRN>
        <STMTTRN><DTPOSTED>20260305<TRNAMT>-1.80<FITID>X3<MEMO>CAFE SOL VALENCIA</STMTTRN>
        </BANKTRANLIST></STMTRS></OFX>
        """;
    take(bank, "march.ofx", ofx);
    assertThat(lines(bank)).hasSize(5);
  }

  @Test
  void anotherAccountsStatementIsRefusedAndSoAreStrangers() throws Exception {
    assertThat(bring(assistant, bank, "x.sta", MARCH.replace(IBAN, "ES7620770024003102575766")))
        .isEqualTo(422);
    var eve = people.client("Eve");
    assertThat(show(eve, bank).getStatus()).isEqualTo(404);
    assertThat(bring(eve, bank, "x.sta", MARCH)).isEqualTo(404);
    take(bank, "march.sta", MARCH);
    assertThat(show(eve, line(bank, "Iberdrola").href()).getStatus()).isEqualTo(404);
  }

  @Test
  void whatIsChosenOnceIsSuggestedFromThenOnAndTheClientPosts() throws Exception {
    take(bank, "march.sta", MARCH);
    assertThat(propose(line(bank, "Iberdrola"), "628", "120", "21")).isEqualTo(422);
    assertThat(propose(line(bank, "Iberdrola"), "628", "121", "21")).isEqualTo(302);
    assertThat(line(bank, "Iberdrola").state()).isEqualTo(State.WAITING);
    var shown = line(bank, "Iberdrola").shown();
    assertThat(text(owner, path("/entries/" + shown.entry()))).contains("€100.00", "€21.00");
    postAll();
    assertThat(line(bank, "Iberdrola").state()).isEqualTo(State.DONE);
    take(
        bank,
        "april.sta",
        MARCH.replace("2603", "2604").replace("0302DR", "0402DR").replace("B1", "B4"));
    assertThat(text(owner, path("/banks/rules"))).contains("iberdrola", "VAT 21 %");
    var page = text(assistant, bank);
    assertThat(page).contains("628 ·", "IVA 21 %");
    var rule =
        page.split("name=\"kind\" value=\"rule\"><input type=\"hidden\" name=\"what\" value=\"")[1]
            .split("\"")[0];
    var next =
        lines(bank).stream()
            .filter(m -> m.state() == State.OPEN && m.party().equals("Iberdrola"))
            .findFirst()
            .orElseThrow();
    assertThat(accept(assistant, next, "rule", rule)).isEqualTo(302);
    assertThat(text(owner, path("/banks/rules"))).contains("right 1 of 1 times");
    assertThat(text(owner, path("?state=proposed"))).contains("Iberdrola");
  }

  @Test
  void anEntryThatIsThereShowsOneLineAndNoTwin() throws Exception {
    posted.post("2026-03-06", "Coffee", "629", "572", 180);
    take(bank, "march.sta", MARCH);
    var coffees = lines(bank).stream().filter(m -> m.words().equals("Cafe Sol")).toList();
    assertThat(text(assistant, bank).split("name=\"kind\" value=\"entry\"")).hasSize(2);
    var entry =
        text(assistant, bank)
            .split("name=\"kind\" value=\"entry\"><input type=\"hidden\" name=\"what\" value=\"")[1]
            .split("\"")[0];
    assertThat(accept(assistant, coffees.get(0), "entry", entry)).isEqualTo(302);
    accept(assistant, coffees.get(1), "entry", entry);
    assertThat(lines(bank).stream().map(Movement::state))
        .containsOnlyOnce(State.DONE)
        .filteredOn(s -> s == State.OPEN)
        .hasSize(3);
  }

  @Test
  void aTransferBetweenOwnAccountsIsOneEntryForBothAndIsTakenBackWhole() throws Exception {
    var other = account("Ahorro", "", "574");
    take(bank, "march.sta", MARCH);
    take(
        other,
        "a.sta",
        MARCH
            .replace(IBAN, "X1234567")
            .replace("C260301EUR1000,00", "C260301EUR500,00")
            .replaceAll(
                "(?s):61:2603020302.*:62F",
                ":61:2603110311DR500,00NTRFNONREF//T1\n:86:Traspaso\n:62F")
            .replace("EUR1375,40", "EUR0,00"));
    var in = line(bank, "Casa Ana");
    var out = line(other, "Traspaso");
    assertThat(accept(assistant, in, "transfer", out.id().toString())).isEqualTo(302);
    assertThat(line(other, "Traspaso").shown()).isEqualTo(line(bank, "Casa Ana").shown());
    var seen = String.valueOf(line(bank, "Casa Ana").version());
    send(assistant, in.href() + "/reopening", "seen", seen);
    assertThat(line(bank, "Casa Ana").state()).isEqualTo(State.OPEN);
    assertThat(line(other, "Traspaso").state()).isEqualTo(State.OPEN);
    assertThat(accept(assistant, line(bank, "Casa Ana"), "transfer", out.id().toString()))
        .isEqualTo(302);
  }

  @Test
  void aStatementIsTakenBackWhileNothingOfItIsDealtWith() throws Exception {
    take(bank, "march.sta", MARCH);
    var undo = bank + "/statements/" + statement() + "/undo";
    var coffee = line(bank, "Cafe");
    send(assistant, coffee.href() + "/ignoring", "seen", "1", "reason", "Mistake of the bank");
    send(assistant, undo);
    assertThat(lines(bank)).hasSize(4);
    send(assistant, coffee.href() + "/reopening", "seen", "2");
    assertThat(send(assistant, undo).getCookie("flash")).isNotNull();
    assertThat(lines(bank)).isEmpty();
    take(bank, "march.sta", MARCH);
    assertThat(lines(bank)).hasSize(4);
  }

  private String statement() throws Exception {
    return text(assistant, bank).split(bank + "/statements/")[1].split("/undo")[0];
  }

  @Test
  void bankAndBooksAreTheSameOnceAllIsPostedAndNobodyBreaksThatUnseen() throws Exception {
    take(bank, "march.sta", MARCH);
    var page = bank + "/reconciliation";
    assertThat(text(owner, page)).contains("€1,375.40", "€1,000.00", "€375.40");
    var seen = new String[] {"seen", version(), "day", "2026-03-10"};
    send(owner, page, seen);
    assertThat(text(owner, path("/banks"))).contains("Not reconciled yet");
    propose(line(bank, "Iberdrola"), "628", "121", "21");
    propose(line(bank, "Casa Ana"), "430", "500", "");
    for (var coffee : lines(bank).stream().filter(m -> m.words().equals("Cafe Sol")).toList()) {
      propose(coffee, "629", "1,80", "");
    }
    postAll();
    assertThat(send(assistant, page, seen).getStatus()).isEqualTo(404);
    send(owner, page, seen);
    assertThat(text(owner, path("/banks")))
        .contains("Reconciled until")
        .doesNotContain("Posted since");
    posted.post("2026-03-09", "Late", "629", "572", 100);
    assertThat(text(owner, path("/banks"))).contains("Posted since", "Late");
    var line = line(bank, "Casa Ana");
    send(assistant, line.href() + "/reopening", "seen", String.valueOf(line.version()));
    assertThat(line(bank, "Casa Ana").state()).isEqualTo(State.DONE);
    assertThatThrownBy(() -> in(() -> jdbc.sql("delete from statements.line").update()))
        .rootCause()
        .hasMessageContaining("dealt with");
  }

  private String version() {
    var id = BankAccountId.of(bank.substring(bank.lastIndexOf('/') + 1));
    return String.valueOf(
        in(() ->
            jdbc.sql("select version from statements.account where id = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single()));
  }

  @Test
  void aSpreadsheetsColumnsAreSaidOnceAndFaultyRowsAreLeftOut() throws Exception {
    var csv = "Fecha;Concepto;Importe\n02/03/2026;Luz;-12,10\n31/02/2026;Gas;-3,00\n";
    assertThat(bring(assistant, bank, "m.csv", csv)).isEqualTo(302);
    var columns = new String[] {"day", "0", "days", "dd/MM/uuuu", "amount", "2", "words", "1"};
    assertThat(send(assistant, bank + "/columns", columns).getStatus()).isEqualTo(302);
    assertThat(text(assistant, bank + "/trial")).contains("31/02/2026", "Luz");
    assertThat(send(assistant, bank + "/statements").getStatus()).isEqualTo(302);
    assertThat(lines(bank)).extracting(m -> m.amount().minor()).containsExactly(-1_210L);
    assertThat(bring(assistant, bank, "n.csv", csv.replace("02/03", "03/03"))).isEqualTo(302);
    assertThat(text(assistant, bank + "/trial")).contains("Luz");
  }
}
