package org.diestra.office.statements;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.diestra.HouseTest;
import org.diestra.OfficeDesk;
import org.diestra.office.bookkeeping.PostedBooks;
import org.diestra.office.statements.Movement.State;
import org.diestra.platform.base.Ids;
import org.diestra.platform.data.Caller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A bank's line pays a supplier's bill: one choice, and bill, entry and bank say the same. */
@HouseTest
class PaperPaymentsTests extends OfficeDesk {
  @Autowired private PostedBooks posted;
  @Autowired private MovementStore movements;
  @Autowired private PlatformTransactionManager transactions;
  private String bank;

  @BeforeEach
  void aBankWithALineAndASupplier() throws Exception {
    posted.open(owner, assistant, room);
    bank =
        send(
                assistant,
                path("/banks"),
                "name",
                "Corriente",
                "number",
                SampleStatement.IBAN,
                "ledger",
                "572")
            .getRedirectedUrl();
    var text = SampleStatement.MARCH.getBytes(UTF_8);
    var file = new MockMultipartFile("file", "march.sta", "text/plain", text);
    mvc.perform(
        multipart(bank + "/files")
            .file(file)
            .content(new byte[500]) // the gate asks for a length
            .with(signedIn(assistant))
            .with(csrf()));
    send(assistant, bank + "/statements");
    send(
        assistant,
        path("/parties"),
        "side",
        "supplier",
        "name",
        "Iberdrola",
        "country",
        "ES",
        "days",
        "30",
        "treatment",
        "charged",
        "usual",
        "628");
  }

  private String path(String rest) {
    return "/w/" + room + "/books" + rest;
  }

  private String bill(String number, String net, String... more) throws Exception {
    var usual =
        List.of(
            "key",
            Ids.text(Ids.fresh()),
            "party",
            "Iberdrola",
            "number",
            number,
            "day",
            "2026-02-20",
            "text-0",
            "Luz",
            "net-0",
            net,
            "vat-0",
            "21");
    var all = Stream.concat(usual.stream(), Stream.of(more)).toArray(String[]::new);
    return send(assistant, path("/bills"), all).getRedirectedUrl();
  }

  private Movement line() {
    var id = BankAccountId.of(bank.substring(bank.lastIndexOf('/') + 1));
    return Caller.person(owner.id().value())
        .call(() ->
            new TransactionTemplate(transactions)
                .execute(tx -> movements.list(id, null, "", null, 100)).stream()
                    .filter(m -> (m.party() + m.words()).contains("Iberdrola"))
                    .findFirst()
                    .orElseThrow());
  }

  private static String id(String href) {
    return href.substring(href.lastIndexOf('/') + 1);
  }

  @Test
  void whatIsSuggestedIsTakenAndCanBeTakenBack() throws Exception {
    var bill = bill("F-77", "100");
    assertThat(text(owner, bank)).contains("It pays F-77 of Iberdrola, €121.00 left");
    var seen = String.valueOf(line().version());
    var sent =
        send(
            assistant,
            line().href() + "/acceptance",
            "seen",
            seen,
            "kind",
            "paper",
            "what",
            id(bill));
    assertThat(sent.getStatus()).isEqualTo(302);
    assertThat(line().state()).isEqualTo(State.WAITING);
    assertThat(text(owner, bill)).contains("Nothing is left", "€121.00");
    send(assistant, line().href() + "/reopening", "seen", String.valueOf(line().version()));
    assertThat(line().state()).isEqualTo(State.OPEN);
    assertThat(text(owner, bill)).contains("€121.00 left");
  }

  @Test
  void severalArePaidInTheirOrderAndTheLastInPart() throws Exception {
    var first = bill("F-1", "60");
    var second = bill("F-2", "80");
    var seen = String.valueOf(line().version());
    var pay = line().href() + "/payment";
    send(assistant, pay, "seen", seen, "paper", id(first));
    assertThat(line().state()).isEqualTo(State.OPEN); // 72.60 are not 121
    send(assistant, pay, "seen", seen, "paper", id(first), "paper", id(second));
    assertThat(line().state()).isEqualTo(State.WAITING);
    assertThat(text(owner, first)).contains("Nothing is left");
    assertThat(text(owner, second)).contains("€48.40 left");
    var eve = people.client("Eve");
    assertThat(send(eve, pay, "seen", seen, "paper", id(second)).getStatus()).isEqualTo(404);
  }

  @Test
  void aBillIsPaidByWhatItsCorrectiveLeavesOfIt() throws Exception {
    var first = bill("F-3", "150"); // 181.50
    var back = bill("R-3", "50", "credit", "true", "due", "2026-04-01"); // 60.50
    assertThat(text(owner, line().href())).contains("R-3", "-€60.50");
    var seen = String.valueOf(line().version());
    send(
        assistant, line().href() + "/payment", "seen", seen, "paper", id(first), "paper", id(back));
    assertThat(line().state()).isEqualTo(State.WAITING);
    assertThat(text(owner, first)).contains("Nothing is left");
    assertThat(text(owner, back)).contains("Nothing is left");
  }

  @Test
  void anEntryThatWasThereBeforeNeverPaysABill() throws Exception {
    var bill = bill("F-4", "100");
    var known = "statements:" + line().id() + ":" + line().version();
    var key = UUID.nameUUIDFromBytes(known.getBytes(UTF_8));
    var wrote =
        send(
            assistant,
            path("/entries"),
            "key",
            Ids.text(key),
            "day",
            "2026-03-02",
            "text",
            "Pens",
            "account-0",
            "629",
            "debit-0",
            "1",
            "account-1",
            "572",
            "credit-1",
            "1",
            "do",
            "propose");
    assertThat(wrote.getStatus()).isEqualTo(302);
    var seen = String.valueOf(line().version());
    send(assistant, line().href() + "/payment", "seen", seen, "paper", id(bill));
    assertThat(line().state()).isEqualTo(State.WAITING);
    var entry = Objects.requireNonNull(line().shown()).entry();
    assertThat(wrote.getRedirectedUrl()).doesNotContain(entry.toString());
    assertThat(text(owner, path("/entries/" + entry))).contains("Iberdrola, F-4", "€121.00");
  }
}
