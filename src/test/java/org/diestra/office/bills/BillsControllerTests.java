package org.diestra.office.bills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.diestra.platform.base.Ids;
import org.diestra.platform.blobs.SampleFiles;
import org.diestra.platform.data.Caller;
import org.diestra.platform.timers.Every;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;

/** Suppliers, their bills and what is owed, as both sides have them before them. */
class BillsControllerTests extends BillsDesk {
  @Autowired private List<Every> rounds;

  private String path(String rest) {
    return "/w/" + room + "/books" + rest;
  }

  private static String last(String location) {
    return location.substring(location.lastIndexOf('/') + 1);
  }

  @Test
  void aBillGoesFromItsSupplierToTheBooksAndIsPaidInParts() throws Exception {
    var added =
        send(
            assistant,
            path("/parties"),
            "side",
            "supplier",
            "name",
            "Inmuebles Turia",
            "country",
            "ES",
            "taxId",
            "B-58378431",
            "days",
            "15",
            "treatment",
            "charged",
            "withholding",
            "19",
            "usual",
            "621",
            "language",
            "es");
    assertThat(added.getStatus()).as(added.getContentAsString()).isEqualTo(302);
    var partner = text(owner, added.getRedirectedUrl());
    assertThat(partner).contains("Inmuebles Turia", "B58378431", "15 days", "19 %");
    var file =
        new MockMultipartFile(
            "brought", "alquiler.png", "image/png", SampleFiles.picture("png", 64, 48));
    var entered =
        mvc.perform(
                multipart(path("/bills"))
                    .file(file)
                    .content(new byte[500]) // the gate asks for a length
                    .param("key", Ids.text(Ids.fresh()))
                    .param("party", "b58378431")
                    .param("number", "T-3")
                    .param("day", "2026-03-01")
                    .param("text-0", "Alquiler de marzo")
                    .param("account-0", "")
                    .param("net-0", "950,00")
                    .param("vat-0", "21")
                    .param("total", "969")
                    .with(signedIn(assistant))
                    .with(csrf()))
            .andReturn()
            .getResponse();
    assertThat(entered.getStatus())
        .as(entered.getContentAsString(StandardCharsets.UTF_8))
        .isEqualTo(302);
    var href = entered.getRedirectedUrl();
    var bill = text(owner, href);
    assertThat(bill)
        .contains("T-3", "Alquiler de marzo", "€969.00", "-€180.50", "alquiler.png")
        .contains("To be posted", "Mar 16, 2026");
    var id = org.diestra.office.dues.DueId.of(last(href));
    assertThat(text(owner, path("/entries/" + standing(id).due().entry())))
        .contains("Inmuebles Turia, T-3", href);
    post(id);
    assertThat(text(owner, path("/aged"))).contains("Inmuebles Turia", "€969.00");
    var pay = path("/dues/" + last(href));
    assertThat(text(owner, pay)).contains("value=\"969.00\"", "572 · Bank");
    var key = Ids.text(Ids.fresh());
    for (int twice = 0; twice < 2; twice++) {
      var paid = send(owner, pay, "key", key, "day", "2026-03-20", "amount", "500", "from", "572");
      assertThat(paid.getStatus()).isEqualTo(302);
    }
    assertThat(standing(id).remaining()).isEqualTo(eur(46_900));
    assertThat(text(owner, href)).contains("Partly paid", "€469.00 left");
    var tooMuch =
        send(
            owner,
            pay,
            "key",
            Ids.text(Ids.fresh()),
            "day",
            "2026-03-20",
            "amount",
            "469.01",
            "from",
            "572");
    assertThat(tooMuch.getStatus()).isEqualTo(422);
    assertThat(tooMuch.getContentAsString(StandardCharsets.UTF_8)).contains("469.01", "€469.00");
    assertThat(text(owner, path("/aged/supplier?age=older"))).contains("T-3", "€469.00", "late");
    assertThat(text(owner, path("/bills?show=late&q=turia"))).contains("T-3");
    assertThat(text(owner, path("/bills?show=paid"))).doesNotContain("T-3");
  }

  @Test
  void whatIsWrongIsSaidAtItsFieldAndWhatWasTypedStays() throws Exception {
    var wrong =
        send(
            assistant,
            path("/bills"),
            "party",
            "nobody <b>",
            "number",
            "",
            "day",
            "tomorrow",
            "net-0",
            "12,5O",
            "text-0",
            "x",
            "account-0",
            "9999",
            "vat-0",
            "210");
    assertThat(wrong.getStatus()).isEqualTo(422);
    assertThat(wrong.getContentAsString(StandardCharsets.UTF_8))
        .contains("party-why", "number-why", "day-why", "net-0-why", "account-0-why", "vat-0-why")
        .contains("12,5O", "nobody &lt;b>");
    var party =
        send(
            assistant,
            path("/parties"),
            "side",
            "customer",
            "name",
            "",
            "country",
            "ES",
            "taxId",
            "12345678A",
            "iban",
            "ES00 0000",
            "days",
            "400",
            "treatment",
            "cost");
    assertThat(party.getStatus()).isEqualTo(422);
    assertThat(party.getContentAsString(StandardCharsets.UTF_8))
        .contains("name-why", "taxId-why", "iban-why", "days-why", "treatment-why", "12345678A");
    var more = send(assistant, path("/bills"), "net-0", "1", "do", "more");
    assertThat(more.getContentAsString(StandardCharsets.UTF_8)).contains("net-3");
  }

  @Test
  void aTotalOfAFewCentsMoreGoesToTheVatAndAnythingElseIsAskedAbout() throws Exception {
    var fields =
        new String[] {
          "party",
          "Les Punxes",
          "number",
          "C-1",
          "day",
          "2026-03-01",
          "net-0",
          "10.01",
          "text-0",
          "Bags",
          "account-0",
          "602",
          "vat-0",
          "21",
          "total",
          "12.12"
        };
    var sent = send(assistant, path("/bills"), fields);
    assertThat(sent.getStatus()).as(sent.getContentAsString()).isEqualTo(302);
    assertThat(text(owner, sent.getRedirectedUrl())).contains("€12.12", "€2.11");
    fields[3] = "C-2";
    fields[15] = "13.12";
    var off = send(assistant, path("/bills"), fields);
    assertThat(off.getStatus()).isEqualTo(422);
    assertThat(off.getContentAsString(StandardCharsets.UTF_8)).contains("total-why", "12,11");
    fields[13] = "0"; // no VAT to which a cent could go
    fields[15] = "10.02";
    assertThat(send(assistant, path("/bills"), fields).getStatus()).isEqualTo(422);
    fields[15] = "10.01";
    assertThat(send(assistant, path("/bills"), fields).getStatus()).isEqualTo(302);
  }

  @Test
  void anEntryOfABillIsChangedWithItsBill() throws Exception {
    var id = enter(assistant, paper(wholesaler, "21", 100));
    var entry = path("/entries/" + standing(id).due().entry());
    send(owner, entry + "/return", "seen", "2", "reason", "It is 120");
    assertThat(text(owner, path("/bills/" + id))).contains("Returned");
    var edit = show(assistant, entry + "/edit");
    assertThat(edit.getRedirectedUrl()).isEqualTo(path("/bills/" + id));
    send(assistant, entry + "/removal", "seen", "3");
    assertThat(standing(id).party()).isEqualTo("Les Punxes");
    var mended = paper(wholesaler, "21", 120);
    as(assistant, () -> bills.change(desk(assistant), id, 1, mended, Bills.Papers.NONE).orFail());
    post(id);
    assertThat(on(id, "600")).isEqualTo(120);
  }

  @Test
  void whatIsLateIsToldOnceToThoseWhoWorkInTheBooks() throws Exception {
    post(enter(assistant, paper(wholesaler, "L-1", 10_000)));
    enter(assistant, paper(wholesaler, "L-2", 10_000)); // not posted: nobody owes it yet
    Caller.house().run(late().work());
    var said = text(owner, "/notifications");
    assertThat(said).contains("one bill of a supplier is overdue");
    Caller.house().run(late().work());
    assertThat(times(text(owner, "/notifications"), "overdue")).isEqualTo(times(said, "overdue"));
    assertThat(said).contains("€121.00");
    assertThat(text(assistant, "/notifications"))
        .contains("una factura de un proveedor ha vencido");
  }

  private static int times(String text, String word) {
    return text.split(word, -1).length;
  }

  private Every late() {
    return rounds.stream().filter(one -> one.name().equals("dues:late")).findFirst().orElseThrow();
  }
}
