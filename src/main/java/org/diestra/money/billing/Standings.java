package org.diestra.money.billing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.diestra.money.billing.BillStore.Open;
import org.diestra.money.payments.Plan;
import org.diestra.money.payments.Plans;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.time.Hours;
import org.diestra.work.time.Hours.Hourly;
import org.diestra.work.time.Hours.Unbilled;
import org.springframework.stereotype.Component;

/** Adds up how hours and the money for them stand; to be asked with the rights of the house. */
@Component
class Standings {
  private final Hours hours;
  private final DepositStore deposits;
  private final BillStore bills;
  private final Plans plans;

  Standings(Hours hours, DepositStore deposits, BillStore bills, Plans plans) {
    this.hours = hours;
    this.deposits = deposits;
    this.bills = bills;
    this.plans = plans;
  }

  /** Empty where it pays no hours. */
  Optional<Standing> of(Plan plan) {
    return hours
        .of(plan.contract())
        .map(hourly -> of(Map.of(plan.contract(), plan), List.of(hourly)).getFirst());
  }

  /** Those of these clients that run or owe something, and for which money is held. */
  List<Standing> alive(Collection<OrganisationId> clients) {
    var all = hours.alive(clients, bills.owing(clients));
    var of = plans.of(all.stream().map(Hourly::contract).toList());
    return of.isEmpty()
        ? List.of()
        : of(of, all.stream().filter(h -> of.containsKey(h.contract())).toList());
  }

  private List<Standing> of(Map<ContractId, Plan> of, List<Hourly> hourly) {
    var held = deposits.of(of);
    var unbilled = hours.unbilled(of.keySet());
    var open = bills.open(of.keySet());
    return hourly.stream()
        .map(h -> {
          var id = h.contract();
          var plan = Objects.requireNonNull(of.get(id));
          var none = plan.money(0);
          return new Standing(
              h,
              Objects.requireNonNull(held.get(id)),
              unbilled.getOrDefault(id, new Unbilled(none, none, none)),
              open.getOrDefault(id, new Open(none, List.of())),
              plan.charges(),
              plan.promised());
        })
        .toList();
  }
}
