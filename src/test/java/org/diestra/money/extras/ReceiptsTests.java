package org.diestra.money.extras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.diestra.money.ledger.Books.eur;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import org.diestra.HouseTest;
import org.diestra.money.extras.Expense.State;
import org.diestra.platform.base.Ids;
import org.junit.jupiter.api.Test;

/** What keeps either side of an expense from losing by the other's silence, or by a slip. */
@HouseTest
class ReceiptsTests extends SpendingTest {
  private void days(int days) {
    mover.skipTo(clock.instant().plus(Duration.ofDays(days)));
  }

  @Test
  void whatWasGivenBackWaitsTwoWeeksForAnotherReceipt() throws Exception {
    var page = funded();
    handed(page, "50");
    done(lucia(), move(page, "return"));
    days(13);
    assertThat(now(page).state()).isEqualTo(State.RETURNED);
    assertThat(warned()).isEqualTo(1);
    handed(page, "50"); // it was right
    days(13);
    assertThat(now(page).state()).isEqualTo(State.HANDED);
    days(2);
    assertThat(now(page).state()).isEqualTo(State.ACCEPTED);
  }

  @Test
  void whatWasGivenBackAndNobodyMendsIsTheClientsAgain() throws Exception {
    var page = funded();
    handed(page, "50");
    done(lucia(), move(page, "return"));
    days(15);
    assertThat(now(page).state()).isEqualTo(State.LAPSED);
    assertThat(held()).isEqualTo(eur(0));
    assertThat(balance(plan.credit())).isEqualTo(eur(6_000));
  }

  private long warned() {
    return jdbc.sql(
            """
            select count(*) from notifications.notice
            where recipient = :person and key = 'extras.notice.expense.lapsing'
            """)
        .param("person", rosa().id().value())
        .query(Long.class)
        .single();
  }

  @Test
  void aReceiptThatWasGivenBackCanStillBeAccepted() throws Exception {
    var page = funded();
    handed(page, "50");
    done(lucia(), move(page, "return"));
    sees(lucia(), page, has("Accept the receipt"));
    done(lucia(), move(page, "acceptance"));
    assertThat(now(page).state()).isEqualTo(State.ACCEPTED);
    assertThat(held()).isEqualTo(eur(5_000));
    assertThat(balance(plan.credit())).isEqualTo(eur(1_000));
  }

  @Test
  void anEarlierReceiptCanStillBeLookedAt() throws Exception {
    var page = funded();
    handed(page, "50");
    var first = page + "/receipts/" + now(page).facts().version();
    done(lucia(), move(page, "return"));
    done(rosa(), move(page, "withdrawal"));
    sees(lucia(), page, has(first));
    mvc.perform(get(first).with(signedIn(lucia()))).andExpect(status().isOk());
    mvc.perform(get(page + "/receipts/1").with(signedIn(lucia()))).andExpect(status().isNotFound());
  }

  @Test
  void whatIsPaidLateMayStillBeSpentForTwoWeeks() throws Exception {
    var page = asked();
    done(lucia(), move(page, "approval"));
    mover.skipTo(now(page).facts().end().minus(Duration.ofHours(1)));
    var payment = done(lucia(), post(page + "/payments"));
    done(lucia(), post(payment.replace("payments", "pretend-bank")).param("wish", "pay"));
    mover.moveTo(clock.instant().plus(SLOW));
    assertThat(now(page).state()).isEqualTo(State.FUNDED);
    days(13);
    assertThat(now(page).state()).isEqualTo(State.FUNDED);
    days(2);
    assertThat(now(page).state()).isEqualTo(State.LAPSED);
  }

  @Test
  void aFormThatIsSentAgainWithSomethingElseIsSaidToBeUsed() throws Exception {
    var key = Ids.text(Ids.fresh());
    var page = done(rosa(), asking(key, "60"));
    assertThat(done(rosa(), asking(key, "60"))).isEqualTo(page);
    mvc.perform(asking(key, "80").with(signedIn(rosa())).with(csrf()))
        .andExpect(status().isConflict())
        .andExpectAll(has("value=\"80\""), has("Con este formulario ya pediste"));
    assertThat(now(page).facts().ceiling()).isEqualTo(eur(6_000));
  }

  @Test
  void noMoreThanTenThousandInThirtyDays() throws Exception {
    done(rosa(), asking(Ids.text(Ids.fresh()), "9999"));
    mvc.perform(asking(Ids.text(Ids.fresh()), "2").with(signedIn(rosa())).with(csrf()))
        .andExpect(status().isConflict());
    days(31);
    done(rosa(), asking(Ids.text(Ids.fresh()), "2"));
  }

  @Test
  void silenceIsRemindedOfAndStandsOnTheHomePage() throws Exception {
    var page = funded();
    sees(rosa(), "/home", has("Falta el justificante"));
    handed(page, "50");
    sees(lucia(), "/home", has("A receipt is to be looked at"));
    days(10);
    mover.moveTo(clock.instant().plusSeconds(1));
    sees(lucia(), "/notifications", has("In four days the receipt for"));
    done(lucia(), move(page, "acceptance"));
  }

  @Test
  void whatATimerHasLostIsFoundAgain() throws Exception {
    var page = funded();
    handed(page, "50");
    timers.cancel(ExpenseTimes.DUE, Ids.text(id(page)));
    days(15); // the house has looked for such ones on the way
    mover.moveTo(clock.instant().plusSeconds(1));
    assertThat(now(page).state()).isEqualTo(State.ACCEPTED);
  }
}
