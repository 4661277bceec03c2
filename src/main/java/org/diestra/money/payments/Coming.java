package org.diestra.money.payments;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.diestra.platform.data.HouseRights;
import org.diestra.work.contracts.ContractId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to what a rail has on its way. */
@Component
public class Coming {
  private final PayInStore store;
  private final HouseRights house;

  Coming(PayInStore store, HouseRights house) {
    this.store = store;
    this.house = house;
  }

  /** Of these contracts, those for whose hours a rail has a payment. */
  @Transactional(readOnly = true)
  public Set<ContractId> hours(Collection<ContractId> contracts) {
    return contracts.isEmpty() ? Set.of() : house.call(() -> store.coming(contracts));
  }

  /** Of these months of retainers, those for which a rail has a payment. */
  @Transactional(readOnly = true)
  public Set<UUID> periods(Collection<UUID> periods) {
    return periods.isEmpty() ? Set.of() : house.call(() -> store.comingPeriods(periods));
  }
}
