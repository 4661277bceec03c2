package org.diestra.money.direct;

import java.time.Clock;
import java.util.Currency;
import java.util.List;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * In which currencies the house holds no money. It counts for contracts that are signed from then
 * on; those that were signed stay as they are.
 */
@Service
class Modes {
  private final ModeStore store;
  private final HouseRights house;
  private final Audit audit;
  private final Clock clock;

  Modes(ModeStore store, HouseRights house, Audit audit, Clock clock) {
    this.store = store;
    this.house = house;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public List<Mode> all() {
    return house.call(store::all);
  }

  /**
   * @param termDays until an approval is to be paid, 0–90
   */
  @Transactional
  public void begin(Viewer operator, Currency currency, int termDays) {
    house.call(() -> {
      store.put(new Mode(currency, termDays, clock.instant()), operator.id());
      return currency;
    });
    audit.record(deed("begin", operator, currency).with("days", termDays));
  }

  /**
   * @throws NotFound if the house holds that currency's money anyway
   */
  @Transactional
  public void end(Viewer operator, Currency currency) {
    if (!house.call(() -> store.remove(currency))) {
      throw new NotFound();
    }
    audit.record(deed("end", operator, currency));
  }

  private static Deed deed(String action, Viewer operator, Currency currency) {
    return Deed.of("direct", action)
        .by(operator.id().value())
        .with("currency", currency.getCurrencyCode());
  }
}
