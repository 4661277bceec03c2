package org.diestra.office.recurring;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.diestra.office.bookkeeping.EntryId;
import org.diestra.office.bookkeeping.Proposals;
import org.diestra.office.books.Desk;
import org.diestra.office.books.Places;
import org.diestra.office.recurring.Recurring.State;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.data.Caller;
import org.diestra.platform.notifications.Notice;
import org.diestra.platform.notifications.Notifications;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Proposes what is due, in the name of whoever set it up, who must still work in the books. A day
 * comes once: its turn, its entry and its next day are written in one transaction, and the entry's
 * key is made from the day. What can't be proposed is paused, and that person is told.
 */
@Component
class Turns {
  static final String STOPPED = "recurring:stopped";
  private static final int AT_ONCE = 36; // turns that were missed while the house was closed
  private final RecurringStore store;
  private final Recurrings recurrings;
  private final Places places;
  private final Workspaces workspaces;
  private final Proposals proposals;
  private final Notifications notifications;
  private final TransactionOperations transaction;
  private final Clock clock;

  Turns(
      RecurringStore store,
      Recurrings recurrings,
      Places places,
      Workspaces workspaces,
      Proposals proposals,
      Notifications notifications,
      TransactionOperations transaction,
      Clock clock) {
    this.store = store;
    this.recurrings = recurrings;
    this.places = places;
    this.workspaces = workspaces;
    this.proposals = proposals;
    this.notifications = notifications;
    this.transaction = transaction;
    this.clock = clock;
  }

  void ring(RecurringId id) {
    for (int i = 0; i < AT_ONCE && next(id); i++) {
      // one more turn that was missed
    }
  }

  /** Whether there may be another turn. */
  private boolean next(RecurringId id) {
    var found = Objects.requireNonNull(transaction.execute(tx -> due(id))); // as the house
    if (found.isEmpty()) {
      return false;
    }
    var one = found.get();
    var desk = places.of(one.madeBy(), one.workspace());
    if (desk.isEmpty()) {
      transaction.executeWithoutResult(tx -> stop(id, "recurring.why.left"));
      return false;
    }
    return Caller.person(one.madeBy().value())
        .call(() -> Boolean.TRUE.equals(transaction.execute(tx -> turn(desk.get(), id))));
  }

  private Optional<Recurring> due(RecurringId id) {
    return store
        .room(id)
        .flatMap(room -> store.find(room, id))
        .filter(one -> one.state() == State.ACTIVE)
        .filter(one -> {
          var zone = workspaces.get(one.workspace()).zone();
          var next = one.nextOn();
          return next != null && !next.isAfter(LocalDate.ofInstant(clock.instant(), zone));
        });
  }

  private boolean turn(Desk desk, RecurringId id) {
    store.lock(id);
    var one = due(id).orElse(null);
    var day = one == null ? null : one.nextOn();
    if (one == null || day == null) {
      return false; // another did it meanwhile
    }
    // it is locked, so that a day comes once; others can't have written under a fresh key before
    return switch (proposals.propose(desk, Ids.fresh(), one.written(day))) {
      case Outcome.Done<EntryId>(var entry) -> {
        if (!store.turn(one, day, entry, clock.instant())) {
          throw new IllegalStateException("came already: " + id + " " + day);
        }
        move(one.turned());
        recurrings.set(one.turned(), desk.pass().workspace().zone());
        yield true;
      }
      case Outcome.Refused<EntryId>(var why) -> {
        pause(
            one,
            why.key().startsWith("bookkeeping.day") ? "recurring.why.day" : "recurring.why.lines");
        yield false;
      }
    };
  }

  private void stop(RecurringId id, String why) {
    store.lock(id);
    due(id).ifPresent(one -> pause(one, why));
  }

  private void pause(Recurring one, String why) {
    move(one.paused(why));
    var people = new java.util.LinkedHashSet<PersonId>();
    people.add(one.madeBy());
    if (why.equals("recurring.why.left")) {
      people.clear();
      people.addAll(workspaces.keepers(workspaces.get(one.workspace())));
    }
    notifications.tell(
        people.stream()
            .map(person ->
                Notice.to(person, STOPPED, one.href(), "recurring.notice.stopped", one.text())
                    .once(STOPPED + " " + one.id() + " " + one.version()))
            .toList());
  }

  private void move(Recurring after) {
    if (!store.step(after)) {
      throw new IllegalStateException("has moved: " + after.id());
    }
  }
}
