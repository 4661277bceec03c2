package org.diestra.money.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.money.ledger.Books.eur;
import static org.diestra.work.engagements.RunningContracts.as;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.diestra.People;
import org.diestra.hiring.talent.Assistants;
import org.diestra.money.direct.Claims.Saying;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.Book;
import org.diestra.money.ledger.Examination;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.payments.MoneyChecks;
import org.diestra.money.payments.Payers;
import org.diestra.money.payments.Plan;
import org.diestra.money.payments.Plans;
import org.diestra.money.payments.Releases;
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
import org.springframework.beans.factory.annotation.Autowired;

/** A client and an assistant whose money does not pass through the house. */
abstract class DirectHouse {
  static final Book BOOK = new Book(Book.DIRECT, eur(0).currency());
  static final int TERM = 7; // days
  @Autowired People people;
  @Autowired Assistants assistants;
  @Autowired RunningContracts contracts;
  @Autowired PricedTasks tasks;
  @Autowired Payers payers;
  @Autowired Modes modes;
  @Autowired Proofs proofs;
  @Autowired Answers answers;
  @Autowired ProofStore proofStore;
  @Autowired DueStore dueStore;
  @Autowired Plans plans;
  @Autowired Releases releases;
  @Autowired Ledger ledger;
  @Autowired Examination examination;
  @Autowired MoneyChecks checks;
  @Autowired HouseRights house;
  @Autowired ClockMover mover;
  @Autowired Clock clock;
  Viewer operator;
  Viewer client;
  Viewer rosa;
  Signed signed;
  Plan plan;

  /** Holds no euros for as long as one contract is signed: other tests have other rails. */
  void signs(Supplier<Signed> contract) {
    operator = people.operator("Olga Operates");
    client = people.client("Lucía Ferrer");
    rosa = assistants.published("Rosa Peña");
    begins();
    try {
      signed = contract.get();
    } finally {
      ends();
    }
    plan = plans.of(signed.id()).orElseThrow();
  }

  void begins() {
    as(
        operator,
        () -> {
          modes.begin(operator, BOOK.currency(), TERM);
          return operator;
        });
  }

  void ends() {
    as(
        operator,
        () -> {
          modes.end(operator, BOOK.currency());
          return operator;
        });
  }

  /** A task that was promised, done and approved. */
  TaskId approved(long cents) {
    var task = tasks.agreed(signed, eur(cents));
    payers.opened(signed, task);
    tasks.start(signed, task).orFail();
    tasks.deliver(signed, task);
    tasks.approve(signed, task).orFail();
    return task;
  }

  void settled(TaskId task) {
    look(task);
    assertThat(tasks.stage(task)).isEqualTo("PAID");
  }

  /** What a timer does a moment later. */
  void look(TaskId task) {
    house.call(() -> {
      releases.paid(task);
      return task;
    });
  }

  List<Due> dues() {
    return house.call(() -> dueStore.of(signed.id(), 100));
  }

  Proof now(UUID proof) {
    return house.call(() -> proofStore.find(proof)).orElseThrow();
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  Outcome<Proof> says(UUID id, Money amount, String reference) {
    var entries = dues().stream().map(Due::entry).toList();
    var saying = new Saying(id, entries, amount, today(), reference);
    return as(client, () -> proofs.say(client, signed.id(), saying));
  }

  UUID said(long cents, String reference) {
    return says(Ids.fresh(), eur(cents), reference).orFail().facts().id();
  }

  Outcome<Proof> arrives(UUID proof, long cents) {
    int seen = now(proof).facts().version();
    return as(rosa, () -> answers.arrive(rosa, proof, seen, eur(cents)));
  }

  Outcome<Proof> denies(UUID proof) {
    int seen = now(proof).facts().version();
    return as(rosa, () -> answers.deny(rosa, proof, seen, "Nothing until today"));
  }

  Money owed() {
    return ledger.balance(BOOK, Account.held(rosa.id().value()));
  }

  void later(Duration time) {
    mover.skipTo(clock.instant().plus(time));
  }

  /** Escrow is what tasks say, what is due is what is owed, and no book has a fault. */
  void theBooksAreSound() {
    checks.holdFor(signed);
    assertThat(examination.examine()).noneMatch(f -> f.book().startsWith(Book.DIRECT));
    assertThat(dues().stream().map(Due::rest).reduce(eur(0), Money::plus)).isEqualTo(owed());
    assertThat(ledger.balance(BOOK, Account.refundable(People.organisation(client).value())))
        .isEqualTo(eur(0));
  }
}
