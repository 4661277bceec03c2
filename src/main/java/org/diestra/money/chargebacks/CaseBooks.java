package org.diestra.money.chargebacks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diestra.money.chargebacks.Chargeback.State;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.Entry;
import org.diestra.money.ledger.Event;
import org.diestra.money.ledger.Kind;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.payments.Clawback;
import org.diestra.money.payments.Clawback.Claimed;
import org.diestra.money.payments.Plan;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.timers.Timers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How a chargeback stands in the books. Whoever calls has locked its payment and its row. */
@Component
class CaseBooks {
  private static final Duration LATER = Duration.ofHours(1);
  private final ChargebackStore store;
  private final Clawback clawback;
  private final Ledger ledger;
  private final ChargebackNotices notices;
  private final Timers timers;
  private final Audit audit;
  private final Clock clock;

  CaseBooks(
      ChargebackStore store,
      Clawback clawback,
      Ledger ledger,
      ChargebackNotices notices,
      Timers timers,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.clawback = clawback;
    this.ledger = ledger;
    this.notices = notices;
    this.timers = timers;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Who pays what is owed.
   *
   * @param person an operator who says so, or null
   * @param words how, or null
   */
  private record Payer(String action, @Nullable UUID person, @Nullable String words) {
    static final Payer CREDIT = new Payer("collect", null, null);
  }

  /** The house pays what is found nowhere else, as far as it has something of its own. */
  void book(Claimed claimed, Chargeback before) {
    var now = clock.instant();
    var entry = entry(before, claimed, Event.CHARGEBACK, "taken", now);
    var found = clawback.take(claimed, before.waiting(), entry);
    var left = before.waiting().minus(found.all());
    var own = Collections.max(List.of(claimed.plan().money(0), ledger.own(before.book())));
    var ofOwn = Collections.min(List.of(left, own));
    var after = before.found(found, ofOwn, now);
    var booked = found.all().plus(ofOwn);
    if (booked.isPositive()) {
      ledger.post(
          found
              .entry()
              .debit(Account.receivable(before.client().value()), ofOwn)
              .credit(Account.clientMoney(), booked));
      store.move(after, null);
      store.miss(before.id(), found.held());
      audit.record(moved(deed("book", after).with("booked", booked.toString()), before, after));
      notices.found(claimed, after, found);
    }
    if (after.state() == State.WAITING) {
      timers.at(now.plus(LATER), Cases.BOOK, Ids.text(before.id()));
    }
  }

  /** What the client has with the house pays the assistant first. */
  void collect(Claimed claimed, Chargeback before) {
    var plan = claimed.plan();
    var credit = ledger.balance(plan.book(), Account.refundable(plan.client().value()));
    var paid = Collections.min(List.of(credit, before.held().plus(before.owed())));
    if (paid.isPositive()) {
      var entry =
          entry(before, claimed, Event.ALLOT, "collected", clock.instant())
              .debit(Account.refundable(plan.client().value()), paid);
      pay(plan, before, paid, entry, Payer.CREDIT);
    }
  }

  /**
   * An operator says that it was paid outside of the house.
   *
   * @param words how, 1–200 characters
   */
  Chargeback paidOutside(Claimed claimed, Chargeback before, Viewer operator, String words) {
    var all = before.held().plus(before.owed());
    var entry =
        entry(before, claimed, Event.TOP_UP, "outside", clock.instant())
            .evidence(words)
            .debit(Account.of(Kind.HOUSE), all);
    var by = new Payer("settle", operator.id().value(), words);
    return pay(claimed.plan(), before, all, entry, by);
  }

  private Chargeback pay(Plan plan, Chargeback before, Money paid, Entry entry, Payer by) {
    var now = clock.instant();
    var ofHeld = Collections.min(List.of(paid, before.held()));
    var ofOwn = paid.minus(ofHeld);
    var parts = parts(store.missing(before), ofHeld);
    ledger.post(
        clawback.restore(
            plan, parts, entry.credit(Account.receivable(plan.client().value()), ofOwn)));
    store.found(before.id(), parts);
    var after = before.collect(ofHeld, ofOwn, now);
    store.move(after, by.words());
    audit.record(
        moved(
            deed(by.action(), after).by(by.person()).with("paid", paid.toString()), before, after));
    notices.paid(plan, after, ofHeld);
    return after;
  }

  /** So much of what is missing, the first first. */
  private static Map<UUID, Money> parts(Map<UUID, Money> missing, Money most) {
    var parts = new LinkedHashMap<UUID, Money>();
    var left = most;
    for (var one : missing.entrySet()) {
      var part = Collections.min(List.of(left, one.getValue()));
      if (part.isPositive()) {
        parts.put(one.getKey(), part);
        left = left.minus(part);
      }
    }
    return parts;
  }

  /** Nobody misses or owes anything of it any more, and the rest is the client's. */
  void giveBack(Claimed claimed, Chargeback before) {
    var now = clock.instant();
    var plan = claimed.plan();
    var missing = store.missing(before);
    var after = before.giveBack(now);
    if (before.booked().isPositive()) {
      var back =
          entry(before, claimed, Event.RETURNED, "returned", now)
              .debit(Account.clientMoney(), before.booked())
              .credit(Account.receivable(plan.client().value()), before.owed())
              .credit(
                  Account.refundable(plan.client().value()),
                  before.credit().plus(before.escrow()).plus(before.collected()));
      ledger.post(clawback.restore(plan, missing, back));
      store.found(before.id(), missing);
    }
    store.move(after, null);
    timers.cancel(Cases.BOOK, Ids.text(before.id()));
    audit.record(moved(deed("return", after), before, after));
    notices.returned(claimed, after);
  }

  private static Entry entry(
      Chargeback of, Claimed claimed, Event event, String what, Instant now) {
    var key = "chargebacks:" + what + ":" + of.id() + ":" + (of.steps() + 1);
    return Entry.of(of.book(), event, key, now)
        .about(claimed.subject().page())
        .evidence(of.reference());
  }

  static Deed deed(String action, Chargeback it) {
    return Deed.of("chargebacks", action)
        .on("chargeback", it.id())
        .onBehalfOf(it.client().value())
        .with("amount", it.amount().toString());
  }

  private static Deed moved(Deed deed, Chargeback before, Chargeback after) {
    return deed.moved(before.state().name(), after.state().name());
  }
}
