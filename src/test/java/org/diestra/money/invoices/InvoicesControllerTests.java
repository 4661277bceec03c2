package org.diestra.money.invoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.money.invoices.Sold.Pair;
import org.diestra.money.taxes.TaxedParties;
import org.diestra.platform.accounts.Viewer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultMatcher;

/** What both sides and the operator see of invoices. */
@HouseTest
class InvoicesControllerTests {
  @Autowired private Sold sold;
  @Autowired private Issuing issuing;
  @Autowired private Invoices invoices;
  @Autowired private TaxedParties parties;
  @Autowired private People people;
  @Autowired private MockMvc mvc;
  @Autowired private Clock clock;

  private void sees(Viewer viewer, String page, ResultMatcher... what) throws Exception {
    mvc.perform(get(page).with(signedIn(viewer))).andExpect(status().isOk()).andExpectAll(what);
  }

  private static ResultMatcher has(String text) {
    return content().string(containsString(text));
  }

  private Invoice issued(Pair pair) {
    issuing.all();
    return invoices.page(pair.seller(), null, null, null, 1).getFirst();
  }

  @Test
  void anAssistantSeesWhatWaitsAgreesAndGetsTheInvoice() throws Exception {
    var pair = sold.strangers();
    sold.sell(pair, 10_000);
    issuing.all();
    var rosa = pair.assistant();
    sees(rosa, "/money/invoices", has("Sin facturar todavía (1)"), has("Acepto"));
    mvc.perform(post("/money/invoices/consent").with(signedIn(rosa)).with(csrf()))
        .andExpect(status().is3xxRedirection());
    parties.spanishProfessional(rosa);
    parties.spanishBusiness(pair.client(), pair.business());
    var invoice = issued(pair);
    sees(rosa, "/money/invoices", has(invoice.number()), has("121,00"), has("Aceptaste el"));
    sees(pair.client(), "/money/invoices", has(invoice.number()), has("€6.00"));
    sees(pair.client(), invoice.href(), has("IRPF withheld 15"), has("November receipts"));
    sees(rosa, "/money/invoices?kind=FEE", content().string(not(containsString(invoice.number()))));
  }

  @Test
  void itsFilesAreForItsTwoSidesAlone() throws Exception {
    var pair = sold.ready();
    sold.sell(pair, 10_000);
    var invoice = issued(pair);
    mvc.perform(get(invoice.href() + ".pdf").with(signedIn(pair.client())))
        .andExpect(status().isOk())
        .andExpect(content().contentType("application/pdf"))
        .andExpect(content().string(startsWith("%PDF-")));
    mvc.perform(get(invoice.href() + ".xml").with(signedIn(pair.assistant())))
        .andExpect(status().isOk())
        .andExpect(has(invoice.number()));
    for (var ending : new String[] {"", ".pdf", ".xml"}) {
      mvc.perform(get(invoice.href() + ending).with(signedIn(people.client("Another"))))
          .andExpect(status().isNotFound());
    }
  }

  @Test
  void theOperatorCorrectsAndExportsTheYear() throws Exception {
    var pair = sold.ready();
    sold.sell(pair, 10_000);
    var invoice = issued(pair);
    var ana = people.operator("Ana");
    sees(ana, "/operator/invoices", has("All numbers whole"));
    for (var net : new String[] {"100.01", "25"}) {
      mvc.perform(
              post("/operator/invoices")
                  .with(signedIn(ana))
                  .with(csrf())
                  .param("number", invoice.number())
                  .param("net", net)
                  .param("because", "Less was done"))
          .andExpect(net.equals("25") ? status().is3xxRedirection() : status().is(422));
    }
    assertThat(invoices.corrections(invoice)).hasSize(1);
    int year = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).getYear();
    sees(
        ana,
        "/operator/tax/year/" + year + ".csv",
        has(",52345678,"),
        has(",2029-12-31,"),
        has(",75.00,"),
        has(",10.00\r\n"));
    mvc.perform(get("/operator/tax/year/" + year + ".csv").with(signedIn(pair.client())))
        .andExpect(status().isNotFound());
  }
}
