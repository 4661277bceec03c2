package org.diestra.money.payouts;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.money.ledger.Book;
import org.diestra.money.ledger.Kind;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.ledger.Ledger.Holding;
import org.diestra.money.payouts.Payout.Cancelled;
import org.diestra.money.payouts.Payout.Facts;
import org.diestra.money.payouts.Payout.Requested;
import org.diestra.money.payouts.PayoutStore.Move;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to payouts for the assistant whose money it is. */
@Service
class Payouts {
  private final PayoutStore store;
  private final PayeeStore payees;
  private final FreezeStore freezes;
  private final Outlets outlets;
  private final PayoutEntries entries;
  private final Minimums minimums;
  private final PayoutLock lock;
  private final Ledger ledger;
  private final HouseRights house;
  private final Audit audit;
  private final Clock clock;

  Payouts(
      PayoutStore store,
      PayeeStore payees,
      FreezeStore freezes,
      Outlets outlets,
      PayoutEntries entries,
      Minimums minimums,
      PayoutLock lock,
      Ledger ledger,
      HouseRights house,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.payees = payees;
    this.freezes = freezes;
    this.outlets = outlets;
    this.entries = entries;
    this.minimums = minimums;
    this.lock = lock;
    this.ledger = ledger;
    this.house = house;
    this.audit = audit;
    this.clock = clock;
  }

  /** What somebody may call for, one line a book. */
  @Transactional(readOnly = true)
  public List<Holding> available(PersonId person) {
    return ledger.holdings(person.value()).stream()
        .filter(h -> h.kind() == Kind.PAYABLE_AVAILABLE)
        .toList();
  }

  @Transactional(readOnly = true)
  public Money available(PersonId person, Book book) {
    return entries.available(person, book);
  }

  /**
   * Asks for it; what is asked for is available no more.
   *
   * @param id of the payout to be, given with the form: asking twice with the same is as once
   */
  @Transactional
  public Outcome<Payout> request(Viewer viewer, UUID id, Book book, Money amount) {
    return house.call(() -> {
      lock.of(viewer.id());
      var known = store.find(id).orElse(null);
      if (known != null) {
        return done(own(viewer.id(), known));
      }
      var why = refusal(viewer.id(), book, amount);
      return why.isPresent()
          ? refused(why.get())
          : done(begin(viewer.id(), id, book, amount, false));
    });
  }

  private Optional<Refusal> refusal(PersonId person, Book book, Money amount) {
    if (freezes.among(List.of(person)).containsKey(person)) {
      return Optional.of(Refusal.conflict("payouts.conflict.frozen"));
    }
    if (payees.last(person).filter(p -> !p.voided()).isEmpty()) {
      return Optional.of(Refusal.conflict("payouts.conflict.no-details"));
    }
    var barred = outlets.of(book).flatMap(outlet -> outlet.refusal(person));
    if (barred.isPresent()) {
      return barred;
    }
    var least = minimums.of(book.currency());
    if (least.isMoreThan(amount)) {
      return Optional.of(Refusal.invalid("amount", "payouts.amount.least", least));
    }
    var most = entries.available(person, book);
    return amount.isMoreThan(most)
        ? Optional.of(Refusal.invalid("amount", "payouts.amount.most", most))
        : Optional.empty();
  }

  /** All of a book for the standing order, where it is enough; whoever calls has the lock. */
  void requestAll(PersonId person, UUID id, Book book) {
    var all = entries.available(person, book);
    if (store.find(id).isEmpty() && refusal(person, book, all).isEmpty()) {
      begin(person, id, book, all, true);
    }
  }

  private Payout begin(PersonId person, UUID id, Book book, Money amount, boolean weekly) {
    var now = clock.instant();
    var facts = new Facts(id, person, book, amount, weekly, 1, now, now);
    var fresh = new Requested(facts);
    store.add(fresh, weekly ? null : person);
    entries.asked(facts, now);
    audit.record(deed("request", fresh).by(weekly ? null : person.value()));
    return fresh;
  }

  /** It is available again. */
  @Transactional
  public Outcome<Payout> cancel(Viewer viewer, UUID id) {
    get(viewer, id);
    return house.call(() -> {
      lock.of(viewer.id());
      if (!(store.find(id).orElseThrow() instanceof Requested requested)) {
        return refused(Refusal.conflict("payouts.conflict.moved"));
      }
      var now = clock.instant();
      var after = requested.cancel(Cancelled.LEFT, now);
      store.move(after, viewer.id());
      entries.cancelled(after.facts(), now);
      audit.record(deed("cancel", after).by(viewer.id().value()).moved("REQUESTED", "CANCELLED"));
      return done(after);
    });
  }

  /**
   * @throws NotFound if it is somebody else's
   */
  @Transactional(readOnly = true)
  public Payout get(Viewer viewer, UUID id) {
    return own(viewer.id(), house.call(() -> store.find(id)).orElseThrow(NotFound::new));
  }

  /** Where a book's payouts go, as it is shown, where that is not the bank account. */
  @Transactional(readOnly = true)
  public Optional<String> account(PersonId person, Book book) {
    return house.call(
        () -> Optional.ofNullable(outlets.accounts(book, List.of(person)).get(person)));
  }

  /** Its steps so far, in order; whose it is was looked at already. */
  @Transactional(readOnly = true)
  public List<Move> moves(UUID id) {
    return house.call(() -> store.moves(id));
  }

  /** The account it was approved for, or null before. */
  @Transactional(readOnly = true)
  public @Nullable Payee payee(Payout payout) {
    var approval = payout.approved();
    return approval == null ? null : house.call(() -> payees.find(approval.payee())).orElseThrow();
  }

  @Transactional(readOnly = true)
  public List<Payout> of(PersonId person, @Nullable UUID after, int most) {
    return house.call(() -> store.of(person, after, most));
  }

  private static Payout own(PersonId person, Payout payout) {
    if (!payout.facts().person().equals(person)) {
      throw new NotFound();
    }
    return payout;
  }

  static Deed deed(String action, Payout payout) {
    return Deed.of("payouts", action)
        .on("payout", payout.facts().id())
        .onBehalfOf(payout.facts().person().value())
        .with("amount", payout.facts().amount().toString());
  }
}
