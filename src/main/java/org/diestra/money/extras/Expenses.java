package org.diestra.money.extras;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiFunction;
import org.diestra.money.extras.Expense.Approved;
import org.diestra.money.extras.Expense.Asked;
import org.diestra.money.extras.Expense.Handed;
import org.diestra.money.extras.Expense.Receipt;
import org.diestra.money.payments.MoneyLock;
import org.diestra.money.payments.Plan;
import org.diestra.money.payments.Plans;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.data.HouseRights;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.Contracts;
import org.diestra.work.contracts.Side;
import org.diestra.work.engagements.Engagement;
import org.diestra.work.engagements.Engagements;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to expenses. The assistant of a contract asks, hands in and takes back; who decides on
 * the client's money answers; time answers where nobody does. Whoever moves what has moved since
 * they saw it is refused.
 */
@Service
class Expenses {
  static final Refusal RESTS = Refusal.conflict("extras.conflict.rests");
  private static final int MOST = 100;
  private static final int OPEN = 20; // at once, of one contract
  private static final Refusal MOVED = Refusal.conflict("extras.conflict.seen");
  private final ExpenseStore store;
  private final ExpenseTrail trail;
  private final Contracts contracts;
  private final Engagements engagements;
  private final Plans plans;
  private final MoneyLock lock;
  private final Bounds bounds;
  private final Blobs blobs;
  private final HouseRights house;
  private final Clock clock;

  Expenses(
      ExpenseStore store,
      ExpenseTrail trail,
      Contracts contracts,
      Engagements engagements,
      Plans plans,
      MoneyLock lock,
      Bounds bounds,
      Blobs blobs,
      HouseRights house,
      Clock clock) {
    this.store = store;
    this.trail = trail;
    this.contracts = contracts;
    this.engagements = engagements;
    this.plans = plans;
    this.lock = lock;
    this.bounds = bounds;
    this.blobs = blobs;
    this.house = house;
    this.clock = clock;
  }

  /**
   * Asks before anything is spent; the same once more is as once.
   *
   * @param asked version 1
   * @param key the form's own
   * @throws NotFound if this person is not the contract's assistant
   */
  @Transactional
  public Outcome<Expense> ask(Viewer viewer, Asked asked, UUID key) {
    var facts = asked.facts();
    var plan = acting(viewer, facts.contract(), Side.ASSISTANT);
    return house.call(() -> {
      lock.of(plan);
      var known = store.find(facts.contract(), key).orElse(null);
      if (known != null) {
        return same(known.facts(), facts)
            ? done(known)
            : refused(Refusal.conflict("extras.conflict.used", known.facts().what()));
      }
      if (engagements.find(facts.contract()).filter(Engagement::runs).isEmpty()) {
        return refused(RESTS);
      }
      if (store.of(facts.contract(), MOST).stream().filter(Expense::open).count() >= OPEN) {
        return refused(Refusal.limit("extras.conflict.many", OPEN));
      }
      if (facts.ceiling().isMoreThan(bounds.left(plan))) {
        return refused(Refusal.conflict("extras.conflict.month", bounds.most(plan.currency())));
      }
      store.add(asked, key, viewer.id());
      trail.after(plan, null, asked, viewer.id());
      return done(asked);
    });
  }

  private static boolean same(Expense.Facts one, Expense.Facts other) {
    return one.what().equals(other.what())
        && one.ceiling().equals(other.ceiling())
        && one.by().equals(other.by());
  }

  @Transactional
  public Outcome<Expense> approve(Viewer viewer, ContractId id, UUID expense, int seen) {
    return move(
        viewer,
        id,
        expense,
        seen,
        Side.CLIENT,
        (found, now) -> found instanceof Asked asked ? asked.approve(now) : null);
  }

  /** Before anything is held for it. */
  @Transactional
  public Outcome<Expense> refuse(Viewer viewer, ContractId id, UUID expense, int seen, String why) {
    return move(
        viewer,
        id,
        expense,
        seen,
        Side.CLIENT,
        (found, now) ->
            found instanceof Asked || found instanceof Approved ? found.refuse(why, now) : null);
  }

  /** Also in place of a receipt that the client gave back. */
  @Transactional
  public Outcome<Expense> hand(
      Viewer viewer, ContractId id, UUID expense, int seen, Receipt receipt) {
    return move(
        viewer,
        id,
        expense,
        seen,
        Side.ASSISTANT,
        (found, now) -> {
          if (!found.wantsReceipt() || receipt.amount().isMoreThan(found.facts().ceiling())) {
            return null;
          }
          blobs.hold(receipt.file(), "extras.expense", expense);
          return found.hand(receipt, now);
        });
  }

  /** Also a receipt that was given back before. */
  @Transactional
  public Outcome<Expense> accept(Viewer viewer, ContractId id, UUID expense, int seen) {
    return move(
        viewer,
        id,
        expense,
        seen,
        Side.CLIENT,
        (found, now) -> found.acceptable() ? trail.accepted(found, now) : null);
  }

  /** The receipt is not right; the assistant may hand in another. */
  @Transactional
  public Outcome<Expense> giveBack(
      Viewer viewer, ContractId id, UUID expense, int seen, String why) {
    return move(
        viewer,
        id,
        expense,
        seen,
        Side.CLIENT,
        (found, now) -> found instanceof Handed handed ? handed.giveBack(why, now) : null);
  }

  @Transactional
  public Outcome<Expense> withdraw(Viewer viewer, ContractId id, UUID expense, int seen) {
    return move(
        viewer,
        id,
        expense,
        seen,
        Side.ASSISTANT,
        (found, now) -> found.open() ? trail.over(found, found.withdraw(now), now) : null);
  }

  private Outcome<Expense> move(
      Viewer viewer,
      ContractId id,
      UUID expense,
      int seen,
      Side side,
      BiFunction<Expense, Instant, @Nullable Expense> how) {
    var plan = acting(viewer, id, side);
    return house.call(() -> {
      lock.of(plan);
      var found = store.locked(find(id, expense).facts().id()).orElseThrow();
      var now = clock.instant();
      var moved = found.facts().version() == seen ? how.apply(found, now) : null;
      if (moved == null) {
        return refused(MOVED);
      }
      store.move(moved, viewer.id());
      trail.after(plan, found, moved, viewer.id());
      return done(moved);
    });
  }

  private Expense find(ContractId id, UUID expense) {
    return store
        .find(expense)
        .filter(it -> it.facts().contract().equals(id))
        .orElseThrow(NotFound::new);
  }

  private Plan acting(Viewer viewer, ContractId id, Side side) {
    contracts.get(viewer, id);
    return plans
        .of(id)
        .filter(p -> side == ExpensePages.side(viewer, p))
        .orElseThrow(NotFound::new);
  }
}
