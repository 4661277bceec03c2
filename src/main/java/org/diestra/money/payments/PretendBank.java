package org.diestra.money.payments;

import java.time.Clock;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.timers.Timers;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A rail that moves no money: a bank for the demo, which is slow, may refuse, and may never call
 * back, as whoever tries it says. It is closed to everybody but its guests.
 */
@Component
@Order(0) // the demo's own comes first
class PretendBank implements Rail {
  static final String ID = "pretend";
  static final String CALL = "payments:call";
  static final Duration SLOW = Duration.ofSeconds(20);
  private final PretenceStore store;
  private final List<Guests> guests;
  private final Timers timers;
  private final HouseRights house;
  private final Clock clock;

  PretendBank(
      PretenceStore store, List<Guests> guests, Timers timers, HouseRights house, Clock clock) {
    this.store = store;
    this.guests = List.copyOf(guests);
    this.timers = timers;
    this.house = house;
    this.clock = clock;
  }

  /** Who may pretend. */
  interface Guests {
    boolean admits(OrganisationId client);
  }

  /** What it is to do with a payment. */
  enum Wish {
    PAY,
    REFUSE,
    /** Pays, and never says so by itself. */
    PAY_SILENTLY;

    String slug() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /** Its case, where it takes a payment back. */
  static String reference(UUID payIn) {
    return "pretend chargeback " + Ids.text(payIn);
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public boolean serves(OrganisationId client, Currency currency) {
    return guests.stream().anyMatch(g -> g.admits(client));
  }

  @Override
  public String page(UUID payment) {
    return "/money/pretend-bank/" + Ids.text(payment);
  }

  /** Once it was told what to do, it stays with that. */
  @Transactional
  public void tell(UUID payIn, Wish wish) {
    var answers = clock.instant().plus(SLOW);
    boolean silent = wish == Wish.PAY_SILENTLY;
    boolean first = house.call(() -> store.add(payIn, answers, wish != Wish.REFUSE, silent));
    if (first && !silent) {
      timers.at(answers, CALL, Ids.text(payIn));
    }
  }

  /** For a payment of the past. */
  void payAtOnce(UUID payIn) {
    house.call(() -> store.add(payIn, clock.instant(), true, false));
  }

  /** It sends back whatever it is asked to, slowly. */
  @Override
  @Transactional
  public void sendBack(UUID refund, OrganisationId client, Money amount) {
    house.call(() -> store.add(refund, clock.instant().plus(SLOW), true, true));
  }

  @Override
  @Transactional(readOnly = true)
  public Standing standing(UUID payIn) {
    var known = house.call(() -> store.find(payIn));
    return known
        .filter(p -> !p.answersAt().isAfter(clock.instant()))
        .<Standing>map(p ->
            p.pays() ? new Standing.Paid("pretend " + Ids.text(payIn)) : new Standing.Refused())
        .orElse(new Standing.Unknown());
  }
}
