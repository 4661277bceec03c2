package org.diestra.money.taxes;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to tax details and rules. Whoever reads here sees all; that somebody sees only what is
 * theirs is the caller's duty.
 */
@Service
public class Taxes {
  private final TaxStore store;
  private final ObjectProvider<TaxFollower> followers; // of modules above
  private final HouseRights house;
  private final Audit audit;
  private final Clock clock;

  Taxes(
      TaxStore store,
      ObjectProvider<TaxFollower> followers,
      HouseRights house,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.followers = followers;
    this.house = house;
    this.audit = audit;
    this.clock = clock;
  }

  /** All rules of this moment, to decide with as often as one likes. */
  @Transactional(readOnly = true)
  public Rulebook rulebook() {
    return new Rulebook(store.rules());
  }

  @Transactional(readOnly = true)
  public Optional<TaxProfile> profile(UUID owner) {
    return house.call(() -> store.current(List.of(owner)).stream().findFirst());
  }

  /** The same for many, in one statement; who has none is left out. */
  @Transactional(readOnly = true)
  public Map<UUID, TaxProfile> profiles(Collection<UUID> owners) {
    return owners.isEmpty()
        ? Map.of()
        : house.call(
            () -> store.current(owners).stream().collect(toMap(TaxProfile::owner, p -> p)));
  }

  /**
   * As it was then.
   *
   * @throws NotFound if there is no such version
   */
  @Transactional(readOnly = true)
  public TaxProfile version(UUID owner, int version) {
    return house.call(
        () -> store.version(owner, version).stream().findFirst().orElseThrow(NotFound::new));
  }

  /**
   * Keeps them as the next version, and tells who waits for it. The number given is not looked at.
   */
  @Transactional
  public TaxProfile keep(PersonId by, TaxProfile profile) {
    return house.call(() -> {
      int last =
          store.current(List.of(profile.owner())).stream()
              .mapToInt(TaxProfile::version)
              .findFirst()
              .orElse(0);
      var kept = profile.numbered(last + 1);
      store.add(kept, by.value(), clock.instant());
      audit.record(
          Deed.of("taxes", "keep-details")
              .by(by.value())
              .on("tax-details", kept.owner())
              .with("version", kept.version()));
      followers.forEach(follower -> follower.told(kept.owner()));
      return kept;
    });
  }

  List<Rule> rules() {
    return store.rules();
  }

  /** A rule from a day on, which may not have passed: no invoice of the past becomes wrong. */
  @Transactional
  Outcome<Rule> plan(PersonId operator, Rule rule) {
    if (rule.from().isBefore(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))) {
      return Outcome.refused(Refusal.invalid("from", "taxes.from.past"));
    }
    if (!store.add(rule, operator.value(), clock.instant())) {
      return Outcome.refused(Refusal.invalid("from", "taxes.from.taken"));
    }
    audit.record(Deed.of("taxes", "plan-rule").by(operator.value()).on("tax-rule", rule.id()));
    followers.forEach(TaxFollower::ruled);
    return Outcome.done(rule);
  }
}
