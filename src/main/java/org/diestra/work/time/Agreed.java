package org.diestra.work.time;

import org.diestra.platform.data.HouseRights;
import org.diestra.work.contracts.ContractFollower;
import org.diestra.work.contracts.Pay;
import org.diestra.work.time.Bag.Allowance;
import org.diestra.work.time.PlanStore.Plan;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps what a contract says about hours, as it is signed. */
@Component
class Agreed implements ContractFollower {
  private final PlanStore store;
  private final HouseRights house;

  Agreed(PlanStore store, HouseRights house) {
    this.store = store;
    this.house = house;
  }

  @Override
  public void signed(Signed signed) {
    var contract = signed.contract();
    Tariff.of(signed.terms().pay())
        .map(tariff ->
            new Plan(
                contract.id(),
                contract.assistant(),
                contract.title(),
                tariff,
                allowance(signed.terms().pay()),
                null))
        .ifPresent(plan ->
            house.call(() -> {
              store.add(plan);
              return plan;
            }));
  }

  private static @Nullable Allowance allowance(Pay pay) {
    var retainer = pay.retainer();
    return retainer == null ? null : new Allowance(retainer.hours() * 60, retainer.rollover() * 60);
  }
}
