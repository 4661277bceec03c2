package org.diestra.money.direct;

import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.diestra.hiring.fees.FeeExemption;
import org.diestra.platform.data.HouseRights;
import org.diestra.work.contracts.OfferNote;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where no money passes through the house, there is none of which it could take a fee; and both are
 * told before they sign.
 */
@Component
class DirectTerms implements FeeExemption, OfferNote {
  private final ModeStore store;
  private final HouseRights house;

  DirectTerms(ModeStore store, HouseRights house) {
    this.store = store;
    this.house = house;
  }

  /** Without a transaction of the caller's own around it, which would be four turns more. */
  @Override
  public Set<Currency> currencies() {
    return house.call(store::all).stream().map(Mode::currency).collect(Collectors.toSet());
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<String> key(Currency currency) {
    return house.call(() -> store.of(currency)).map(mode -> "direct.offer.note");
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Integer> directDays(Currency currency) {
    return house.call(() -> store.of(currency)).map(Mode::termDays);
  }
}
