package org.diestra.operator.disputes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.money.ledger.Books.eur;
import static org.diestra.work.engagements.RunningContracts.as;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.payments.MoneyChecks;
import org.diestra.money.payments.Payers;
import org.diestra.money.payments.Plan;
import org.diestra.money.payments.Plans;
import org.diestra.operator.disputes.Dispute.Closed;
import org.diestra.operator.disputes.Openings.Opening;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.timers.ClockMover;
import org.diestra.work.contracts.SignedContracts.Signed;
import org.diestra.work.tasks.PricedTasks;
import org.diestra.work.tasks.TaskId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A task of a hundred euros that was paid for and delivered, and about which both disagree. */
@HouseTest
abstract class DisputeScene {
  static final Money PRICE = eur(10_000);
  static final String WHY = "Half of the receipts have no category at all.";

  @Autowired Payers payers;
  @Autowired PricedTasks tasks;
  @Autowired Openings openings;
  @Autowired Disputes disputes;
  @Autowired Mediations mediations;
  @Autowired DisputeStore store;
  @Autowired HistoryStore history;
  @Autowired MoneyChecks checks;
  @Autowired Plans plans;
  @Autowired Ledger ledger;
  @Autowired People people;
  @Autowired HouseRights house;
  @Autowired JdbcClient jdbc;
  @Autowired ClockMover mover;
  @Autowired Clock clock;
  Signed signed;
  Viewer lucia;
  Viewer rosa;
  Plan plan;
  TaskId task;

  @BeforeEach
  void aTaskIsDelivered() {
    signed = payers.signed();
    lucia = signed.client();
    rosa = signed.assistant();
    plan = plans.of(signed.id()).orElseThrow();
    task = delivered(PRICE);
  }

  @AfterEach
  void theBooksAreSound() {
    checks.holdFor(signed);
  }

  TaskId delivered(Money price) {
    var id = tasks.agreed(signed, price);
    payers.fund(signed, id);
    tasks.start(signed, id).orFail();
    tasks.deliver(signed, id);
    return id;
  }

  Outcome<DisputeId> opens(Viewer by, TaskId about, long figure) {
    var opening = new Opening(tasks.seen(about), eur(figure), Reason.OTHER, WHY, Set.of());
    return as(by, () -> openings.open(by, signed.id(), about, opening));
  }

  DisputeId opened(Viewer by, long figure) {
    return opens(by, task, figure).orFail();
  }

  Outcome<Dispute> responds(Viewer by, DisputeId id, long figure) {
    return as(by, () -> disputes.respond(by, id, eur(figure), WHY));
  }

  Outcome<Dispute> names(Viewer by, DisputeId id, long figure) {
    return as(by, () -> disputes.name(by, id, eur(figure)));
  }

  /** Both have named their figures, and it has come to the house. */
  DisputeId mediated(TaskId about, long client, long assistant) {
    var id = opens(rosa, about, assistant).orFail();
    responds(lucia, id, client).orFail();
    dueAndOver(id);
    return id;
  }

  /** The time of the stage at which it stands is over. */
  void dueAndOver(DisputeId id) {
    if (now(id) instanceof Dispute.Open open) {
      mover.skipTo(open.dueAt().plusSeconds(1));
    }
  }

  Outcome<Dispute> decides(Viewer operator, DisputeId id, long figure) {
    return as(operator, () -> mediations.decide(operator, id, eur(figure), WHY));
  }

  Outcome<Dispute> takes(Viewer operator, DisputeId id) {
    return as(operator, () -> mediations.take(operator, id));
  }

  Outcome<Dispute> proposes(Viewer operator, DisputeId id, long figure) {
    return as(operator, () -> mediations.propose(operator, id, eur(figure), WHY));
  }

  Dispute now(DisputeId id) {
    return house.call(() -> store.find(id)).orElseThrow();
  }

  void ended(DisputeId id, Ending how, long awarded) {
    assertThat(now(id)).isInstanceOf(Closed.class);
    var closed = (Closed) now(id);
    assertThat(closed.ending()).isEqualTo(how);
    assertThat(closed.awarded()).isEqualTo(eur(awarded));
    assertThat(kept(id)).isEqualTo(eur(0));
  }

  Money kept(DisputeId id) {
    return of(Account.disputed(plan.client().value(), id.value()));
  }

  Money of(Account account) {
    return ledger.balance(plan.book(), account);
  }

  /** What the assistant has earned, on hold or available by now. */
  Money earned() {
    var person = rosa.id().value();
    return of(Account.held(person)).plus(of(Account.available(person)));
  }

  List<String> told(Viewer viewer, DisputeId id) {
    return jdbc.sql(
            """
            select key from notifications.notice where recipient = :person and href like :href
            order by id
            """)
        .param("person", viewer.id().value())
        .param("href", "%/disputes/" + id)
        .query(String.class)
        .list();
  }
}
