package org.diestra.money.payments;

import org.diestra.money.ledger.Ledger;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.data.HouseRights;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.Contracts;
import org.diestra.work.tasks.Priced;
import org.diestra.work.tasks.Prices;
import org.diestra.work.tasks.TaskId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is still to be paid for a task, and whether somebody may. */
@Component
class Bills {
  private final HoldingStore holdings;
  private final Plans plans;
  private final Ledger ledger;
  private final Prices prices;
  private final Contracts contracts;
  private final HouseRights house;

  Bills(
      HoldingStore holdings,
      Plans plans,
      Ledger ledger,
      Prices prices,
      Contracts contracts,
      HouseRights house) {
    this.holdings = holdings;
    this.plans = plans;
    this.ledger = ledger;
    this.prices = prices;
    this.contracts = contracts;
    this.house = house;
  }

  /**
   * What paying for a task would come to.
   *
   * @param price what is to be held for the work; zero where all is held
   * @param credit what the client has with the house in that rail and currency
   */
  record Wanted(Plan plan, Priced task, Money price, Money credit) {
    Money fee() {
      return plan.rates().ofClient(price);
    }

    Money total() {
      return price.plus(fee());
    }

    boolean coveredByCredit() {
      return !total().isMoreThan(credit);
    }
  }

  /**
   * @throws NotFound if this person does not pay for that contract, or nothing is held for it
   */
  @Transactional(readOnly = true)
  public Wanted wanted(Viewer viewer, ContractId id, TaskId task) {
    var contract = contracts.get(viewer, id);
    if (viewer.memberOf(contract.organisation()).filter(m -> m.role().hires()).isEmpty()) {
      throw new NotFound();
    }
    return house.call(() -> wanted(id, task));
  }

  /** The same, whoever asks; for the house. */
  Wanted wanted(ContractId id, TaskId task) {
    var plan = plans.of(id).orElseThrow(NotFound::new);
    var priced = prices.of(task).filter(p -> p.contract().equals(id)).orElseThrow(NotFound::new);
    var held = holdings.of(task, plan);
    boolean useless = priced.over() && !held.owed().isPositive();
    return new Wanted(
        plan,
        priced,
        useless ? plan.money(0) : held.missing(priced.over() ? held.released() : priced.price()),
        ledger.balance(plan.book(), plan.credit()));
  }
}
