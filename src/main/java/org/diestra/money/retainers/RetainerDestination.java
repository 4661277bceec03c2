package org.diestra.money.retainers;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.diestra.money.ledger.Entry;
import org.diestra.money.payments.Charges;
import org.diestra.money.payments.Destination;
import org.diestra.money.payments.Plan;
import org.diestra.money.payments.Plans;
import org.diestra.money.payments.Subject;
import org.diestra.platform.base.Money;
import org.diestra.platform.data.HouseRights;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.Contracts;
import org.diestra.work.engagements.Engagement;
import org.diestra.work.engagements.Engagements;
import org.diestra.work.engagements.StartFunds;
import org.diestra.work.time.RetainerFunds;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where money for months goes: into escrow, each month's apart. */
@Component
class RetainerDestination implements Destination, StartFunds, RetainerFunds {
  private final PeriodStore store;
  private final PeriodBooks books;
  private final ObjectProvider<Contracts> contracts; // who ask here themselves
  private final ObjectProvider<Engagements> engagements;
  private final Plans plans;
  private final RetainerNotices notices;
  private final HouseRights house;

  RetainerDestination(
      PeriodStore store,
      PeriodBooks books,
      ObjectProvider<Contracts> contracts,
      ObjectProvider<Engagements> engagements,
      Plans plans,
      RetainerNotices notices,
      HouseRights house) {
    this.store = store;
    this.books = books;
    this.contracts = contracts;
    this.engagements = engagements;
    this.plans = plans;
    this.notices = notices;
    this.house = house;
  }

  @Override
  public boolean takes(Subject subject) {
    return subject.period() != null;
  }

  /** Nothing is locked before the money. */
  @Override
  public void lock(Subject subject) {}

  @Override
  public Optional<Demand> demand(Plan plan, Subject subject) {
    return period(plan, Objects.requireNonNull(subject.period()))
        .map(period -> demand(plan.charges(), period));
  }

  private static Demand demand(Charges charges, Period period) {
    return new Demand(null, period.wanted(charges), period.uncovered(charges), charges);
  }

  /** The first may be paid as soon as its contract is signed, whether or not it was asked for. */
  private Optional<Period> period(Plan plan, UUID id) {
    return store
        .find(id)
        .filter(period -> period.contract().equals(plan.contract()))
        .or(() -> first(plan).filter(period -> period.id().equals(id)));
  }

  private Optional<Period> first(Plan plan) {
    var terms = contracts.getObject().terms(plan.contract());
    var retainer = terms.pay().retainer();
    boolean preparing =
        engagements.getObject().find(plan.contract()).orElse(null) instanceof Engagement.Preparing;
    return retainer == null || !preparing
        ? Optional.empty()
        : Optional.of(
            Period.planned(plan, 1, terms.start(), terms.start().plusMonths(1), retainer));
  }

  @Override
  @Transactional
  public void fund(Plan plan, Payment paid, Money price) {
    house.call(() -> {
      var period = period(plan, Objects.requireNonNull(paid.subject().period())).orElseThrow();
      store.add(period);
      var fee = paid.feeOn(price, plan.charges());
      var after = books.fund(plan, period, paid, price, fee);
      if (price.isPositive()) {
        notices.funded(plan, after, price);
      }
      return plan;
    });
  }

  @Override
  @Transactional
  public Unset unset(Plan plan, Subject subject, Money most, Entry entry) {
    return house.call(() -> {
      var period = store.find(Objects.requireNonNull(subject.period()));
      return period.isEmpty()
          ? new Unset(entry, plan.money(0))
          : books.unset(plan, period.get(), most, entry);
    });
  }

  /** All of the first month, before the first hour. */
  @Override
  @Transactional(readOnly = true)
  public Optional<Money> missing(ContractId contract) {
    return house.call(() ->
        plans
            .of(contract)
            .filter(plan -> !plan.promised())
            .flatMap(
                plan -> period(plan, Period.idOf(contract, 1)).map(p -> p.wanted(plan.charges()))));
  }

  @Override
  @Transactional(readOnly = true)
  public boolean bought(ContractId contract, int number, boolean used) {
    return house.call(() ->
        plans
            .of(contract)
            .map(plan ->
                store
                    .find(Period.idOf(contract, number))
                    .filter(p -> p.cost().isPositive())
                    .filter(p -> used || p.wanted(plan.charges()).isZero())
                    .isPresent())
            .orElse(true));
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Level> of(ContractId contract, int number) {
    return house.call(() ->
        plans
            .of(contract)
            .map(plan ->
                plan.promised()
                    ? Level.PROMISED
                    : store
                        .find(Period.idOf(contract, number))
                        .map(p -> p.wanted(plan.charges()))
                        .filter(Money::isZero)
                        .map(held -> Level.HELD)
                        .orElse(Level.AWAITED)));
  }
}
