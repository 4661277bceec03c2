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
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.timers.Timers;
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
  static final String DUE = "extras:expense";
  private static final int MOST = 100;
  private static final int OPEN = 20; // at once, of one contract
  private static final Refusal MOVED = Refusal.conflict("extras.conflict.seen");
  private final ExpenseStore store;
  private final ExpenseMoney money;
  private final Contracts contracts;
  private final Engagements engagements;
  private final Plans plans;
  private final MoneyLock lock;
  private final Blobs blobs;
  private final ExpenseNotices notices;
  private final Timers timers;
  private final HouseRights house;
  private final Audit audit;
  private final Clock clock;

  Expenses(
      ExpenseStore store,
      ExpenseMoney money,
      Contracts contracts,
      Engagements engagements,
      Plans plans,
      MoneyLock lock,
      Blobs blobs,
      ExpenseNotices notices,
      Timers timers,
      HouseRights house,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.money = money;
    this.contracts = contracts;
    this.engagements = engagements;
    this.plans = plans;
    this.lock = lock;
    this.blobs = blobs;
    this.notices = notices;
    this.timers = timers;
    this.house = house;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Asks before anything is spent; the same once more is as once.
   *
   * @param asked version 1
   * @throws NotFound if this person is not the contract's assistant
   */
  @Transactional
  public Outcome<Expense> ask(Viewer viewer, Asked asked) {
    var facts = asked.facts();
    var plan = acting(viewer, facts.contract(), Side.ASSISTANT);
    if (engagements.find(facts.contract()).filter(Engagement::runs).isEmpty()) {
      return refused(Refusal.conflict("extras.conflict.rests"));
    }
    return house.call(() -> {
      lock.of(plan);
      if (store.of(facts.contract(), MOST).stream().filter(Expense::open).count() >= OPEN) {
        return refused(Refusal.limit("extras.conflict.many", OPEN));
      }
      if (store.add(asked, viewer.id())) {
        after(plan, asked, viewer.id());
        return done(asked);
      }
      return done(find(facts.contract(), facts.id()));
    });
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

  @Transactional
  public Outcome<Expense> accept(Viewer viewer, ContractId id, UUID expense, int seen) {
    return move(
        viewer,
        id,
        expense,
        seen,
        Side.CLIENT,
        (found, now) -> found instanceof Handed handed ? accepted(handed, now) : null);
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
        (found, now) -> found.open() ? over(found, found.withdraw(now), now) : null);
  }

  /** Its time may be over: a receipt that nobody answered is accepted, all else lapses. */
  @Transactional
  public void due(UUID expense) {
    house.call(() -> {
      var known = store.find(expense).orElse(null);
      if (known == null) {
        return expense;
      }
      var plan = plans.of(known.facts().contract()).orElseThrow();
      lock.of(plan);
      var now = clock.instant();
      var found = store.locked(expense).orElseThrow();
      var at = found.dueAt();
      if (at != null && !at.isAfter(now)) {
        var moved =
            found instanceof Handed handed
                ? accepted(handed, now)
                : over(found, found.lapse(now), now);
        store.move(moved, null);
        after(plan, moved, null);
      }
      return expense;
    });
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
      after(plan, moved, viewer.id());
      return done(moved);
    });
  }

  private Expense accepted(Handed handed, Instant now) {
    var plan = plans.of(handed.facts().contract()).orElseThrow();
    return handed.accept(money.release(plan, handed, now), now);
  }

  private Expense over(Expense before, Expense after, Instant now) {
    if (before.held()) {
      var plan = plans.of(before.facts().contract()).orElseThrow();
      money.giveBack(plan, before, before.facts().ceiling(), now);
    }
    return after;
  }

  /** What follows each move. */
  private void after(Plan plan, Expense moved, @Nullable PersonId by) {
    var key = Ids.text(moved.facts().id());
    timers.cancel(DUE, key);
    var due = moved.dueAt();
    if (due != null) {
      timers.at(due, DUE, key);
    }
    audit.record(
        deed(moved.state().deed(), moved, plan)
            .by(by == null ? null : by.value())
            .moved(null, moved.state().name()));
    if (by == null) {
      notices.silent(plan, moved);
    } else {
      notices.tell(plan, moved);
    }
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

  static Deed deed(String action, Expense expense, Plan plan) {
    return Deed.of("extras", action)
        .on("contract", plan.contract().value())
        .onBehalfOf(plan.client().value())
        .with("amount", expense.facts().ceiling().toString());
  }
}
