package org.diestra.money.payments;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diestra.money.payments.ReleaseStore.Held;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Money;
import org.diestra.platform.data.HouseRights;
import org.diestra.work.contracts.ContractFrame;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.Contracts;
import org.diestra.work.tasks.Priced;
import org.diestra.work.tasks.Prices;
import org.diestra.work.tasks.TaskId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the page of a contract's money shows, in as many statements however many tasks it has. */
@Component
class ContractMoney {
  private final Contracts contracts;
  private final Prices prices;
  private final Plans plans;
  private final HoldingStore holdings;
  private final ReleaseStore releases;
  private final PayInStore payIns;
  private final HouseRights house;

  ContractMoney(
      Contracts contracts,
      Prices prices,
      Plans plans,
      HoldingStore holdings,
      ReleaseStore releases,
      PayInStore payIns,
      HouseRights house) {
    this.contracts = contracts;
    this.prices = prices;
    this.plans = plans;
    this.holdings = holdings;
    this.releases = releases;
    this.payIns = payIns;
    this.house = house;
  }

  /** Where the money of a task is. */
  enum Place {
    /** It waits for its funds. */
    WANTED,
    /** A rail has it, or is to have it. */
    COMING,
    HELD,
    /** Kept apart until a dispute is over. */
    DISPUTED,
    /** Approved, and not to be called for yet. */
    RELEASED,
    AVAILABLE,
    /** Called off; what was held is the client's again. */
    BACK
  }

  /**
   * @param wanted what of it is still to come in, its taxes included
   * @param payIn that is on its way, or null
   * @param until when what was released may be called for, or null
   */
  record Line(
      Priced task,
      Place place,
      Holding holding,
      Money wanted,
      @Nullable PayIn payIn,
      @Nullable Instant until) {}

  /**
   * @param plan null where no money is held for this contract
   * @param client whether the viewer sees it from the client's side
   * @param pays whether the viewer may pay
   * @param hours whether hours are paid as well
   * @param retainer whether a retainer is
   * @param tasks whether tasks have a price of their own
   */
  record View(
      ContractFrame frame,
      @Nullable Plan plan,
      boolean client,
      boolean pays,
      boolean hours,
      boolean retainer,
      boolean tasks,
      List<Line> lines) {
    /** What is held now for the prices and their taxes. */
    Money held() {
      return sum(l -> l.holding().held().plus(l.holding().kept().work()));
    }

    /** Of the prices, what was approved. */
    Money released() {
      return sum(l -> l.holding().paid());
    }

    /** What still waits for its funds. */
    Money wanted() {
      return sum(Line::wanted);
    }

    private java.util.Currency currency() {
      return Objects.requireNonNull(plan).currency();
    }

    private Money sum(Function<Line, Money> what) {
      return lines.stream().map(what).reduce(Money.zero(currency()), Money::plus);
    }

    String href(Line line) {
      return frame.href("money/tasks/" + line.task().id());
    }

    String page(Line line) {
      return frame.href("tasks/" + line.task().id());
    }
  }

  @Transactional(readOnly = true)
  public View view(Viewer viewer, ContractId id) {
    var contract = contracts.get(viewer, id);
    var member = viewer.memberOf(contract.organisation());
    var plan = plans.of(id).orElse(null);
    var lines = plan == null ? List.<Line>of() : lines(plan, prices.of(id));
    boolean client = !viewer.id().equals(contract.assistant());
    boolean pays = member.filter(m -> m.role().hires()).isPresent();
    var pay = contracts.terms(id).pay();
    return new View(
        contracts.frame(contract),
        plan,
        client,
        pays,
        pay.hour() != null,
        pay.retainer() != null,
        pay.task() != null,
        lines);
  }

  private List<Line> lines(Plan plan, List<Priced> priced) {
    return house.call(() -> {
      var held = holdings.of(plan);
      var coming =
          payIns.live(plan.contract()).stream()
              .filter(p -> p.facts().subject().task() != null)
              .collect(
                  Collectors.toMap(
                      p -> Objects.requireNonNull(p.facts().subject().task()), p -> p));
      var waiting =
          releases.of(plan.contract()).stream()
              .filter(r -> r.task() != null)
              .collect(
                  Collectors.toMap(
                      r -> Objects.requireNonNull(r.task()), Held::dueAt, (a, b) -> b));
      return priced.stream()
          .map(task ->
              line(
                  plan,
                  task,
                  held.getOrDefault(task.id(), Holding.none(task.id(), plan)),
                  coming,
                  waiting.get(task.id())))
          .toList();
    });
  }

  private static Line line(
      Plan plan, Priced task, Holding holding, Map<TaskId, PayIn> coming, @Nullable Instant until) {
    var payIn = coming.get(task.id());
    var wanted =
        task.over()
            ? holding.owedGross(plan.charges())
            : task.disputed() ? plan.money(0) : holding.missing(task.price(), plan.charges());
    return new Line(
        task, place(task, holding, wanted, payIn, until), holding, wanted, payIn, until);
  }

  private static Place place(
      Priced task, Holding holding, Money wanted, @Nullable PayIn payIn, @Nullable Instant until) {
    if (payIn != null) {
      return Place.COMING;
    }
    if (task.disputed()) {
      return Place.DISPUTED;
    }
    if (task.over()) {
      return holding.owed().isPositive()
          ? Place.WANTED
          : until != null
              ? Place.RELEASED
              : holding.released().isPositive() ? Place.AVAILABLE : Place.BACK;
    }
    return wanted.isPositive() ? Place.WANTED : Place.HELD;
  }
}
