package org.diestra.money.invoices;

import static org.diestra.money.ledger.Books.eur;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
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
import org.diestra.money.taxes.TaxedParties;
import org.diestra.money.taxes.Taxes;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Money;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.timers.ClockMover;
import org.diestra.work.contracts.SignedContracts.Signed;
import org.diestra.work.tasks.PricedTasks;
import org.diestra.work.tasks.TaskId;
import org.diestra.work.time.RecordedHours;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two whose contracts bear taxes, and what is looked at of them. */
abstract class TaxedHouse {
  @Autowired Payers payers;
  @Autowired PricedTasks tasks;
  @Autowired RecordedHours hours;
  @Autowired MoneyChecks checks;
  @Autowired HoursChecks weeks;
  @Autowired Receipts receipts;
  @Autowired Plans plans;
  @Autowired Ledger ledger;
  @Autowired Taxes taxes;
  @Autowired Invoiced invoiced;
  @Autowired Invoices invoices;
  @Autowired Consents consents;
  @Autowired FeeBills fees;
  @Autowired TaxedParties parties;
  @Autowired ClockMover mover;
  @Autowired Clock clock;
  @Autowired Papers papers;
  @Autowired People people;
  @Autowired Assistants assistants;
  @Autowired HouseRights house;
  @Autowired JdbcClient jdbc;
  Viewer client;
  Viewer assistant;
  UUID business;

  @BeforeEach
  void bothAreThere() {
    client = people.client("Lucía Ferrer");
    assistant = assistants.published("Rosa Peña");
    business = People.organisation(client).value();
    consents.sign(assistant, "I agree");
  }

  void known(TaxCase it) {
    taxes.keep(assistant.id(), it.seller(assistant.id().value()));
    taxes.keep(client.id(), it.buyer(business));
  }

  Plan plan(Signed signed) {
    return plans.of(signed.id()).orElseThrow();
  }

  Money earned(Plan plan) {
    var person = assistant.id().value();
    return ledger
        .balance(plan.book(), Account.held(person))
        .plus(ledger.balance(plan.book(), Account.available(person)));
  }

  Money credit(Plan plan) {
    return ledger.balance(plan.book(), plan.credit());
  }

  List<Invoice> issued() {
    invoiced.issue();
    return invoices.page(assistant.id().value(), null, Kind.WORK, null, 100);
  }

  static Money sum(List<Invoice> all, Function<Invoice, Money> what) {
    return all.stream().map(what).reduce(eur(0), Money::plus);
  }

  void inTwoParts(Signed signed, TaskId task) {
    tasks.start(signed, task).orFail();
    tasks.deliver(signed, task);
    tasks.approvePart(signed, task, eur(3_331));
    tasks.start(signed, task);
    tasks.deliver(signed, task);
    tasks.approve(signed, task).orFail();
  }

  Money escrow(Plan plan, TaskId task) {
    return ledger.balance(
        plan.book(), Account.escrow(plan.client().value(), plan.contract().value(), task.value()));
  }
}
