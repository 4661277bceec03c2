package org.diestra.money.payouts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.Objects;
import org.diestra.HouseTest;
import org.diestra.OpenSessions;
import org.diestra.StatementCount;
import org.diestra.money.payouts.Payout.State;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.mail.LastMail;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.ResultMatcher;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The pages of assistants and operators. */
@HouseTest
class PayoutsControllerTests extends PayingTest {
  private static final String PROOF = "/settings/security/proof?next=";
  @Autowired private MockMvc mvc;
  @Autowired private OpenSessions sessions;

  private void sees(Viewer viewer, String page, ResultMatcher... what) throws Exception {
    mvc.perform(get(page).with(signedIn(viewer))).andExpect(status().isOk()).andExpectAll(what);
  }

  private static ResultMatcher has(String text) {
    return content().string(containsString(text));
  }

  /** By somebody who has just signed in. */
  private ResultActions proved(Viewer viewer, MockHttpServletRequestBuilder request)
      throws Exception {
    var session = sessions.provenCookie(viewer.id(), clock.instant());
    return mvc.perform(request.cookie(new Cookie("session", session)).with(csrf()));
  }

  private ResultActions details(String iban) throws Exception {
    return proved(
        rosa,
        post("/money/payouts/details")
            .param("way", "iban")
            .param("iban", iban)
            .param("holder", "Rosa Peña")
            .param("street", "Carrer Major")
            .param("town", "València")
            .param("country", "ES"));
  }

  @Test
  void anAssistantAsksAndCallsOff() throws Exception {
    sees(rosa, "/money/payouts", has("100,00"), has("ES91 ···· 1332"), has("Cobrar"));
    var form = "/money/payouts/new?rail=%s&currency=EUR".formatted(book.rail());
    sees(rosa, form, has("value=\"100,00\""));
    var id = Ids.text(Ids.fresh());
    for (int i = 0; i < 2; i++) {
      mvc.perform(asked(id, "60,50")).andExpect(redirectedUrl("/money/payouts/" + id));
    }
    sees(rosa, "/money/payouts/" + id, has("60,50"), has("Pedido"), has("Anularlo"));
    sees(rosa, "/money/payouts", has("39,50"), has("60,50"));
    mvc.perform(post("/money/payouts/" + id + "/cancellation").with(signedIn(rosa)).with(csrf()))
        .andExpect(status().is3xxRedirection());
    sees(rosa, "/money/payouts", has("100,00"));
    sees(
        rosa,
        "/money/payouts/" + id,
        has("Lo anulaste"),
        content().string(not(containsString("Anularlo"))));
  }

  private MockHttpServletRequestBuilder asked(String id, String amount) {
    return (MockHttpServletRequestBuilder)
        post("/money/payouts")
            .param("id", id)
            .param("rail", book.rail())
            .param("currency", "EUR")
            .param("amount", amount)
            .with(signedIn(rosa))
            .with(csrf());
  }

  @Test
  void aWrongAmountIsSaidAtItsFieldAndKept() throws Exception {
    for (var typed : new String[] {"", "mucho", "-5", "100,01", "9,99"}) {
      mvc.perform(asked(Ids.text(Ids.fresh()), typed))
          .andExpect(status().is(422))
          .andExpectAll(has("amount-why"), has("value=\"" + typed));
    }
  }

  @Test
  void newDetailsWantAFreshProof() throws Exception {
    mvc.perform(get("/money/payouts/details/new").with(signedIn(rosa)))
        .andExpect(redirectedUrl(PROOF + "%2Fmoney%2Fpayouts%2Fdetails%2Fnew"));
    mvc.perform(post("/money/payouts/details").with(signedIn(rosa)).with(csrf()))
        .andExpect(redirectedUrl(PROOF + "%2Fmoney%2Fpayouts%2Fdetails%2Fnew"));
    details("DE89 3704 0044 0532 0130 01")
        .andExpect(status().is(422))
        .andExpectAll(has("iban-why"), has("DE89 3704 0044 0532 0130 01"), has("Carrer Major"));
    details("DE89 3704 0044 0532 0130 00").andExpect(redirectedUrl("/money/payouts/details"));
    sees(
        rosa,
        "/money/payouts/details",
        has("DE89 ···· 3000"),
        has("ES91 ···· 1332"),
        content().string(not(containsString("Carrer Major"))));
  }

  @Test
  void whoeverReadsTheMailStopsItWithoutSigningIn() throws Exception {
    details("DE89370400440532013000").andExpect(status().is3xxRedirection());
    var link = LastMail.to(jdbc, rosa.email()).orElseThrow().link("/money/payouts/stop/");
    mvc.perform(get(link)).andExpect(status().isOk());
    assertThat(freezes.since(rosa.id())).isEmpty();
    mvc.perform(post(link).with(csrf())).andExpect(status().isOk());
    assertThat(freezes.since(rosa.id())).isPresent();
    mvc.perform(get("/money/payouts/stop/x")).andExpect(status().isNotFound());
    sees(ada, "/operator/payouts", has("Rosa Peña"), has("Stopped by their owners"));
  }

  @Test
  void somebodyElsesPayoutIsNotFound() throws Exception {
    var id = Ids.text(earners.asks(rosa, book, 2_000).facts().id());
    var eve = earners.settled("Eve");
    mvc.perform(get("/money/payouts/" + id).with(signedIn(eve))).andExpect(status().isNotFound());
    mvc.perform(post("/money/payouts/" + id + "/cancellation").with(signedIn(eve)).with(csrf()))
        .andExpect(status().isNotFound());
    for (var page : new String[] {"", "/batches/" + id, "/batches/" + id + "/file"}) {
      mvc.perform(get("/operator/payouts" + page).with(signedIn(eve)))
          .andExpect(status().isNotFound());
    }
  }

  @Test
  void twoOperatorsTakeItToTheBank() throws Exception {
    var asked = earners.asks(rosa, book, 9_000);
    var id = Ids.text(asked.facts().id());
    var seen = Ids.text(payees.of(rosa.id()).orElseThrow().id());
    sees(ada, "/operator/payouts", has(id + "." + seen), has("ES91 ···· 1332"));
    mvc.perform(
            post("/operator/payouts/approvals")
                .param("payout", id + "." + seen)
                .with(signedIn(ada))
                .with(csrf()))
        .andExpect(redirectedUrl(PROOF + "%2Foperator%2Fpayouts"));
    assertThat(state(asked)).isEqualTo(State.REQUESTED);
    proved(ada, post("/operator/payouts/approvals").param("payout", id + "." + seen))
        .andExpect(redirectedUrl("/operator/payouts"));
    sees(ada, "/operator/payouts", has("You approved all of it"));
    var page =
        Objects.requireNonNull(
            proved(
                    bert,
                    post("/operator/payouts/batches")
                        .param("rail", book.rail())
                        .param("currency", "EUR")
                        .param("sepa", "true")
                        .param("payout", id))
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    assertThat(page).startsWith("/operator/payouts/batches/");
    sees(bert, page, has("Rosa Peña"), has("SHA-256"), has("pain.001"));
    sees(bert, page + "/file", has("<InstdAmt Ccy=\"EUR\">90.00</InstdAmt>"));
    proved(bert, post(page + "/payments").param("all", "true").param("reference", "N26 77"))
        .andExpect(redirectedUrl(page));
    assertThat(state(asked)).isEqualTo(State.PAID);
    proved(bert, post(page + "/returns").param("payout", id).param("reason", "closed"))
        .andExpect(redirectedUrl(page));
    sees(rosa, "/money/payouts/" + id, has("La cuenta está cerrada o bloqueada"));
    proved(bert, post(page + "/payments").param("payout", Ids.text(Ids.fresh())))
        .andExpect(status().isNotFound());
  }

  @Test
  void manyRequestsTakeAsManyStatementsAsOne() throws Exception {
    earners.asks(rosa, book, 1_000);
    int one = cost();
    for (int i = 0; i < 5; i++) {
      earners.asks(rosa, book, 1_000);
    }
    assertThat(cost()).isEqualTo(one);
  }

  private int cost() throws Exception {
    return StatementCount.during(
            () -> {
              sees(rosa, "/money/payouts");
              sees(ada, "/operator/payouts");
            })
        .size();
  }
}
