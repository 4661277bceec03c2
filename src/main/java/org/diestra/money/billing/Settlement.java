package org.diestra.money.billing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.diestra.money.billing.Bill.Kept;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.Entry;
import org.diestra.money.ledger.Event;
import org.diestra.money.payments.Destination.Unset;
import org.diestra.money.payments.Plan;
import org.diestra.money.payments.Releases.Sold;
import org.diestra.money.payments.Sale;
import org.diestra.money.payments.Share;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.time.WeekId;

/**
 * What one transaction does to deposits and weeks, thought through before anything is written. Not
 * for several threads.
 */
final class Settlement {
  private final Map<ContractId, Plan> plans;
  private final Map<ContractId, Deposit> deposits;
  private final Instant now;
  private final Map<WeekId, Bill> bills = new LinkedHashMap<>();
  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Released> released = new HashMap<>();

  /** What an entry releases, of which the books will know the id. */
  private record Released(Plan plan, Bill bill, Share share) {}

  /**
   * @param deposits of all the contracts that it is about; each is locked
   */
  Settlement(Map<ContractId, Plan> plans, Map<ContractId, Deposit> deposits, Instant now) {
    this.plans = Map.copyOf(plans);
    this.deposits = new LinkedHashMap<>(deposits);
    this.now = now;
  }

  /** Money is there for the hours of a contract. */
  void fund(ContractId contract, Entry in, Money price, Money fee) {
    var plan = plan(contract);
    entries.add(in.credit(plan.deposit(), price).credit(plan.depositFee(), fee));
    deposits.compute(contract, (id, d) -> Objects.requireNonNull(d).fund(price, fee));
  }

  /**
   * Pays what is accepted of these weeks, as far as there is something, the oldest first, and then
   * keeps what is disputed.
   */
  void bill(List<Bill> due) {
    for (var week : due) {
      var billed = week.bill(null);
      bills.put(billed.id(), billed);
      pay(billed);
    }
    due.forEach(week -> keep(Objects.requireNonNull(bills.get(week.id()))));
  }

  private void keep(Bill billed) {
    var plan = plan(billed);
    var deposit = deposit(billed);
    var worth = plan.charges().gross(billed.price(), billed.withheld());
    var work = Collections.min(List.of(worth, deposit.held()));
    if (work.isPositive()) {
      var fee = Collections.min(List.of(plan.charges().feeOn(work), deposit.feeHeld()));
      var kept = new Kept(Ids.fresh(), work, fee);
      var after = billed.bill(kept);
      bills.put(after.id(), after);
      deposits.put(plan.contract(), deposit.keep(work, fee));
      entries.add(
          entry(plan, after, Event.DISPUTE_HOLD, "kept")
              .debit(plan.deposit(), work)
              .debit(plan.depositFee(), fee)
              .credit(disputed(plan, kept), kept.all()));
    }
  }

  /**
   * Pays what a billed week is owed, as far as there is something. Where the client pays directly,
   * the contract itself promises what is accepted: there is always enough.
   */
  void pay(Bill billed) {
    var plan = plan(billed);
    if (plan.promised()) {
      promise(plan, billed);
    }
    var share = deposit(billed).share(billed.owed(), billed.paid(), plan.charges());
    if (share.part().isPositive()) {
      var after = billed.pay(share);
      bills.put(after.id(), after);
      deposits.put(plan.contract(), deposit(billed).take(share));
      var entry =
          share.to(
              plan,
              entry(plan, after, Event.RELEASE, "week")
                  .debit(plan.deposit(), share.gross())
                  .debit(plan.depositFee(), share.fee()));
      entries.add(entry);
      released.put(entry.key(), new Released(plan, after, share));
    }
  }

  private void promise(Plan plan, Bill billed) {
    var missing = billed.owed().minus(deposit(billed).held());
    if (missing.isPositive()) {
      fund(
          plan.contract(),
          entry(plan, billed, Event.FUND, "promised").debit(Account.promised(), missing),
          missing,
          plan.money(0));
    }
  }

  /**
   * One side gave way: what was kept is in the deposit again, and pays what is to be paid.
   *
   * @param amount of what was withheld
   */
  void settle(Bill disputed, Money amount) {
    var plan = plan(disputed);
    var after = disputed.settle(amount);
    bills.put(after.id(), after);
    var kept = disputed.kept();
    if (kept != null) {
      deposits.put(plan.contract(), deposit(disputed).fund(kept.work(), kept.fee()));
      entries.add(
          entry(plan, after, Event.AWARD, "settled")
              .debit(disputed(plan, kept), kept.all())
              .credit(plan.deposit(), kept.work())
              .credit(plan.depositFee(), kept.fee()));
    }
    pay(after);
  }

  /** The contract is over, and nothing is to be paid from it any more. */
  void giveBack(ContractId contract) {
    var plan = plan(contract);
    var deposit = Objects.requireNonNull(deposits.get(contract));
    if (deposit.all().isPositive()) {
      var after = deposit.empty();
      var key = "billing:back:" + contract + ":" + after.steps();
      entries.add(
          Entry.of(plan.book(), Event.REFUND_AGREED, key, now)
              .debit(plan.deposit(), deposit.held())
              .debit(plan.depositFee(), deposit.feeHeld())
              .credit(plan.credit(), deposit.all())
              .about("/contracts/" + contract + "/money"));
      deposits.put(contract, after);
    }
  }

  /**
   * The client's bank took money of it back.
   *
   * @param other the entry to which the debits are added, which is not of this settlement
   */
  Unset unset(ContractId contract, Money most, Entry other) {
    var plan = plan(contract);
    var before = Objects.requireNonNull(deposits.get(contract));
    var part = Collections.min(List.of(most, before.all()));
    if (!part.isPositive()) {
      return new Unset(other, part);
    }
    var after = before.unset(part);
    deposits.put(contract, after);
    return new Unset(
        other
            .debit(plan.deposit(), before.held().minus(after.held()))
            .debit(plan.depositFee(), before.feeHeld().minus(after.feeHeld())),
        part);
  }

  List<Entry> entries() {
    return entries;
  }

  /** As they are afterwards. */
  List<Bill> bills() {
    return List.copyOf(bills.values());
  }

  /** As they are afterwards, those that stayed as they were included. */
  List<Deposit> deposits() {
    return List.copyOf(deposits.values());
  }

  /**
   * @param ids of the entries, by key
   */
  List<Sold> sold(Map<String, UUID> ids) {
    return released.entrySet().stream()
        .map(e -> sold(e.getValue(), Objects.requireNonNull(ids.get(e.getKey()))))
        .toList();
  }

  private Sold sold(Released it, UUID entry) {
    var plan = it.plan();
    var bill = it.bill();
    var work = new Sale.Work.OfWeek(bill.id().week(), bill.minutes(), bill.rate());
    return new Sold(plan, Sale.of(plan, entry, work, it.share(), now));
  }

  private Entry entry(Plan plan, Bill bill, Event event, String what) {
    return Entry.of(plan.book(), event, bill.key(what), now)
        .about(Plan.page(plan.contract(), bill.id().week()));
  }

  private static Account disputed(Plan plan, Kept kept) {
    return Account.disputed(plan.client().value(), kept.dispute());
  }

  private Deposit deposit(Bill bill) {
    return Objects.requireNonNull(deposits.get(bill.id().contract()));
  }

  private Plan plan(Bill bill) {
    return plan(bill.id().contract());
  }

  private Plan plan(ContractId contract) {
    return Objects.requireNonNull(plans.get(contract));
  }
}
