package org.diestra.money.extras;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.diestra.money.extras.Expense.State;
import org.diestra.money.extras.ExpenseStore.Move;
import org.diestra.money.payments.Plan;
import org.diestra.money.payments.Plans;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.data.HouseRights;
import org.diestra.work.contracts.ContractFrame;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.Contracts;
import org.diestra.work.contracts.Side;
import org.diestra.work.engagements.Engagement;
import org.diestra.work.engagements.Engagements;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the pages of expenses show, and to whom. */
@Component
class ExpensePages {
  private static final int MOST = 100;
  private final ExpenseStore store;
  private final Contracts contracts;
  private final Engagements engagements;
  private final Plans plans;
  private final Bounds bounds;
  private final HouseRights house;

  ExpensePages(
      ExpenseStore store,
      Contracts contracts,
      Engagements engagements,
      Plans plans,
      Bounds bounds,
      HouseRights house) {
    this.store = store;
    this.contracts = contracts;
    this.engagements = engagements;
    this.plans = plans;
    this.bounds = bounds;
    this.house = house;
  }

  /**
   * @param side for whom the viewer acts, or null for who only looks
   */
  record One(
      ContractFrame frame, Plan plan, Expense expense, List<Move> moves, @Nullable Side side) {
    boolean is(Side other) {
      return side == other;
    }

    /** What is handed over for so much, its taxes included. */
    Money gross(Money spent) {
      return plan.charges().gross(spent);
    }
  }

  /**
   * What an assistant asks in.
   *
   * @param most what one may come to
   * @param runs whether one may be asked for now
   */
  record Asking(ContractFrame frame, Plan plan, Money most, boolean runs) {}

  /**
   * @throws NotFound if there is none, or it is not this person's to see
   */
  @Transactional(readOnly = true)
  public One one(Viewer viewer, ContractId id, UUID expense) {
    var frame = contracts.frame(contracts.get(viewer, id));
    var plan = plans.of(id).orElseThrow(NotFound::new);
    return house.call(() -> {
      var found =
          store
              .find(expense)
              .filter(it -> it.facts().contract().equals(id))
              .orElseThrow(NotFound::new);
      return new One(frame, plan, found, store.moves(found), side(viewer, plan));
    });
  }

  /**
   * The same for who acts on that side.
   *
   * @throws NotFound for anybody else
   */
  @Transactional(readOnly = true)
  public One one(Viewer viewer, ContractId id, UUID expense, Side side) {
    var one = one(viewer, id, expense);
    if (!one.is(side)) {
      throw new NotFound();
    }
    return one;
  }

  /**
   * @throws NotFound if this person is not its assistant
   */
  @Transactional(readOnly = true)
  public Asking asking(Viewer viewer, ContractId id) {
    var contract = contracts.get(viewer, id);
    var plan =
        plans.of(id).filter(p -> side(viewer, p) == Side.ASSISTANT).orElseThrow(NotFound::new);
    return new Asking(
        contracts.frame(contract), plan, bounds.most(plan.currency()), asks(viewer, plan));
  }

  /** Those of a contract, the open ones first. */
  @Transactional(readOnly = true)
  public List<Expense> of(ContractId id) {
    return house.call(() -> store.of(id, MOST));
  }

  /** Whether this person may ask there now: its assistant, while it runs. */
  @Transactional(readOnly = true)
  public boolean asks(Viewer viewer, Plan plan) {
    return viewer.id().equals(plan.assistant())
        && engagements.find(plan.contract()).filter(Engagement::runs).isPresent();
  }

  /** Whether the client of that contract pays directly. */
  boolean promised(ContractId id) {
    return plans.of(id).filter(Plan::promised).isPresent();
  }

  static @Nullable Side side(Viewer viewer, Plan plan) {
    if (viewer.id().equals(plan.assistant())) {
      return Side.ASSISTANT;
    }
    return viewer.hiresFor(plan.client()) ? Side.CLIENT : null;
  }

  /**
   * @param promised whether the client pays directly, so that nothing is held
   */
  static String key(State state, boolean promised) {
    return promised && (state == State.APPROVED || state == State.FUNDED)
        ? "extras.promised.state." + state.name().toLowerCase(Locale.ROOT)
        : key(state);
  }

  private static String key(State state) {
    return "extras.expense.state." + state.name().toLowerCase(Locale.ROOT);
  }

  static String tone(State state) {
    return switch (state) {
      case ASKED, APPROVED, HANDED -> "wait";
      case FUNDED, ACCEPTED -> "good";
      case REFUSED, RETURNED -> "stop";
      case WITHDRAWN, LAPSED -> "";
    };
  }
}
