package org.diestra.money.invoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.money.ledger.Books.eur;

import java.io.IOException;
import org.diestra.HouseTest;
import org.diestra.platform.base.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a client is asked for, what is held, what is released, what reaches the assistant and what
 * the invoices say is the same to the cent.
 */
@HouseTest
class TaxesInEscrowTests extends TaxedHouse {
  /** Asked for, paid in, approved in two parts, invoiced. */
  @ParameterizedTest
  @EnumSource
  void aTaskComesToTheSameEverywhere(TaxCase it) throws IOException {
    known(it);
    var signed = payers.signed(client, assistant);
    var plan = plan(signed);
    assertThat(plan.tax().vat()).isEqualTo(it.vat);
    assertThat(plan.tax().withholding()).isEqualTo(it.withholding);
    var price = eur(10_007);
    var gross = plan.charges().gross(price);
    var task = tasks.agreed(signed, price);
    var payment = payers.opened(signed, task);
    assertThat(receipts.find(payment).orElseThrow().total())
        .isEqualTo(gross.plus(plan.charges().clientFee(price)));
    payers.fund(signed, task);
    assertThat(escrow(plan, task)).isEqualTo(gross);
    inTwoParts(signed, task);
    assertThat(escrow(plan, task)).isEqualTo(eur(0));
    assertThat(earned(plan)).isEqualTo(gross.minus(plan.charges().assistantFee(price)));
    assertThat(credit(plan)).isEqualTo(eur(0));
    var all = issued();
    assertThat(all).hasSize(2).allMatch(i -> i.due().isZero());
    assertThat(all).extracting(i -> i.treatment().reason()).containsOnly(it.reason);
    assertThat(sum(all, Invoice::paid)).isEqualTo(gross);
    assertThat(sum(all, Invoice::net)).isEqualTo(price);
    for (var invoice : all) {
      assertThat(papers.pdf(invoice)).isPresent(); // a validator of others finds nothing
    }
    checks.holdFor(signed);
    correctedInTwoSteps(all.getFirst());
  }

  /** What comes back by corrective invoices is what was handed over, to the cent. */
  private void correctedInTwoSteps(Invoice first) {
    var part = eur(1_117);
    var rest = first.net().minus(part);
    var one = invoices.correct(client.id(), first.number(), part, "Less").orFail();
    var two = invoices.correct(client.id(), first.number(), rest, "All of it").orFail();
    assertThat(one.due().plus(two.due())).isEqualTo(first.paid().negated());
  }

  @Test
  void whatIsCalledOffGoesBackWithItsTaxes() {
    known(TaxCase.VAT_AND_WITHHOLDING);
    var signed = payers.signed(client, assistant);
    var task = tasks.agreed(signed, eur(10_000));
    payers.fund(signed, task);
    tasks.cancel(signed, task);
    var fee = plan(signed).charges().clientFee(eur(10_000));
    assertThat(credit(plan(signed))).isEqualTo(eur(10_600).plus(fee));
    checks.holdFor(signed);
  }

  @Test
  void aDisputeSharesOutTaxesWithThePrice() {
    known(TaxCase.VAT_AND_WITHHOLDING);
    var signed = payers.signed(client, assistant);
    var task = tasks.agreed(signed, eur(10_000));
    payers.fund(signed, task);
    tasks.start(signed, task).orFail();
    tasks.deliver(signed, task);
    tasks.dispute(signed, task, Ids.fresh());
    checks.holdFor(signed);
    tasks.end(signed, task, eur(4_000));
    var charges = plan(signed).charges();
    var fee = charges.clientFee(eur(10_000)).minus(charges.clientFee(eur(4_000)));
    assertThat(earned(plan(signed))).isEqualTo(eur(4_240).minus(charges.assistantFee(eur(4_000))));
    assertThat(credit(plan(signed))).isEqualTo(eur(6_360).plus(fee));
    assertThat(issued()).singleElement().matches(i -> i.due().isZero());
    checks.holdFor(signed);
  }

  @Test
  void detailsThatComeLaterAreAskedForBeforeMoreIsReleased() {
    var signed = payers.signed(client, assistant);
    var task = tasks.agreed(signed, eur(10_000));
    payers.fund(signed, task);
    assertThat(escrow(plan(signed), task)).isEqualTo(eur(10_000));
    known(TaxCase.VAT_AND_WITHHOLDING);
    tasks.start(signed, task).orFail();
    tasks.deliver(signed, task);
    tasks.approve(signed, task).orFail();
    var first = sum(issued(), Invoice::paid);
    assertThat(eur(10_000).minus(first).minor()).isBetween(0L, 1L); // what so much pays with taxes
    checks.holdFor(signed);
    payers.fund(signed, task);
    var all = issued();
    assertThat(all).hasSize(2).allMatch(i -> i.due().isZero());
    assertThat(sum(all, Invoice::paid)).isEqualTo(eur(10_600));
    assertThat(earned(plan(signed))).isEqualTo(plan(signed).net(eur(10_000)));
    checks.holdFor(signed);
  }

  @Test
  void whatIsTooMuchWhereTaxesFellIsTheClientsAgain() {
    known(TaxCase.VAT_AND_WITHHOLDING);
    var signed = payers.signed(client, assistant);
    var task = tasks.agreed(signed, eur(10_000));
    payers.fund(signed, task);
    known(TaxCase.WITHHOLDING_ALONE);
    tasks.start(signed, task).orFail();
    tasks.deliver(signed, task);
    tasks.approve(signed, task).orFail();
    assertThat(credit(plan(signed))).isEqualTo(eur(2_100));
    assertThat(earned(plan(signed))).isEqualTo(plan(signed).net(eur(10_000)));
    assertThat(issued()).singleElement().matches(i -> i.due().isZero());
    checks.holdFor(signed);
  }

  @Test
  void aContractThatWasSignedBeforeGoesOnAsItWas() {
    var signed = payers.signed(client, assistant);
    house.call(() ->
        jdbc.sql("update payments.plan set taxed = false where contract = :contract")
            .param("contract", signed.id().value())
            .update());
    known(TaxCase.VAT_AND_WITHHOLDING);
    var task = tasks.agreed(signed, eur(10_000));
    payers.fund(signed, task);
    assertThat(escrow(plan(signed), task)).isEqualTo(eur(10_000));
    tasks.start(signed, task).orFail();
    tasks.deliver(signed, task);
    tasks.approve(signed, task).orFail();
    assertThat(issued()).singleElement().matches(i -> i.due().equals(eur(600)));
    checks.holdFor(signed);
  }
}
