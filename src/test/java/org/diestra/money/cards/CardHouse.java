package org.diestra.money.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.money.ledger.Books.eur;
import static org.diestra.work.engagements.RunningContracts.as;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.util.UUID;
import org.diestra.People;
import org.diestra.hiring.talent.Assistants;
import org.diestra.money.cards.PretendStripe.Call;
import org.diestra.money.cards.PretendStripe.Mood;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.Book;
import org.diestra.money.ledger.Examination;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.payments.Payers;
import org.diestra.money.payments.Receipts;
import org.diestra.money.payments.Receipts.Stage;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.timers.ClockMover;
import org.diestra.work.contracts.SignedContracts.Signed;
import org.diestra.work.engagements.RunningContracts;
import org.diestra.work.tasks.PricedTasks;
import org.diestra.work.tasks.TaskId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Lucía pays Rosa by card, at a Stripe that is pretended. */
abstract class CardHouse {
  static final Book BOOK = new Book(CardRail.ID, eur(0).currency());
  @Autowired People people;
  @Autowired Assistants assistants;
  @Autowired RunningContracts contracts;
  @Autowired PricedTasks tasks;
  @Autowired Payers payers;
  @Autowired CardPayments cards;
  @Autowired ConnectionStore connections;
  @Autowired CheckoutStore checkouts;
  @Autowired HookStore hooks;
  @Autowired News news;
  @Autowired Receipts receipts;
  @Autowired Ledger ledger;
  @Autowired Examination examination;
  @Autowired HouseRights house;
  @Autowired ClockMover mover;
  @Autowired MockMvc mvc;
  @Autowired Clock clock;
  final PretendStripe stripe = PretendStripe.get();
  Signed signed;
  Viewer lucia;
  Viewer rosa;

  @BeforeEach
  void luciaPaysByCard() {
    stripe.be(Mood.WELL);
    stripe.state.at(clock::instant);
    rosa = assistants.published("Rosa Peña");
    lucia = people.client("Lucía Ferrer");
    connected(rosa);
    signed = contracts.mixed(lucia, rosa);
  }

  @AfterEach
  void everyCentIsProved() {
    stripe.be(Mood.WELL);
    ledger.chain();
    assertThat(examination.examine()).noneMatch(f -> f.book().equals(BOOK.toString()));
  }

  String connected(Viewer assistant) {
    var account = "acct_" + Ids.text(assistant.id().value());
    var now = clock.instant();
    house.call(() -> connections.add(new Connection(assistant.id(), account, true, "", now)));
    return account;
  }

  OrganisationId client() {
    return People.organisation(lucia);
  }

  TaskId task(long cents) {
    return tasks.agreed(signed, eur(cents));
  }

  /** A payment that was begun here, and not at Stripe yet. */
  UUID opened(TaskId task) {
    return payers.opened(signed, task);
  }

  Outcome<String> pays(UUID payment) {
    return as(lucia, () -> cards.pay(lucia, payment, "Work"));
  }

  /** The page that is open at Stripe for it. */
  String session(UUID payment) {
    return house.call(() -> checkouts.find(payment)).orElseThrow().requireSession();
  }

  /** Begun here and paid there; nobody here knows yet. */
  UUID paidThere(TaskId task) {
    var payment = opened(task);
    pays(payment).orFail();
    stripe.state.pay(session(payment));
    return payment;
  }

  /** Paid, and known to be. */
  UUID paid(TaskId task) {
    var payment = paidThere(task);
    receipts.look(payment);
    assertThat(stage(payment)).isEqualTo(Stage.PAID);
    return payment;
  }

  Stage stage(UUID payment) {
    return receipts.find(payment).orElseThrow().stage();
  }

  Money total(UUID payment) {
    return receipts.find(payment).orElseThrow().total();
  }

  Money credit() {
    return ledger.balance(BOOK, Account.refundable(client().value()));
  }

  /** All that Lucía's business has in these books: credit, what is held, what is on its way. */
  Money clients() {
    return ledger.holdings(client().value()).stream()
        .filter(h -> h.book().equals(BOOK))
        .map(h -> h.amount())
        .reduce(eur(0), Money::plus);
  }

  int hears(Call call) throws Exception {
    return mvc.perform(
            post("/hooks/stripe")
                .content(call.body())
                .contentType("application/json")
                .header("Stripe-Signature", call.signature()))
        .andReturn()
        .getResponse()
        .getStatus();
  }

  /** That something has happened to a page of theirs. */
  Call completed(String event, UUID payment) {
    return stripe.call(event, "checkout.session.completed", stripe.state.thing(session(payment)));
  }

  static String event() {
    return "evt_" + Ids.text(Ids.fresh());
  }
}
