package org.diestra.money.extras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.money.ledger.Books.eur;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import org.diestra.HouseTest;
import org.diestra.money.invoices.Invoiced;
import org.diestra.money.invoices.Invoices;
import org.diestra.money.payments.Subject;
import org.diestra.money.taxes.TaxedParties;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What is paid beside the work bears the taxes of the work: here 21 % on top, and 15 % kept back.
 */
@HouseTest
class TaxedExtrasTests extends SpendingTest {
  @Autowired private Invoiced invoiced;
  @Autowired private Invoices invoices;
  @Autowired private TaxedParties parties;

  /** Nothing is left to settle beside what was paid. */
  private void invoicedWithNothingDue() {
    invoiced.issue();
    var entry = ledger.statement(plan.assistant().value(), null, 1).getFirst().entry();
    assertThat(invoices.due(List.of(entry))).containsEntry(entry, eur(0));
  }

  @Test
  void anExpenseIsPaidInWithItsTaxesAndReleasedWithThoseOfWhatWasSpent() throws Exception {
    invoiced.spanish(lucia(), rosa());
    var page = asked();
    var fund = done(lucia(), move(page, "approval"));
    sees(lucia(), fund, has("VAT, 21 %"), has("€63.60"));
    payers.fund(signed, Subject.extra(signed.id(), id(page)));
    assertThat(balance(plan.extra(id(page)))).isEqualTo(eur(6_360));
    parties.colombian(rosa()); // what was paid in keeps its taxes
    handed(page, "45,20");
    done(lucia(), move(page, "acceptance"));
    assertThat(held()).isEqualTo(eur(4_791));
    assertThat(balance(plan.credit())).isEqualTo(eur(1_569));
    invoicedWithNothingDue();
  }

  @Test
  void aTipReachesTheAssistantWithItsVat() throws Exception {
    invoiced.spanish(lucia(), rosa());
    var tip = done(lucia(), post(extras + "/tip").param("amount", "10").param("words", ""));
    payers.fund(signed, Subject.extra(signed.id(), id(tip.replace("/funding", ""))));
    assertThat(held()).isEqualTo(eur(1_060));
    assertThat(balance(plan.credit())).isEqualTo(eur(0));
    invoicedWithNothingDue();
  }
}
