package org.diestra.hiring.fees;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.PayUnit;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;

/** The door to the fee schedule: which rates hold when, and what a price comes to under them. */
@Service
public class Fees {
  private final FeeStore store;
  private final SingletonSupplier<List<FeeExemption>> exemptions; // of modules that have money
  private final Audit audit;
  private final Clock clock;

  Fees(FeeStore store, ObjectProvider<FeeExemption> exemptions, Audit audit, Clock clock) {
    this.store = store;
    this.exemptions = SingletonSupplier.of(() -> exemptions.stream().toList());
    this.audit = audit;
    this.clock = clock;
  }

  public Rates now() {
    return at(clock.instant());
  }

  public Rates at(Instant when) {
    return store.at(when).orElse(Rates.NONE);
  }

  /** What holds now for prices in that currency. */
  public Rates now(Currency currency) {
    return exempt().contains(currency) ? Rates.NONE : now();
  }

  /** The same for each of these. */
  public Map<Currency, Rates> now(Collection<Currency> currencies) {
    var exempt = exempt();
    var rates = now();
    return currencies.stream()
        .distinct()
        .collect(Collectors.toMap(c -> c, c -> exempt.contains(c) ? Rates.NONE : rates));
  }

  private Set<Currency> exempt() {
    return exemptions.obtain().stream()
        .flatMap(exemption -> exemption.currencies().stream())
        .collect(Collectors.toSet());
  }

  /** What a price comes to under the rates of this moment. */
  public Quote quote(PayUnit unit, Money price, BigDecimal quantity) {
    return Quote.of(unit, price, quantity, now(price.currency()));
  }

  /** Every step that was or will be, the latest first. */
  List<Step> schedule() {
    return store.all();
  }

  /** Plans rates from a moment on, which may not have passed: nobody's past gets dearer. */
  @Transactional
  Outcome<Step> plan(PersonId operator, Rates rates, Instant from) {
    if (from.isBefore(clock.instant())) {
      return Outcome.refused(Refusal.invalid("from", "fees.from.past"));
    }
    var step = new Step(Ids.fresh(), rates, from);
    if (!store.add(step, operator, clock.instant())) {
      return Outcome.refused(Refusal.invalid("from", "fees.from.taken"));
    }
    audit.record(deed("plan", operator, step.id()));
    return Outcome.done(step);
  }

  /** Takes back a step that has not begun. */
  @Transactional
  void takeBack(PersonId operator, UUID step) {
    if (!store.remove(step, clock.instant())) {
      throw new NotFound();
    }
    audit.record(deed("take-back", operator, step));
  }

  private static Deed deed(String action, PersonId operator, UUID step) {
    return Deed.of("fees", action).by(operator.value()).on("fee-step", step);
  }

  /** One line of the schedule: the rates that hold from a moment until the next step. */
  record Step(UUID id, Rates rates, Instant from) {}
}
