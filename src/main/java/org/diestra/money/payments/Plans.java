package org.diestra.money.payments;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.diestra.hiring.fees.Rates;
import org.diestra.money.ledger.Book;
import org.diestra.platform.data.HouseRights;
import org.diestra.work.contracts.ContractFollower;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.Contracts;
import org.diestra.work.tasks.Prices;
import org.diestra.work.tasks.TaskId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to how a contract's money runs. It keeps it, as it is signed; where no rail serves it
 * there is none.
 */
@Component
public class Plans implements ContractFollower {
  private final PlanStore store;
  private final Rails rails;
  private final ObjectProvider<Contracts> contracts; // who ask here themselves
  private final ObjectProvider<Prices> prices; // who do as well
  private final ObjectProvider<Treatments> treatments; // who do as well
  private final HouseRights house;
  private final Clock clock;
  private final int holdDays;

  Plans(
      PlanStore store,
      Rails rails,
      ObjectProvider<Contracts> contracts,
      ObjectProvider<Prices> prices,
      ObjectProvider<Treatments> treatments,
      HouseRights house,
      Clock clock,
      @Value("${diestra.payments.hold-days:5}") int holdDays) {
    this.store = store;
    this.rails = rails;
    this.contracts = contracts;
    this.prices = prices;
    this.treatments = treatments;
    this.house = house;
    this.clock = clock;
    this.holdDays = holdDays;
  }

  @Override
  public void signed(Signed signed) {
    var contract = signed.contract();
    var currency = signed.terms().pay().currency();
    rails
        .of(contract.organisation(), contract.assistant(), currency)
        .map(rail ->
            new Plan(
                contract.id(),
                contract.organisation(),
                contract.assistant(),
                rail.id(),
                currency,
                Book.DIRECT.equals(rail.id())
                    ? Rates.NONE // there is nothing that a fee could be taken from
                    : contracts.getObject().rates(contract.id()),
                Tax.NONE,
                rail.days(currency, holdDays)))
        .ifPresent(plan ->
            house.call(() -> {
              boolean taxed = !plan.promised() && contracts.getObject().taxed(contract.id());
              store.add(plan, taxed, clock.instant());
              if (taxed) {
                treatments.getObject().look(plan.contract());
              }
              return plan;
            }));
  }

  /** The one of the contract in which a task is. */
  @Transactional(readOnly = true)
  public Optional<Plan> ofTask(TaskId task) {
    return prices.getObject().of(task).flatMap(priced -> of(priced.contract()));
  }

  /** Empty where no money is held for it. */
  @Transactional(readOnly = true)
  public Optional<Plan> of(ContractId contract) {
    return house.call(() -> store.of(contract, clock.instant()));
  }

  /** The same, as it was then. */
  @Transactional(readOnly = true)
  public Optional<Plan> of(ContractId contract, Instant then) {
    return house.call(() -> store.of(contract, then));
  }

  /** Those of many; without those for which no money is held. */
  @Transactional(readOnly = true)
  public Map<ContractId, Plan> of(Collection<ContractId> contracts) {
    return house.call(() -> store.of(contracts, clock.instant()));
  }
}
