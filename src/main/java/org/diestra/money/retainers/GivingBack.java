package org.diestra.money.retainers;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.util.UUID;
import org.diestra.money.payments.MoneyLock;
import org.diestra.money.payments.Plans;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.Contracts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to what an assistant does not want of a month, for having been ill or away. It lowers
 * what the month costs; what is held beyond that is the client's credit at once.
 */
@Service
class GivingBack {
  private static final Refusal MOVED = Refusal.conflict("retainers.conflict.moved");
  private final PeriodStore store;
  private final PeriodBooks books;
  private final Contracts contracts;
  private final Plans plans;
  private final MoneyLock lock;
  private final RetainerNotices notices;
  private final HouseRights house;
  private final Audit audit;

  GivingBack(
      PeriodStore store,
      PeriodBooks books,
      Contracts contracts,
      Plans plans,
      MoneyLock lock,
      RetainerNotices notices,
      HouseRights house,
      Audit audit) {
    this.store = store;
    this.books = books;
    this.contracts = contracts;
    this.plans = plans;
    this.lock = lock;
    this.notices = notices;
    this.house = house;
    this.audit = audit;
  }

  /**
   * Gives so much of its price back, before it is over.
   *
   * @param amount above zero, up to what it costs
   * @param seen the steps of the month as it was on the page
   * @throws NotFound if this person is not the contract's assistant
   */
  @Transactional
  public Outcome<Money> give(Viewer by, ContractId contract, UUID id, Money amount, int seen) {
    if (!contracts.get(by, contract).assistant().equals(by.id())) {
      throw new NotFound();
    }
    var plan = plans.of(contract).orElseThrow(NotFound::new);
    return house.call(() -> {
      lock.of(plan);
      var period =
          store.find(id).filter(p -> p.contract().equals(contract)).orElseThrow(NotFound::new);
      if (period.over() || period.steps() != seen) {
        return refused(MOVED);
      }
      if (!amount.isPositive() || amount.isMoreThan(period.cost())) {
        return refused(Refusal.invalid("amount", "retainers.give.wrong", period.cost()));
      }
      var after = period.giveBack(amount);
      store.write(period, after);
      books.settle(plan, after, plan.money(0));
      audit.record(
          Deed.of("retainers", "give-back")
              .by(by.id().value())
              .on("contract", contract.value())
              .onBehalfOf(plan.client().value())
              .with("month", period.begins().toString())
              .with("amount", amount.toString()));
      notices.givenBack(plan, after, amount);
      return done(amount);
    });
  }
}
