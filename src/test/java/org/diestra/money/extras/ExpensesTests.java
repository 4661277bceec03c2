package org.diestra.money.extras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.diestra.money.ledger.Books.eur;
import static org.diestra.work.engagements.RunningContracts.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import org.diestra.HouseTest;
import org.diestra.money.extras.Expense.State;
import org.diestra.money.ledger.AtOnce;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.blobs.SampleFiles;
import org.junit.jupiter.api.Test;

/** An expense from the question to its receipt, and the ways on which it ends before. */
@HouseTest
class ExpensesTests extends SpendingTest {
  @org.springframework.beans.factory.annotation.Autowired private ExpenseWaits waits;

  @Test
  void lessThanTheCeilingIsReleasedAndTheRestIsCredit() throws Exception {
    var page = asked();
    sees(lucia(), page, has("Asked for"), has("Approve, and go on to pay"));
    sent(page);
    assertThat(now(page).state()).isEqualTo(State.APPROVED);
    mover.moveTo(clock.instant().plus(SLOW));
    sees(rosa(), page, has("Retenido, se puede gastar"), has("Entregar el justificante"));
    handed(page, "45,20");
    sees(lucia(), page, has("€45.20 go to the assistant, and €14.80 are your credit"));
    mvc.perform(get(page + "/receipt").with(signedIn(lucia()))).andExpect(status().isOk());
    done(lucia(), move(page, "acceptance"));
    assertThat(held()).isEqualTo(eur(4_520));
    assertThat(balance(plan.credit())).isEqualTo(eur(1_480));
    sees(rosa(), extras, has("A year of a domain"), has("Aceptado"));
    sees(rosa(), "/money", has("Gasto"), has(page));
    assertThat(due()).isEqualTo("Expense: A year of a domain 4520"); // as its client speaks
  }

  /** What is to be invoiced of this contract. */
  private String due() {
    return house.call(() ->
        jdbc.sql("select title || ' ' || price from invoices.due where contract = :contract")
            .param("contract", signed.id().value())
            .query(String.class)
            .single());
  }

  @Test
  void exactlyTheCeilingLeavesNothingAndSixteenClicksAreOne() throws Exception {
    var page = funded();
    handed(page, "60");
    var accept = String.valueOf(now(page).facts().version());
    AtOnce.of(
        16,
        () ->
            mvc.perform(
                    post(page + "/acceptance")
                        .param("seen", accept)
                        .with(signedIn(lucia()))
                        .with(csrf()))
                .andReturn());
    assertThat(held()).isEqualTo(eur(6_000));
    assertThat(balance(plan.credit())).isEqualTo(eur(0));
    var key = Ids.text(Ids.fresh());
    AtOnce.of(16, () -> done(rosa(), asking(key, "5")));
    assertThat(house.call(() -> store.of(signed.id(), 100))).hasSize(2);
  }

  @Test
  void aReceiptThatIsGivenBackIsMendedAndSilenceAcceptsIt() throws Exception {
    var page = funded();
    handed(page, "50");
    done(lucia(), move(page, "return"));
    sees(rosa(), page, has("The date is missing"), has("Justificante devuelto"));
    handed(page, "48");
    look(page); // too early
    assertThat(now(page).state()).isEqualTo(State.HANDED);
    mover.skipTo(clock.instant().plus(Expense.PATIENCE));
    look(page);
    look(page);
    assertThat(now(page).state()).isEqualTo(State.ACCEPTED);
    assertThat(held()).isEqualTo(eur(4_800));
    assertThat(balance(plan.credit())).isEqualTo(eur(1_200));
    sees(lucia(), page, has("by itself"));
  }

  private void look(String page) {
    times.due(id(page));
  }

  @Test
  void whatIsTakenBackAfterItWasPaidIsCredit() throws Exception {
    var page = funded();
    done(rosa(), move(page, "withdrawal"));
    assertThat(balance(plan.credit())).isEqualTo(eur(6_000));
    var next = asked();
    var fund = done(lucia(), move(next, "approval"));
    assertThat(fund).endsWith("/funding");
    done(lucia(), post(next + "/payments")); // the credit pays it at once
    assertThat(now(next).state()).isEqualTo(State.FUNDED);
    done(rosa(), move(next, "withdrawal"));
  }

  @Test
  void whatIsRefusedWhileItsMoneyIsOnItsWayIsCredit() throws Exception {
    var page = asked();
    sent(page);
    mvc.perform(
            post(page + "/refusal")
                .param("seen", "2")
                .param("words", " ")
                .with(signedIn(lucia()))
                .with(csrf()))
        .andExpect(status().isUnprocessableContent())
        .andExpectAll(has("Say why"));
    done(lucia(), move(page, "refusal"));
    mover.moveTo(clock.instant().plus(SLOW));
    assertThat(now(page).state()).isEqualTo(State.REFUSED);
    assertThat(balance(plan.credit())).isEqualTo(eur(6_000));
  }

  @Test
  void afterTheContractItIsStillDecidedAndWithoutAReceiptItLapses() throws Exception {
    var spent = funded();
    var idle = funded();
    var seen = engagements.find(signed.id()).orElseThrow().facts().version();
    as(lucia(), () -> engagements.leave(lucia(), signed.id(), seen, "Not safe").orFail());
    handed(spent, "60");
    done(lucia(), move(spent, "acceptance"));
    assertThat(held()).isEqualTo(eur(6_000));
    mover.skipTo(now(idle).facts().end());
    look(idle);
    look(idle);
    assertThat(now(idle).state()).isEqualTo(State.LAPSED);
    assertThat(balance(plan.credit())).isEqualTo(eur(6_000));
    mvc.perform(asking(Ids.text(Ids.fresh()), "5").with(signedIn(rosa())).with(csrf()))
        .andExpect(status().isConflict());
  }

  @Test
  void whatIsWrongIsSaidAndWhatWasTypedStays() throws Exception {
    mvc.perform(asking(Ids.text(Ids.fresh()), "0").with(signedIn(rosa())).with(csrf()))
        .andExpect(status().isUnprocessableContent())
        .andExpectAll(has("A year of a domain"));
    var page = funded();
    for (var wrong : new String[] {"", "0", "60.01", "x"}) {
      mvc.perform(
              receipt(page, wrong, "r.pdf", SampleFiles.pdf()).with(signedIn(rosa())).with(csrf()))
          .andExpect(status().isUnprocessableContent())
          .andExpectAll(has("60,00"), has("r.pdf"));
    }
    var text = "spent sixty".getBytes(StandardCharsets.UTF_8);
    mvc.perform(receipt(page, "60", "r.txt", text).with(signedIn(rosa())).with(csrf()))
        .andExpect(status().isUnprocessableContent())
        .andExpectAll(has("value=\"60\""), content().string(not(containsString("r.txt"))));
  }

  @Test
  void eachSideDoesItsOwnAndStrangersFindNothing() throws Exception {
    var page = asked();
    var other = payers.signed();
    for (var what : new String[] {"approval", "refusal", "acceptance", "return"}) {
      for (var viewer : new Viewer[] {rosa(), other.client()}) {
        mvc.perform(move(page, what).with(signedIn(viewer)).with(csrf()))
            .andExpect(status().isNotFound());
      }
    }
    for (var viewer : new Viewer[] {lucia(), other.assistant()}) {
      mvc.perform(move(page, "withdrawal").with(signedIn(viewer)).with(csrf()))
          .andExpect(status().isNotFound());
      mvc.perform(asking(Ids.text(Ids.fresh()), "5").with(signedIn(viewer)).with(csrf()))
          .andExpect(status().isNotFound());
    }
    mvc.perform(get(page).with(signedIn(other.client()))).andExpect(status().isNotFound());
    var elsewhere = page.replace(signed.href(), other.href());
    mvc.perform(get(elsewhere).with(signedIn(other.client()))).andExpect(status().isNotFound());
    mvc.perform(move(page, "acceptance").with(signedIn(lucia())).with(csrf()))
        .andExpect(status().is3xxRedirection()); // and says that it has moved on
    assertThat(now(page).state()).isEqualTo(State.ASKED);
  }

  @Test
  void aPaymentThatIsOnItsWayIsNotAskedForAgain() throws Exception {
    var page = asked();
    done(lucia(), move(page, "approval"));
    assertThat(waiting()).contains("extras.wait.approved");
    var payment = done(lucia(), post(page + "/payments"));
    done(lucia(), post(payment.replace("payments", "pretend-bank")).param("wish", "pay"));
    assertThat(waiting()).doesNotContain("extras.wait.approved");
    mover.moveTo(clock.instant().plus(SLOW));
    assertThat(now(page).state()).isEqualTo(State.FUNDED);
  }

  private java.util.List<String> waiting() {
    return as(lucia(), () -> waits.of(lucia())).stream()
        .map(org.diestra.platform.home.Wait::key)
        .toList();
  }
}
