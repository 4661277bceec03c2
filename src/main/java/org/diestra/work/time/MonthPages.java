package org.diestra.work.time;

import org.diestra.work.contracts.ContractId;
import org.diestra.work.time.WeekView.MonthView;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Gathers what pages of hours show of a retainer's months; in the transaction of who asks. */
@Component
class MonthPages {
  private final BagStore store;
  private final ObjectProvider<RetainerFunds> funds; // who ask here themselves

  MonthPages(BagStore store, ObjectProvider<RetainerFunds> funds) {
    this.store = store;
    this.funds = funds;
  }

  /** What a month has, or had at its close, for a week; null where it draws from none. */
  @Nullable Integer room(ContractId contract, Week week) {
    return store
        .draw(contract, week.monday())
        .map(Draw::room)
        .orElseGet(() -> store.room(contract).before(week.monday()));
  }

  /** The month of a week; null where it draws from none. */
  @Nullable MonthView of(ContractId contract, Week week, Tariff tariff) {
    var room = store.room(contract);
    var bag = room.of(week.monday());
    return bag == null
        ? null
        : new MonthView(
            room.asItStands(bag),
            funds
                .orderedStream()
                .flatMap(f -> f.of(contract, bag.number()).stream())
                .findFirst()
                .orElse(null),
            store.draw(contract, week.monday()).orElse(null),
            tariff.rate() != null);
  }
}
