package org.diestra.money.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diestra.money.ledger.Books.eur;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.UUID;
import org.diestra.OpenSessions;
import org.diestra.People;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.AtOnce;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.data.HouseRights;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A bank says it often, or nonsense, and what an operator does about it. */
class ChargebackCasesTests extends ChargedTask {
  @Autowired private People people;
  @Autowired private OpenSessions sessions;
  @Autowired private HouseRights house;
  @Autowired private JdbcClient jdbc;
  @Autowired private MockMvc mvc;

  @Test
  void saidAHundredTimesItIsTakenOnce() throws Exception {
    approved();
    var before = of(Account.clientMoney());
    AtOnce.of(
        64,
        () -> {
          taken();
          return reference;
        });
    assertThat(of(Account.clientMoney())).isEqualTo(before.minus(PAID));
    AtOnce.of(
        64,
        () -> {
          returned();
          return reference;
        });
    assertThat(of(Account.clientMoney())).isEqualTo(before);
    assertThat(held()).isEqualTo(NET);
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThatThrownBy(() -> chargebacks.taken(UUID.randomUUID(), PAID, "x"))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> chargebacks.taken(payment, PAID.plus(eur(1)), reference))
        .isInstanceOf(IllegalArgumentException.class);
    taken();
    assertThatThrownBy(() -> chargebacks.taken(payment, PRICE, reference))
        .isInstanceOf(IllegalStateException.class);
    assertThat(chargebacks.of(UUID.randomUUID())).isEmpty();
  }

  @Test
  void anOperatorSaysThatItWasPaidElsewhere() throws Exception {
    approved();
    taken();
    var page = "/operator/chargebacks/" + Ids.text(id());
    ask(get(page)).andExpect(content().string(containsString(reference)));
    ask(post(page + "/settlement")).andExpect(status().isUnprocessableContent());
    ask(post(page + "/settlement").param("words", "Cheque of 3 May"))
        .andExpect(status().is3xxRedirection());
    assertThat(held()).isEqualTo(NET);
    assertThat(owed()).isEqualTo(eur(0));
    ask(post(page + "/settlement").param("words", "Again")).andExpect(status().isConflict());
    ask(get("/operator/chargebacks")).andExpect(content().string(containsString(page)));
  }

  private UUID id() {
    return house.call(() ->
        jdbc.sql("select id from chargebacks.chargeback where payment = :payment")
            .param("payment", payment)
            .query(UUID.class)
            .single());
  }

  /** As an operator who has just proved who they are. */
  private ResultActions ask(MockHttpServletRequestBuilder request) throws Exception {
    var operator = people.operator("Olga");
    var session = new Cookie("session", sessions.provenCookie(operator.id(), clock.instant()));
    return mvc.perform(request.cookie(session).with(csrf()));
  }

  @Test
  void hoursLoseTheirDepositAndNoMore() {
    var hourly = payers.hourly();
    var hours = plans.of(hourly.id()).orElseThrow();
    var paid =
        house.call(() ->
            jdbc.sql("select id from payments.pay_in where contract = :contract")
                .param("contract", hourly.id().value())
                .query(UUID.class)
                .single());
    var all = of(hours.deposit()).plus(of(hours.depositFee()));
    assertThat(all.isPositive()).isTrue();
    chargebacks.taken(paid, all, "case " + paid);
    assertThat(of(hours.deposit()).plus(of(hours.depositFee()))).isEqualTo(eur(0));
    assertThat(of(Account.receivable(hours.client().value()))).isEqualTo(eur(0));
    checks.holdFor(hourly);
  }
}
