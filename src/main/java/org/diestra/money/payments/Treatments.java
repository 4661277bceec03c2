package org.diestra.money.payments;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.diestra.money.payments.TreatmentStore.Kept;
import org.diestra.money.taxes.Rulebook;
import org.diestra.money.taxes.Supply;
import org.diestra.money.taxes.TaxFollower;
import org.diestra.money.taxes.TaxProfile;
import org.diestra.money.taxes.Taxes;
import org.diestra.money.taxes.Treatment;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.timers.Timers;
import org.diestra.work.contracts.ContractId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps how the invoices of contracts are taxed, from a day on: decided when a contract is signed,
 * when a side has other tax details, when there is another rule, and each day anew for that day and
 * the next. Looked at twice it comes to the same.
 */
@Component
class Treatments implements TaxFollower {
  static final String ALL = "payments:taxes";
  private static final int SET = 500;
  private final TreatmentStore store;
  private final Taxes taxes;
  private final Timers timers;
  private final HouseRights house;
  private final Clock clock;

  Treatments(TreatmentStore store, Taxes taxes, Timers timers, HouseRights house, Clock clock) {
    this.store = store;
    this.taxes = taxes;
    this.timers = timers;
    this.house = house;
    this.clock = clock;
  }

  @Transactional
  public void look(ContractId contract) {
    look(contract.value(), null);
  }

  @Override
  @Transactional
  public void told(UUID owner) {
    if (owner.equals(TaxProfile.HOUSE)) {
      ruled();
    } else {
      look(null, owner);
    }
  }

  @Override
  @Transactional
  public void ruled() {
    timers.at(clock.instant(), ALL, "all");
  }

  @Transactional
  public void all() {
    look(null, null);
  }

  private void look(@Nullable UUID contract, @Nullable UUID owner) {
    house.call(() -> {
      var rules = taxes.rulebook();
      var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
      Stream.of(today, today.plusDays(1)).forEach(day -> look(rules, contract, owner, day));
      return rules;
    });
  }

  private void look(Rulebook rules, @Nullable UUID contract, @Nullable UUID owner, LocalDate day) {
    var after = TreatmentStore.FIRST;
    List<Kept> some;
    do {
      some = store.of(contract, owner, day, clock.instant(), after, SET);
      var known = taxes.profiles(parties(some));
      var changed = new ArrayList<Kept>();
      for (var kept : some) {
        var tax = tax(rules, known, kept, day);
        if (tax.known() && !tax.equals(kept.tax())) {
          changed.add(kept.with(tax));
        }
        after = kept.contract();
      }
      if (!changed.isEmpty()) {
        store.add(changed, day, clock.instant());
      }
    } while (some.size() == SET);
  }

  private static List<UUID> parties(List<Kept> some) {
    return Stream.concat(
            some.stream().flatMap(k -> Stream.of(k.client(), k.assistant())),
            Stream.of(TaxProfile.HOUSE))
        .distinct()
        .toList();
  }

  private static Tax tax(Rulebook rules, Map<UUID, TaxProfile> known, Kept kept, LocalDate day) {
    return decide(
        rules,
        known.get(kept.assistant()),
        known.get(kept.client()),
        known.get(TaxProfile.HOUSE),
        day);
  }

  /** Where a side's details are missing, or no rule says the rate, nothing is known. */
  static Tax decide(
      Rulebook rules,
      @Nullable TaxProfile seller,
      @Nullable TaxProfile buyer,
      @Nullable TaxProfile operator,
      LocalDate day) {
    if (seller == null || buyer == null) {
      return Tax.NONE;
    }
    return rules
        .treat(new Supply(seller.party(), buyer.party(), day))
        .filter(work -> work.withholding() < 10_000 + work.rate())
        .map(work ->
            new Tax(
                work,
                seller.version(),
                buyer.version(),
                onFee(rules, operator, buyer, day),
                onFee(rules, operator, seller, day)))
        .orElse(Tax.NONE);
  }

  private static int onFee(
      Rulebook rules, @Nullable TaxProfile operator, TaxProfile payer, LocalDate day) {
    return operator == null
        ? 0
        : rules
            .treat(new Supply(operator.party(), payer.party(), day))
            .map(Treatment::rate)
            .orElse(0);
  }
}
