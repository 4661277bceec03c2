package org.diestra.money.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.diestra.money.ledger.Books.eur;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.LocalDate;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.Ledger;
import org.diestra.platform.base.Money;
import org.diestra.platform.timers.ClockMover;
import org.diestra.work.contracts.SignedContracts.Signed;
import org.diestra.work.tasks.PricedTasks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** The house changes its fees between two contracts: each keeps those that both sides signed. */
@HouseTest
class FeeChangeTests {
  @Autowired private Payers payers;
  @Autowired private PricedTasks tasks;
  @Autowired private People people;
  @Autowired private Plans plans;
  @Autowired private Ledger ledger;
  @Autowired private MoneyChecks checks;
  @Autowired private MockMvc mvc;
  @Autowired private ClockMover mover;
  @Autowired private Clock clock;
  @Autowired private JdbcClient jdbc;

  @AfterEach
  void theHouseIsFreeAgainForOtherTests() {
    jdbc.sql("delete from fees.step where client_bp = 317 and assistant_bp = 711").update();
  }

  @Test
  void aNewFeeIsOfWhatIsSignedAfterIt() throws Exception {
    var before = payers.asTheHouseTakes();
    var olga = people.operator("Olga");
    var day = LocalDate.ofInstant(clock.instant(), olga.zone()).plusDays(1);
    mvc.perform(
            post("/operator/fees")
                .param("client", "3.17")
                .param("assistant", "7.11")
                .param("from", day.toString())
                .with(signedIn(olga))
                .with(csrf()))
        .andExpect(status().is3xxRedirection());
    mover.skipTo(day.atStartOfDay(olga.zone()).plusHours(1).toInstant());
    var after = payers.asTheHouseTakes();
    for (var signed : new Signed[] {before, after}) {
      var task = tasks.agreed(signed, eur(10_000));
      payers.fund(signed, task);
      tasks.start(signed, task).orFail();
      tasks.deliver(signed, task);
      tasks.approve(signed, task).orFail();
      checks.holdFor(signed);
    }
    assertThat(held(before)).isEqualTo(eur(10_000));
    assertThat(held(after)).isEqualTo(eur(9_289));
    assertThat(plans.of(before.id()).orElseThrow().total(eur(10_000))).isEqualTo(eur(10_000));
    assertThat(plans.of(after.id()).orElseThrow().total(eur(10_000))).isEqualTo(eur(10_317));
  }

  private Money held(Signed signed) {
    var plan = plans.of(signed.id()).orElseThrow();
    return ledger.balance(plan.book(), Account.held(plan.assistant().value()));
  }
}
