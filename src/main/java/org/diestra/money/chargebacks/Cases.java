package org.diestra.money.chargebacks;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.money.chargebacks.Chargeback.State;
import org.diestra.money.ledger.Book;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.payments.Chargebacks;
import org.diestra.money.payments.Clawback;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.timers.Timers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to what clients' banks took back. */
@Service
class Cases implements Chargebacks {
  static final String BOOK = "chargebacks:book";
  static final int SHOWN = 100;
  private static final int SWEPT = 500;
  private final ChargebackStore store;
  private final CaseBooks books;
  private final Clawback clawback;
  private final Ledger ledger;
  private final ChargebackNotices notices;
  private final Timers timers;
  private final HouseRights house;
  private final Audit audit;
  private final Clock clock;

  Cases(
      ChargebackStore store,
      CaseBooks books,
      Clawback clawback,
      Ledger ledger,
      ChargebackNotices notices,
      Timers timers,
      HouseRights house,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.books = books;
    this.clawback = clawback;
    this.ledger = ledger;
    this.notices = notices;
    this.timers = timers;
    this.house = house;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  @Transactional
  public void taken(UUID payment, Money amount, String reference) {
    house.call(() -> {
      var claimed = clawback.lock(payment);
      if (!amount.isPositive() || amount.isMoreThan(claimed.total())) {
        throw new IllegalArgumentException(amount + " of " + claimed.total());
      }
      var fresh = Chargeback.of(claimed, amount, reference, clock.instant());
      if (store.add(fresh)) {
        audit.record(CaseBooks.deed("take", fresh).moved(null, State.WAITING.name()));
        notices.taken(claimed, fresh);
        books.book(claimed, fresh);
      } else {
        var known = store.find(fresh.rail(), reference).orElseThrow();
        if (!known.payment().equals(payment) || !known.amount().equals(amount)) {
          throw new IllegalStateException("something else was taken as " + reference);
        }
      }
      return claimed;
    });
  }

  /**
   * Goes on with what is not in the books yet, and has the client's credit pay what it owes. Twice
   * is as once.
   */
  @Transactional
  public void goOn(UUID id) {
    house.call(() -> {
      var known = store.find(id).orElseThrow(NotFound::new);
      var claimed = clawback.lock(known.payment());
      var found = store.locked(id).orElseThrow();
      switch (found.state()) {
        case WAITING -> books.book(claimed, found);
        case TAKEN -> books.collect(claimed, found);
        case COVERED, RETURNED -> {}
      }
      return found;
    });
  }

  /**
   * It was paid outside of the house, which gives it out of its own.
   *
   * @param words how, 1–200 characters
   */
  @Transactional
  public Outcome<Chargeback> paidOutside(Viewer operator, UUID id, String words) {
    return house.call(() -> {
      var known = store.find(id).orElseThrow(NotFound::new);
      var claimed = clawback.lock(known.payment());
      var before = store.locked(id).orElseThrow();
      if (before.state() != State.TAKEN) {
        return Outcome.refused(Refusal.conflict("chargebacks.conflict.moved"));
      }
      if (before.held().isMoreThan(ledger.own(before.book()))) {
        return Outcome.refused(Refusal.conflict("chargebacks.conflict.own", before.held()));
      }
      return Outcome.done(books.paidOutside(claimed, before, operator, words));
    });
  }

  /** Has the rail's money again: nobody misses or owes anything, and the rest is the client's. */
  @Override
  @Transactional
  public void returned(String rail, String reference) {
    house.call(() -> {
      var known = store.find(rail, reference).orElse(null);
      if (known == null) {
        return reference;
      }
      var claimed = clawback.lock(known.payment());
      var before = store.locked(known.id()).orElseThrow();
      if (before.state() != State.RETURNED) {
        books.giveBack(claimed, before);
      }
      return reference;
    });
  }

  /** All of which somebody owes something; whatever became of its timer. */
  void sweep() {
    house
        .call(() -> store.open(SWEPT))
        .forEach(open -> timers.at(clock.instant(), BOOK, Ids.text(open.id())));
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Taken> of(UUID payment) {
    return house.call(() -> store.of(payment)).stream()
        .findFirst()
        .map(it -> new Taken(it.amount(), it.due(), it.state() == State.RETURNED, it.since()));
  }

  @Override
  @Transactional(readOnly = true)
  public List<Money> due(UUID client) {
    return house.call(() -> store.due(client));
  }

  @Override
  @Transactional(readOnly = true)
  public boolean owes(OrganisationId client, Book book) {
    return house.call(() -> store.owes(client, book));
  }

  @Transactional(readOnly = true)
  public Chargeback get(UUID id) {
    return house.call(() -> store.find(id)).orElseThrow(NotFound::new);
  }

  /** The latest of all, {@value #SHOWN} at most. */
  @Transactional(readOnly = true)
  public List<Chargeback> latest() {
    return house.call(() -> store.latest(SHOWN));
  }
}
