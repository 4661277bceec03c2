package org.diestra.money.payments;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.Entry;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.payments.ReleaseStore.Held;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.data.HouseRights;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where the money of a payment is found again that its client's bank took back: in what the client
 * has with the house, in what is set apart for the work, and in what the assistant earned by it and
 * may not call for yet. What may be called for stays the assistant's.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Clawback {
  private final PayInStore store;
  private final Funding funding;
  private final Destinations destinations;
  private final ReleaseStore releases;
  private final Releases sales;
  private final Ledger ledger;
  private final PaymentNotices notices;
  private final HouseRights house;

  Clawback(
      PayInStore store,
      Funding funding,
      Destinations destinations,
      ReleaseStore releases,
      Releases sales,
      Ledger ledger,
      PaymentNotices notices,
      HouseRights house) {
    this.store = store;
    this.funding = funding;
    this.destinations = destinations;
    this.releases = releases;
    this.sales = sales;
    this.ledger = ledger;
    this.notices = notices;
    this.house = house;
  }

  /**
   * A payment that its rail said was paid.
   *
   * @param total with the client's fee
   * @param page where its client follows it
   */
  public record Claimed(UUID payment, Plan plan, Subject subject, Money total, String page) {}

  /**
   * What of a payment was found again.
   *
   * @param entry with a debit for each place
   * @param credit what the client had with the house
   * @param escrow what was set apart for the work, fees included
   * @param held what the assistant had earned, by the entry that released it
   */
  public record Found(Entry entry, Money credit, Money escrow, Map<UUID, Money> held) {
    public Found {
      held = Map.copyOf(held);
    }

    public Money ofHeld() {
      return held.values().stream().reduce(Money.zero(credit.currency()), Money::plus);
    }

    public Money all() {
      return credit.plus(escrow).plus(ofHeld());
    }
  }

  /**
   * Locks all that moves with a payment until the transaction ends.
   *
   * @throws NotFound if there is none, or it was never paid
   */
  public Claimed lock(UUID payment) {
    return house.call(() -> {
      var payIn = store.find(payment).orElseThrow(NotFound::new);
      var facts = payIn.facts();
      var plan = funding.plan(facts);
      funding.lock(plan, facts.subject());
      if (!(store.locked(payment).orElseThrow() instanceof PayIn.Paid)) {
        throw new NotFound();
      }
      return new Claimed(payment, plan, facts.subject(), facts.total(), facts.href());
    });
  }

  /**
   * Takes at most so much out of where it is found.
   *
   * @param entry to which the debits are added
   */
  public Found take(Claimed claimed, Money most, Entry entry) {
    return house.call(() -> {
      var plan = claimed.plan();
      var credit = Collections.min(List.of(most, ledger.balance(plan.book(), plan.credit())));
      var unset =
          destinations
              .of(claimed.subject())
              .unset(
                  plan, claimed.subject(), most.minus(credit), entry.debit(plan.credit(), credit));
      var left = most.minus(credit).minus(unset.amount());
      var held = new HashMap<UUID, Money>();
      for (var one : left.isPositive() ? latest(claimed) : List.<Held>of()) {
        var part = Collections.min(List.of(left, plan.money(one.net())));
        if (part.isPositive()) {
          releases.take(one.entry(), part.minor());
          held.put(one.entry(), part);
          left = left.minus(part);
        }
      }
      var ofHeld = held.values().stream().reduce(plan.money(0), Money::plus);
      notices.changed(plan);
      return new Found(
          unset.entry().debit(Account.held(plan.assistant().value()), ofHeld),
          credit,
          unset.amount(),
          held);
    });
  }

  /** What may be called for last goes first. */
  private List<Held> latest(Claimed claimed) {
    var all = new ArrayList<>(releases.locked(claimed.subject()));
    Collections.reverse(all);
    return all;
  }

  /**
   * Gives the assistant back what was taken: on hold as before, or available where its days are
   * over by now.
   *
   * @param entry to which the credits are added
   */
  public Entry restore(Plan plan, Map<UUID, Money> held, Entry entry) {
    return house.call(() -> {
      var assistant = plan.assistant().value();
      var after = entry;
      for (var one : releases.restore(amounts(held))) {
        var amount = plan.money(one.amount());
        after =
            after.credit(
                one.matured() ? Account.available(assistant) : Account.held(assistant), amount);
        var task = one.task();
        if (one.matured() && task != null) {
          sales.look(task);
        }
      }
      notices.changed(plan);
      return after;
    });
  }

  private static Map<UUID, Long> amounts(Map<UUID, Money> held) {
    var amounts = new HashMap<UUID, Long>();
    held.forEach((entry, money) -> amounts.put(entry, money.minor()));
    return amounts;
  }
}
