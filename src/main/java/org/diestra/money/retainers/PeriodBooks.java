package org.diestra.money.retainers;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.Entry;
import org.diestra.money.ledger.Event;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.payments.Destination.Payment;
import org.diestra.money.payments.Destination.Unset;
import org.diestra.money.payments.Payments;
import org.diestra.money.payments.Plan;
import org.diestra.money.payments.Releases;
import org.diestra.money.payments.Releases.Sold;
import org.diestra.money.payments.Sale;
import org.diestra.money.payments.Share;
import org.diestra.platform.accounts.Languages;
import org.diestra.platform.base.Money;
import org.diestra.platform.page.Pages;
import org.springframework.stereotype.Component;

/**
 * Moves the money of months: each change of a month is written with the entry that makes it true.
 * Whoever asks has the rights of the house and has locked the money of the client.
 */
@Component
class PeriodBooks {
  private final PeriodStore store;
  private final Ledger ledger;
  private final Releases releases;
  private final Languages languages;
  private final Pages pages;
  private final Clock clock;

  PeriodBooks(
      PeriodStore store,
      Ledger ledger,
      Releases releases,
      Languages languages,
      Pages pages,
      Clock clock) {
    this.store = store;
    this.ledger = ledger;
    this.releases = releases;
    this.languages = languages;
    this.pages = pages;
    this.clock = clock;
  }

  /** Money is there for it; where it is over already, what is owed is paid at once. */
  Period fund(Plan plan, Period period, Payment paid, Money price, Money fee) {
    var after = period.fund(price, fee);
    ledger.post(
        Payments.in(plan, paid, price, fee, clock.instant())
            .credit(plan.period(period.id()), price)
            .credit(plan.periodFee(period.id()), fee)
            .about(period.page()));
    store.write(period, after);
    return after.over()
        ? release(plan, promised(plan, after)) // what is kept for lines in dispute stays
        : settle(plan, after, plan.money(0));
  }

  /** The client's bank took some of it back. */
  Unset unset(Plan plan, Period period, Money most, Entry entry) {
    var all = period.held().plus(period.feeHeld());
    var part = most.isMoreThan(all) ? all : most;
    if (!part.isPositive()) {
      return new Unset(entry, part);
    }
    var after = period.unset(part);
    store.write(period, after);
    return new Unset(
        entry
            .debit(plan.period(period.id()), period.held().minus(after.held()))
            .debit(plan.periodFee(period.id()), period.feeHeld().minus(after.feeHeld())),
        part);
  }

  /**
   * Releases what was earned as far as it is held, and gives back what is not needed.
   *
   * @param kept what lines in dispute may still add to what was earned
   */
  Period settle(Plan plan, Period period, Money kept) {
    var after = release(plan, promised(plan, period));
    var surplus = after.surplus(plan.charges(), kept);
    if (!surplus.all().isPositive()) {
      return after;
    }
    var rest = after.without(surplus);
    store.write(after, rest);
    ledger.post(
        entry(plan, rest, Event.REFUND_AGREED, "back")
            .debit(plan.period(rest.id()), surplus.work())
            .debit(plan.periodFee(rest.id()), surplus.fee())
            .credit(plan.credit(), surplus.all()));
    return rest;
  }

  /** Where the client pays directly, the contract itself promises what was earned. */
  private Period promised(Plan plan, Period period) {
    var missing = period.owed().minus(period.held());
    if (!plan.promised() || !missing.isPositive()) {
      return period;
    }
    var after = period.fund(missing, plan.money(0));
    store.write(period, after);
    ledger.post(
        entry(plan, after, Event.FUND, "promised")
            .debit(Account.promised(), missing)
            .credit(plan.period(after.id()), missing));
    return after;
  }

  private Period release(Plan plan, Period period) {
    var share = period.share(plan.charges());
    if (!share.part().isPositive()) {
      return period;
    }
    var after = period.release(share);
    store.write(period, after);
    var entry =
        share.to(
            plan,
            entry(plan, after, Event.RELEASE, "release")
                .debit(plan.period(after.id()), share.gross())
                .debit(plan.periodFee(after.id()), share.fee()));
    var id = Objects.requireNonNull(ledger.post(List.of(entry)).get(entry.key()));
    releases.add(List.of(new Sold(plan, sale(plan, after, share, id))));
    return after;
  }

  private Sale sale(Plan plan, Period period, Share share, UUID entry) {
    var formats = pages.formats(languages.of(plan.client().value()), ZoneOffset.UTC);
    var title = formats.words("retainers.sale", period.begins(), period.last(), period.hours());
    var work =
        new Sale.Work.OfPeriod(
            period.id(),
            title,
            period.begins(),
            period.last(),
            share.part().equals(period.price()));
    return Sale.of(plan, entry, work, share, clock.instant());
  }

  private Entry entry(Plan plan, Period after, Event event, String what) {
    return Entry.of(plan.book(), event, after.key(what), clock.instant()).about(after.page());
  }
}
