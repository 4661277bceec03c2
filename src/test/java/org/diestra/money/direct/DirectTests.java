package org.diestra.money.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diestra.money.ledger.Books.eur;
import static org.diestra.work.engagements.RunningContracts.as;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.hiring.fees.Rates;
import org.diestra.money.direct.Proof.Arrived;
import org.diestra.money.direct.Proof.Denied;
import org.diestra.money.direct.Proof.Said;
import org.diestra.money.direct.Proof.State;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.AtOnce;
import org.diestra.money.ledger.Entry;
import org.diestra.money.ledger.Event;
import org.diestra.money.ledger.Kind;
import org.diestra.money.ledger.StatementLine;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.work.tasks.TaskFunding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

/** A task's money from the client's bank to the assistant's, of which the house holds nothing. */
@HouseTest
class DirectTests extends DirectHouse {
  @Autowired private Reminders reminders;
  @Autowired private DirectWaits waits;
  @Autowired private DirectDesk desk;
  @Autowired private TaskFunding funding;

  @BeforeEach
  void aContractIsSigned() {
    signs(() -> contracts.mixed(client, rosa));
  }

  @AfterEach
  void nothingIsWrong() {
    theBooksAreSound();
  }

  /** The price of one is held before anybody works: a promise is not that. */
  @Test
  void noTrialIsPaidForWithAPromise() {
    begins();
    try {
      assertThat(funding.serves(People.organisation(client), rosa.id(), BOOK.currency())).isFalse();
    } finally {
      ends();
    }
  }

  @Test
  void aPromiseFundsATaskAtOnceAndMovesNothing() {
    assertThat(plan.promised()).isTrue();
    assertThat(plan.rates()).isEqualTo(Rates.NONE);
    assertThat(plan.holdDays()).isEqualTo(TERM);
    var task = tasks.agreed(signed, eur(10_000));
    assertThat(tasks.start(signed, task)).isInstanceOf(Outcome.Refused.class);
    payers.opened(signed, task);
    assertThat(tasks.stage(task)).isEqualTo("FUNDED");
    assertThat(ledger.holdings(client.id().value())).isEmpty();
    tasks.cancel(signed, task); // the promise is taken back
    assertThat(ledger.statement(plan.client().value(), null, 5))
        .extracting(StatementLine::event)
        .containsExactly(Event.REFUND_AGREED, Event.FUND);
  }

  /** A dispute keeps apart what was promised; what it gives is due, and the rest taken back. */
  @Test
  void aPromiseInDisputeIsDueAsFarAsItIsDecided() {
    var task = tasks.agreed(signed, eur(10_000));
    payers.opened(signed, task);
    tasks.start(signed, task).orFail();
    tasks.deliver(signed, task);
    var dispute = Ids.fresh();
    tasks.dispute(signed, task, dispute);
    var kept = Account.disputed(plan.client().value(), dispute);
    assertThat(ledger.balance(BOOK, kept)).isEqualTo(eur(10_000));
    tasks.end(signed, task, eur(6_000));
    assertThat(ledger.balance(BOOK, kept)).isEqualTo(eur(0));
    assertThat(owed()).isEqualTo(eur(6_000));
    assertThat(dues()).hasSize(1);
  }

  @Test
  void onlyTheAssistantsWordMakesItPaid() {
    var task = approved(10_000);
    assertThat(dues()).hasSize(1);
    var proof = said(10_000, "R 1");
    later(Duration.ofDays(40)); // silence changes nothing
    releases.matureWeeks();
    house.call(() -> {
      releases.mature(dues().getFirst().entry());
      return task;
    });
    assertThat(now(proof)).isInstanceOf(Said.class);
    assertThat(tasks.stage(task)).isEqualTo("APPROVED");
    assertThat(owed()).isEqualTo(eur(10_000));
    arrives(proof, 10_000).orFail();
    assertThat(owed()).isEqualTo(eur(0));
    assertThat(dues().getFirst().settled()).isTrue();
    var line = ledger.statement(rosa.id().value(), null, 1).getFirst();
    assertThat(line.event()).isEqualTo(Event.PAID_DIRECTLY);
    assertThat(line.evidence()).endsWith("R 1");
    settled(task);
  }

  @Test
  void whatDidNotArriveIsOpenAgainAndTheOperatorSeesIt() {
    approved(10_000);
    var lost = said(10_000, "R 1");
    assertThat(dues().getFirst().open()).isEqualTo(eur(0));
    assertThat(says(Ids.fresh(), eur(10_000), "R 2")).isInstanceOf(Outcome.Refused.class);
    denies(lost).orFail();
    assertThat(denies(lost)).isInstanceOf(Outcome.Refused.class);
    assertThat(dues().getFirst().open()).isEqualTo(eur(10_000));
    assertThat(desk.view().denied()).extracting(l -> l.proof().facts().id()).contains(lost);
    var again = said(10_000, "R 3");
    assertThat(desk.view().silent()).extracting(l -> l.proof().facts().id()).doesNotContain(again);
    arrives(again, 10_000).orFail();
    assertThat(desk.view().denied()).extracting(l -> l.proof().facts().id()).doesNotContain(lost);
    arrives(lost, 10_000).orFail(); // it came after all: nothing is due for it any more
    assertThat(now(lost)).isInstanceOf(Arrived.class);
    assertThat(owed()).isEqualTo(eur(0));
  }

  @Test
  void oneTransferPaysSeveralFromTheOldestOnAndMayBeShortOrTooMuch() {
    var first = approved(3_000);
    later(Duration.ofHours(1));
    var second = approved(5_000);
    var part = said(4_000, "R 1");
    assertThat(dues()).extracting(Due::open).containsExactly(eur(0), eur(4_000));
    arrives(part, 3_500).orFail(); // its bank took something
    assertThat(dues()).extracting(Due::open).containsExactlyInAnyOrder(eur(0), eur(4_500));
    settled(first);
    look(second);
    assertThat(tasks.stage(second)).isEqualTo("APPROVED");
    var rest = said(6_000, "R 2");
    assertThat(house.call(() -> proofStore.parts(rest)))
        .extracting(ProofStore.Part::amount)
        .containsExactly(eur(4_500));
    arrives(rest, 6_000).orFail(); // the rest of it stands for nothing
    assertThat(owed()).isEqualTo(eur(0));
    settled(second);
  }

  @Test
  void aTransferIsNamedOnceAndCanBeTakenBack() {
    approved(10_000);
    var proof = said(4_000, "R 1");
    assertThat(says(Ids.fresh(), eur(4_000), "R 1"))
        .isInstanceOfSatisfying(
            Outcome.Refused.class, r -> assertThat(r.why().field()).isEqualTo("reference"));
    as(client, () -> proofs.withdraw(client, proof, 1).orFail());
    assertThat(arrives(proof, 4_000)).isInstanceOf(Outcome.Refused.class);
    assertThat(says(proof, eur(4_000), "R 1")).isInstanceOf(Outcome.Refused.class); // sent again
    assertThat(now(said(4_000, "R 1")).state()).isEqualTo(State.SAID);
    assertThat(owed()).isEqualTo(eur(10_000));
  }

  @Test
  void whatIsSaidAgainAfterItWasDeniedIsWhatIsAnswered() {
    approved(10_000);
    var lost = said(10_000, "R 1");
    denies(lost).orFail();
    var again = said(10_000, "R 1"); // the same day, the same words
    assertThat(arrives(lost, 10_000))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            r -> assertThat(r.why().key()).isEqualTo("direct.conflict.again"));
    assertThat(owed()).isEqualTo(eur(10_000));
    arrives(again, 10_000).orFail();
    assertThat(arrives(lost, 10_000)).isInstanceOf(Outcome.Refused.class); // it was one transfer
    assertThat(owed()).isEqualTo(eur(0));
  }

  @Test
  void sixtyFourWhoSayItAndSixtyFourWhoConfirmItCountOnce() throws Exception {
    approved(10_000);
    var id = Ids.fresh();
    var said = AtOnce.of(64, () -> says(id, eur(10_000), "R 1").orFail().facts().version());
    assertThat(Set.copyOf(said)).containsExactly(1);
    assertThat(dues().getFirst().claimed()).isEqualTo(eur(10_000));
    var arrived =
        AtOnce.of(
            64,
            () -> as(rosa, () -> answers.arrive(rosa, id, 1, eur(10_000))) instanceof Outcome.Done);
    assertThat(arrived.stream().filter(yes -> yes)).hasSize(1);
    assertThat(ledger.statement(rosa.id().value(), null, 10)).hasSize(2);
  }

  @Test
  void nobodyElseSaysOrAnswers() {
    approved(10_000);
    var proof = said(10_000, "R 1");
    var stranger = people.client("Somebody Else");
    var rival = assistants.published("Another One");
    var entries = List.of(dues().getFirst().entry());
    for (var other : List.of(stranger, rival, rosa)) {
      var saying = new Claims.Saying(Ids.fresh(), entries, eur(1), today(), "R 9");
      assertNotFound(() -> as(other, () -> proofs.say(other, signed.id(), saying)));
    }
    for (var other : List.of(stranger, rival, client)) {
      assertNotFound(() -> as(other, () -> answers.arrive(other, proof, 1, eur(10_000))));
      assertNotFound(() -> as(other, () -> answers.deny(other, proof, 1, "No")));
    }
    assertNotFound(() -> as(rosa, () -> proofs.withdraw(rosa, proof, 1)));
    var strange = new Claims.Saying(Ids.fresh(), List.of(UUID.randomUUID()), eur(1), today(), "R");
    assertThat(as(client, () -> proofs.say(client, signed.id(), strange)))
        .isInstanceOf(Outcome.Refused.class);
  }

  private static void assertNotFound(Runnable what) {
    assertThatThrownBy(what::run).isInstanceOf(NotFound.class);
  }

  @Test
  void silenceIsAskedAboutTwiceAndLatenessIsTold() {
    approved(10_000);
    assertThat(as(client, () -> waits.of(client))).hasSize(1);
    var proof = said(10_000, "R 1");
    assertThat(as(client, () -> waits.of(client))).isEmpty();
    assertThat(as(rosa, () -> waits.of(rosa))).hasSize(1);
    later(Duration.ofDays(3));
    reminders.set();
    later(Duration.ofDays(6)); // a day is over at its end
    reminders.set();
    reminders.set();
    var seen = desk.view();
    assertThat(seen.silent())
        .filteredOn(l -> l.proof().facts().id().equals(proof))
        .singleElement()
        .matches(seen::old);
    assertThat(seen.late()).extracting(l -> l.due().contract()).contains(signed.id());
    denies(proof).orFail();
    assertThat(now(proof)).isInstanceOf(Denied.class);
    assertThat(as(client, () -> waits.of(client))).hasSize(1);
  }

  @Test
  void promisesAndMoneyNeverStandInOneBook() {
    var assistant = rosa.id().value();
    var held = Account.held(assistant);
    refusedByTheBook(Account.clientMoney(), held);
    refusedByTheBook(Account.promised(), Account.available(assistant));
    refusedByTheBook(Account.promised(), Account.refundable(plan.client().value()));
    refusedByTheBook(Account.promised(), Account.of(Kind.FEES));
  }

  private void refusedByTheBook(Account debit, Account credit) {
    var entry = Entry.of(plan.book(), Event.FUND, "mixed:" + Ids.fresh(), clock.instant());
    var money = entry.debit(debit, eur(1)).credit(credit, eur(1));
    assertThatThrownBy(() -> house.call(() -> ledger.post(money)))
        .isInstanceOf(DataIntegrityViolationException.class);
  }
}
