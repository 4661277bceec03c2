package org.diestra.money.invoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.money.ledger.Books.eur;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.hiring.talent.Assistants;
import org.diestra.money.billing.HoursChecks;
import org.diestra.money.invoices.Invoice.Kind;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.payments.MoneyChecks;
import org.diestra.money.payments.Payers;
import org.diestra.money.payments.Plan;
import org.diestra.money.payments.Plans;
import org.diestra.money.payments.Receipts;
import org.diestra.money.taxes.Taxes;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.data.HouseRights;
import org.diestra.work.contracts.SignedContracts.Signed;
import org.diestra.work.tasks.PricedTasks;
import org.diestra.work.tasks.TaskId;
import org.diestra.work.time.RecordedHours;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a client is asked for, what is held, what is released, what reaches the assistant and what
 * the invoices say is the same to the cent.
 */
@HouseTest
class TaxesInEscrowTests {
  @Autowired private Payers payers;
  @Autowired private PricedTasks tasks;
  @Autowired private RecordedHours hours;
  @Autowired private MoneyChecks checks;
  @Autowired private HoursChecks weeks;
  @Autowired private Receipts receipts;
  @Autowired private Plans plans;
  @Autowired private Ledger ledger;
  @Autowired private Taxes taxes;
  @Autowired private Invoiced invoiced;
  @Autowired private Invoices invoices;
  @Autowired private Consents consents;
  @Autowired private Papers papers;
  @Autowired private People people;
  @Autowired private Assistants assistants;
  @Autowired private HouseRights house;
  @Autowired private JdbcClient jdbc;
  private Viewer client;
  private Viewer assistant;
  private UUID business;

  @BeforeEach
  void bothAreThere() {
    client = people.client("Lucía Ferrer");
    assistant = assistants.published("Rosa Peña");
    business = People.organisation(client).value();
    consents.sign(assistant, "I agree");
  }

  private void known(TaxCase it) {
    taxes.keep(assistant.id(), it.seller(assistant.id().value()));
    taxes.keep(client.id(), it.buyer(business));
  }

  private Plan plan(Signed signed) {
    return plans.of(signed.id()).orElseThrow();
  }

  private Money earned(Plan plan) {
    var person = assistant.id().value();
    return ledger
        .balance(plan.book(), Account.held(person))
        .plus(ledger.balance(plan.book(), Account.available(person)));
  }

  private Money credit(Plan plan) {
    return ledger.balance(plan.book(), plan.credit());
  }

  private List<Invoice> issued() {
    invoiced.issue();
    return invoices.page(assistant.id().value(), null, Kind.WORK, null, 100);
  }

  private static Money sum(List<Invoice> all, Function<Invoice, Money> what) {
    return all.stream().map(what).reduce(eur(0), Money::plus);
  }

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

  private void inTwoParts(Signed signed, TaskId task) {
    tasks.start(signed, task).orFail();
    tasks.deliver(signed, task);
    tasks.approvePart(signed, task, eur(3_331));
    tasks.start(signed, task);
    tasks.deliver(signed, task);
    tasks.approve(signed, task).orFail();
  }

  /** What comes back by corrective invoices is what was handed over, to the cent. */
  private void correctedInTwoSteps(Invoice first) {
    var part = eur(1_117);
    var rest = first.net().minus(part);
    var one = invoices.correct(client.id(), first.number(), part, "Less").orFail();
    var two = invoices.correct(client.id(), first.number(), rest, "All of it").orFail();
    assertThat(one.due().plus(two.due())).isEqualTo(first.paid().negated());
  }

  private Money escrow(Plan plan, TaskId task) {
    return ledger.balance(
        plan.book(), Account.escrow(plan.client().value(), plan.contract().value(), task.value()));
  }

  @Test
  void whatIsCalledOffGoesBackWithItsTaxes() {
    known(TaxCase.VAT_AND_WITHHOLDING);
    var signed = payers.signed(client, assistant);
    var task = tasks.agreed(signed, eur(10_000));
    payers.fund(signed, task);
    tasks.cancel(signed, task);
    assertThat(credit(plan(signed))).isEqualTo(eur(11_100)); // 106.00 and the fee of 5.00
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
    assertThat(earned(plan(signed))).isEqualTo(eur(3_840)); // 42.40 less 4.00
    assertThat(credit(plan(signed))).isEqualTo(eur(6_660)); // 63.60 and 3.00
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
    assertThat(earned(plan(signed))).isEqualTo(eur(9_600));
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
    assertThat(earned(plan(signed))).isEqualTo(eur(7_500));
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

  /** Eight hours a week at twelve euros; one line is disputed, and paid after all. */
  @ParameterizedTest
  @EnumSource
  void weeksOfHoursComeToTheSameEverywhere(TaxCase it) {
    known(it);
    var signed = payers.hourly(client, assistant);
    var plan = plan(signed);
    var charges = plan.charges();
    var deposit = Account.hours(plan.client().value(), plan.contract().value());
    assertThat(ledger.balance(plan.book(), deposit)).isEqualTo(charges.gross(eur(9_600)));
    LocalDate week = hours.nextWeek();
    hours.add(signed, week, 0, 123); // 24.60
    var line = hours.add(signed, week, 1, 61); // 12.20
    hours.submit(signed, week);
    hours.query(signed, line);
    hours.close(week);
    weeks.holdFor(signed.id());
    weeks.pay(signed, week);
    assertThat(earned(plan))
        .isEqualTo(charges.gross(eur(3_680)).minus(charges.assistantFee(eur(3_680))));
    var all = issued();
    assertThat(all).hasSize(2).allMatch(i -> i.due().isZero());
    assertThat(sum(all, Invoice::paid)).isEqualTo(charges.gross(eur(3_680)));
    payers.fundHours(signed);
    assertThat(ledger.balance(plan.book(), deposit)).isEqualTo(charges.gross(eur(9_600)));
    weeks.holdFor(signed.id());
  }
}
