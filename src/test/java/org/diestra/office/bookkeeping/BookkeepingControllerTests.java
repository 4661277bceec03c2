package org.diestra.office.bookkeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.nio.charset.StandardCharsets;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.blobs.SampleFiles;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;

/** The books as both sides have them before them. */
class BookkeepingControllerTests extends BooksDesk {

  private String path(String rest) {
    return "/w/" + room + "/books" + rest;
  }

  private static String body(MockHttpServletResponse answer) throws Exception {
    return answer.getContentAsString(StandardCharsets.UTF_8);
  }

  private MockHttpServletResponse write(Viewer viewer, String what, String... fields)
      throws Exception {
    var all = new String[fields.length + 8];
    System.arraycopy(
        new String[] {"key", Ids.text(Ids.fresh()), "day", "2026-03-10", "do", what, "seen", "0"},
        0,
        all,
        0,
        8);
    System.arraycopy(fields, 0, all, 8, fields.length);
    return send(viewer, path("/entries"), all);
  }

  @Test
  void anEntryIsTypedByCodesAndNamesAndPosted() throws Exception {
    assertThat(text(assistant, path("/entries/new")))
        .contains("572 · Bancos e instituciones de crédito c/c vista, euros");
    var sent =
        write(
            assistant,
            "propose",
            "text",
            "Alquiler de marzo",
            "account-0",
            "621",
            "debit-0",
            "800,00",
            "account-1",
            "iva soportado",
            "debit-1",
            "168",
            "account-2",
            "572 · Bancos e instituciones de crédito c/c vista, euros",
            "credit-2",
            "968.00",
            "account-3",
            "");
    assertThat(sent.getStatus()).as(body(sent)).isEqualTo(302);
    var list = text(owner, path("?state=proposed"));
    assertThat(list).contains("Alquiler de marzo", "€968.00", "postings");
    var chosen = list.split("name=\"entry\" value=\"", 2)[1].split("\"", 2)[0];
    assertThat(send(owner, path("/postings"), "entry", chosen).getStatus()).isEqualTo(302);
    var entry = text(owner, path("/entries/" + chosen.split("\\.")[0]));
    assertThat(entry).contains("Posted", "2026/1", "reversal").doesNotContain("/posting\"");
    assertThat(text(owner, path("?account=472&q=alquiler"))).contains("Alquiler de marzo");
    assertThat(text(owner, path("?account=430"))).doesNotContain("Alquiler de marzo");
    assertThat(text(owner, path("?from=2026-03-11"))).doesNotContain("Alquiler de marzo");
  }

  @Test
  void whatIsWrongIsSaidAtItsFieldAndWhatWasTypedStays() throws Exception {
    var wrong =
        write(
            assistant,
            "propose",
            "text",
            "Rent",
            "account-0",
            "62",
            "debit-0",
            "12,5O",
            "account-1",
            "nowhere",
            "credit-1",
            "3",
            "debit-1",
            "3");
    assertThat(wrong.getStatus()).isEqualTo(422);
    assertThat(body(wrong))
        .contains("account-0-why", "debit-0-why", "account-1-why", "credit-1-why", "12,5O");
    var off =
        write(
            assistant,
            "propose",
            "text",
            "Rent",
            "account-0",
            "621",
            "debit-0",
            "10",
            "account-1",
            "572",
            "credit-1",
            "9,50");
    assertThat(off.getStatus()).isEqualTo(422);
    assertThat(body(off)).contains("lines-why", "0,50");
    var more = write(assistant, "more", "text", "Rent", "account-0", "621", "debit-0", "10");
    assertThat(more.getStatus()).isEqualTo(200);
    assertThat(body(more)).contains("account-6", "value=\"621\"");
  }

  @Test
  void receiptsWaitForTheirEntryAndStayWithIt() throws Exception {
    var file =
        new MockMultipartFile(
            "brought", "ticket.png", "image/png", SampleFiles.picture("png", 64, 48));
    var brought =
        mvc.perform(
                multipart(path("/receipts"))
                    .file(file)
                    .content(new byte[500]) // the gate asks for a length
                    .with(signedIn(assistant))
                    .with(csrf()))
            .andReturn()
            .getResponse();
    assertThat(brought.getStatus()).isEqualTo(302);
    var inbox = text(owner, path("/receipts"));
    assertThat(inbox).contains("ticket.png");
    var id = inbox.split("new\\?receipt=", 2)[1].split("\"", 2)[0];
    assertThat(text(assistant, path("/entries/new?receipt=" + id))).contains("ticket.png");
    var sent =
        write(
            assistant,
            "propose",
            "text",
            "Ticket",
            "account-0",
            "629",
            "debit-0",
            "3,20",
            "account-1",
            "570",
            "credit-1",
            "3,20",
            "receipts",
            id);
    assertThat(sent.getStatus()).isEqualTo(302);
    assertThat(text(owner, path("/receipts"))).doesNotContain("ticket.png");
    assertThat(show(owner, path("/receipts/" + id + "/file")).getContentType())
        .isEqualTo("image/png");
    var list = text(owner, path("?state=proposed"));
    var chosen = list.split("name=\"entry\" value=\"", 2)[1].split("\"", 2)[0];
    send(owner, path("/postings"), "entry", chosen);
    assertThat(text(owner, path("/entries/" + chosen.split("\\.")[0]))).contains("ticket.png");
    send(assistant, path("/receipts/" + id + "/detachment"));
    send(assistant, path("/receipts/" + id + "/removal"));
    assertThat(show(owner, path("/receipts/" + id + "/file")).getStatus()).isEqualTo(200);
    assertThat(show(people.client("Eve"), path("/receipts/" + id + "/file")).getStatus())
        .isEqualTo(404);
  }

  @Test
  void whatWaitsStandsAtHomeAndComesBackWithAWord() throws Exception {
    var id = rent(80_000);
    assertThat(text(owner, "/home")).contains(path("?state=proposed"));
    var back = path("/entries/" + id + "/return");
    assertThat(send(owner, back, "seen", "2", "reason", " ").getStatus()).isEqualTo(422);
    assertThat(send(owner, back, "seen", "2", "reason", "Sin IVA").getStatus()).isEqualTo(302);
    assertThat(text(assistant, "/home")).contains(path("?state=returned"));
    assertThat(text(assistant, path("/entries/" + id + "/edit"))).contains("Sin IVA");
  }

  @Test
  void thereIsAPageOfEachAccountAndOnesOfOnesOwn() throws Exception {
    var added =
        send(
            assistant,
            path("/accounts"),
            "code",
            "5720001",
            "parent",
            "572",
            "kind",
            "asset",
            "nameEs",
            "Banco del Turia",
            "use",
            "bank");
    assertThat(added.getStatus()).isEqualTo(302);
    assertThat(text(owner, path("/accounts?q=turia"))).contains("5720001", "Banco del Turia");
    var again =
        send(assistant, path("/accounts"), "code", "5720001", "kind", "asset", "nameEs", "x");
    assertThat(again.getStatus()).isEqualTo(422);
    whatIsClosedStaysSoUnderAnotherName();
    post(owner, rent(80_000));
    var bank = as(owner, () -> chart.of(room).find("", "572").orFail());
    assertThat(text(owner, bank.href() + "?year=2026")).contains("Rent", "-€800.00");
    assertThat(text(owner, bank.href() + "?year=2025")).doesNotContain("Rent");
  }

  private void whatIsClosedStaysSoUnderAnotherName() throws Exception {
    var own = as(owner, () -> chart.of(room).find("", "5720001").orFail());
    var page = "/accounts/" + own.id();
    send(owner, path(page + "/closing"), "seen", "1", "closed", "true");
    var named = new String[] {"nameEs", "Banco del Segura", "nameEn", "Segura", "seen", "2"};
    assertThat(send(assistant, path(page + "/edit"), named).getStatus()).isEqualTo(302);
    var after = as(owner, () -> chart.get(room, own.id()));
    assertThat(after.nameEs()).isEqualTo("Banco del Segura");
    assertThat(after.open()).isFalse();
  }

  @Test
  void booksAreOpenedOnceByWhoMayPost() throws Exception {
    var marta = people.client("Marta");
    var other = workspaces.open(org.diestra.People.organisation(marta));
    var opening = "/w/" + other + "/books/opening";
    assertThat(show(marta, "/w/" + other + "/books").getRedirectedUrl()).isEqualTo(opening);
    assertThat(text(marta, opening)).contains("Plan General de Contabilidad");
    var fields = new String[] {"chart", "spain", "currency", "EUR", "month", "4", "begins", ""};
    assertThat(send(marta, opening, fields).getStatus()).isEqualTo(422);
    fields[7] = "2026-04-01";
    assertThat(send(marta, opening, fields).getStatus()).isEqualTo(302);
    assertThat(send(marta, opening, fields).getStatus()).isEqualTo(409);
    assertThat(show(owner, "/w/" + other + "/books").getStatus()).isEqualTo(404);
  }
}
