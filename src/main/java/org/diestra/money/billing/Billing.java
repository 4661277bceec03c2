package org.diestra.money.billing;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.payments.MoneyLock;
import org.diestra.money.payments.Plan;
import org.diestra.money.payments.Plans;
import org.diestra.money.payments.Releases;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.timers.Timers;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.time.Hours;
import org.diestra.work.time.WeekId;
import org.diestra.work.time.WorkedWeek;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Bills weeks. A run takes what is due in sets, each in a transaction of its own: broken off
 * anywhere, the next one goes on with what is still due.
 */
@Component
class Billing {
  static final String RUN = "billing:run";
  static final String DUE = "due";
  static final String OVER = "billing:over";

  /** Weeks of one transaction. */
  static final int SET = 500;

  private static final Duration AFTER = Duration.ofMinutes(1); // most weeks are closed by then
  private final BillStore bills;
  private final DepositStore deposits;
  private final Plans plans;
  private final MoneyLock lock;
  private final Ledger ledger;
  private final Releases releases;
  private final Hours hours;
  private final BillingNotices notices;
  private final Timers timers;
  private final HouseRights house;
  private final Clock clock;

  Billing(
      BillStore bills,
      DepositStore deposits,
      Plans plans,
      MoneyLock lock,
      Ledger ledger,
      Releases releases,
      Hours hours,
      BillingNotices notices,
      Timers timers,
      HouseRights house,
      Clock clock) {
    this.bills = bills;
    this.deposits = deposits;
    this.plans = plans;
    this.lock = lock;
    this.ledger = ledger;
    this.releases = releases;
    this.hours = hours;
    this.notices = notices;
    this.timers = timers;
    this.house = house;
    this.clock = clock;
  }

  /** A week was closed: it is billed with all others that were closed at that time. */
  void due(WorkedWeek week) {
    house.call(() -> {
      bills.add(week, clock.instant());
      return week;
    });
    timers.at(closes(week.week()).plus(AFTER), RUN, DUE);
  }

  /** The end of Friday after it. */
  private static Instant closes(LocalDate week) {
    return week.plusDays(12).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /**
   * Bills a set of what is due.
   *
   * @return whether there may be more
   */
  @Transactional
  public boolean billSet() {
    return billSet(SET);
  }

  /** The same with a set of another size. */
  @Transactional
  public boolean billSet(int most) {
    return house.call(() -> {
      var due = bills.due(most);
      if (!due.isEmpty()) {
        var of = plans.of(due.stream().map(b -> b.id().contract()).collect(Collectors.toSet()));
        var work = begin(of);
        work.bill(due);
        finish(work);
        hours.billed(due.stream().map(Bill::id).toList());
        work.bills().stream()
            .filter(b -> b.owed().isPositive())
            .forEach(b -> notices.owed(Objects.requireNonNull(of.get(b.id().contract())), b));
        of.values().forEach(plan -> over(plan, work));
      }
      return !due.isEmpty(); // what was closed meanwhile is billed as well
    });
  }

  /** Locks the money of their clients and their deposits. */
  Settlement begin(Map<ContractId, Plan> of) {
    lock.of(of.values());
    return new Settlement(of, deposits.locked(of), clock.instant());
  }

  Settlement begin(Plan plan) {
    return begin(Map.of(plan.contract(), plan));
  }

  /** Writes all that was thought through. */
  void finish(Settlement work) {
    if (!work.bills().isEmpty()) {
      bills.write(work.bills(), clock.instant());
    }
    deposits.write(work.deposits());
    if (!work.entries().isEmpty()) {
      releases.add(work.sold(ledger.post(work.entries())));
    }
  }

  /** What that left of a deposit whose contract is over goes back. */
  void over(Plan plan, Settlement done) {
    if (done.deposits().stream().anyMatch(d -> d.over() && d.contract().equals(plan.contract()))) {
      giveBack(plan);
    }
  }

  /** Whatever is in the deposit pays what is owed, the oldest week first. */
  void payOwed(Plan plan) {
    var work = begin(plan);
    bills.owed(plan.contract()).forEach(work::pay);
    finish(work);
  }

  /** What a run has missed, whatever became of its timer. */
  @Transactional
  public void sweep() {
    if (house.call(bills::anyDue)) {
      timers.at(clock.instant(), RUN, DUE);
    }
  }

  /**
   * The contract has ended: once the last week in which something may have been worked is closed,
   * what is left goes back.
   */
  void overAfter(ContractId contract) {
    var week =
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    timers.at(closes(week).plus(AFTER).plus(AFTER), OVER, contract.toString());
  }

  /** A week was closed with nothing to bill: a deposit that waited for it alone goes back now. */
  void idle(ContractId contract) {
    plans
        .of(contract)
        .map(plan -> house.call(() -> deposits.of(Map.of(contract, plan))).get(contract))
        .filter(Deposit::over)
        .ifPresent(deposit -> timers.at(clock.instant(), OVER, contract.toString()));
  }

  /** The contract is over. Asking twice changes nothing. */
  @Transactional
  public void over(ContractId contract) {
    plans
        .of(contract)
        .ifPresent(plan ->
            house.call(() -> {
              lock.of(plan);
              var deposit = deposits.locked(Map.of(contract, plan)).get(contract);
              if (deposit != null && !deposit.over()) {
                deposits.write(List.of(deposit.ended()));
              }
              giveBack(plan);
              return plan;
            }));
  }

  /** Where a week is still to be billed it stays until then. */
  private void giveBack(Plan plan) {
    var contract = plan.contract();
    payOwed(plan);
    // in the order in which a week goes, so that none is in between
    boolean open = hours.unbilled(List.of(contract)).containsKey(contract);
    if (!open && !bills.anyDue(contract)) {
      var work = begin(plan);
      work.giveBack(contract);
      finish(work);
      notices.changed(plan);
    }
  }

  /** Those of which nothing waits and nothing is owed are paid. */
  void matured(Collection<WeekId> weeks) {
    house.call(() -> {
      hours.paid(bills.settled(List.copyOf(weeks)));
      return weeks;
    });
  }
}
