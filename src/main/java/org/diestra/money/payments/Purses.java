package org.diestra.money.payments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diestra.money.ledger.Kind;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.ledger.Ledger.Holding;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.data.HouseRights;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whose money somebody may look at: their own, and that of businesses whose contracts they see. */
@Component
class Purses {
  private final Ledger ledger;
  private final ReleaseStore releases;
  private final Organisations organisations;
  private final ObjectProvider<Chargebacks> chargebacks; // which know payments themselves
  private final HouseRights house;

  Purses(
      Ledger ledger,
      ReleaseStore releases,
      Organisations organisations,
      ObjectProvider<Chargebacks> chargebacks,
      HouseRights house) {
    this.ledger = ledger;
    this.releases = releases;
    this.organisations = organisations;
    this.chargebacks = chargebacks;
    this.house = house;
  }

  /**
   * @param name of the business, or null for the viewer's own
   * @param decides whether the viewer may send its credit back
   */
  record Purse(UUID owner, @Nullable String name, boolean decides) {
    boolean own() {
      return name == null;
    }
  }

  /** One's own first, for assistants, then the businesses'. */
  @Transactional(readOnly = true)
  public List<Purse> of(Viewer viewer) {
    var all = new ArrayList<Purse>();
    if (viewer.assistant()) {
      all.add(new Purse(viewer.id().value(), null, false));
    }
    viewer.memberships().stream()
        .filter(m -> m.role().seesContracts())
        .forEach(m ->
            all.add(
                new Purse(
                    m.organisation().value(),
                    organisations.get(m.organisation()).name(),
                    m.role().hires())));
    return all;
  }

  /**
   * @param of an id, or null for the first
   * @throws NotFound if that is not for this person to see
   */
  static Optional<Purse> chosen(List<Purse> purses, @Nullable UUID of) {
    if (of == null) {
      return purses.stream().findFirst();
    }
    return Optional.of(
        purses.stream().filter(p -> p.owner().equals(of)).findFirst().orElseThrow(NotFound::new));
  }

  /**
   * What somebody has in one currency, by what it is.
   *
   * @param promised whether it is only promised, by or to that person
   */
  record Sum(Kind kind, boolean promised, Money amount) {}

  /**
   * @param credits what may be sent back, by book
   * @param next when the next of what is on hold may be called for, or null
   * @param due what a bank took back and is still owed
   */
  record Contents(List<Sum> sums, List<Holding> credits, @Nullable Instant next, List<Money> due) {
    static final Contents NONE = new Contents(List.of(), List.of(), null, List.of());
  }

  @Transactional(readOnly = true)
  public Contents contents(Purse purse) {
    var next = house.call(() -> releases.next(purse.owner(), 1));
    var holdings = ledger.holdings(purse.owner());
    return new Contents(
        sums(holdings),
        purse.decides()
            ? holdings.stream().filter(h -> h.kind() == Kind.REFUNDABLE).toList()
            : List.of(),
        next.stream().findFirst().orElse(null),
        purse.own() ? List.of() : chargebacks.getObject().due(purse.owner()));
  }

  private static List<Sum> sums(Collection<Holding> holdings) {
    return Stream.of(false, true)
        .flatMap(promised ->
            sums(
                holdings.stream().filter(h -> h.book().ofPromises() == promised).toList(), promised)
                .stream())
        .toList();
  }

  private static List<Sum> sums(Collection<Holding> holdings, boolean promised) {
    var byCurrency =
        holdings.stream()
            .collect(
                Collectors.groupingBy(
                    h -> h.amount().currency().getCurrencyCode(),
                    TreeMap::new,
                    Collectors.groupingBy(
                        Holding::kind,
                        TreeMap::new,
                        Collectors.mapping(Holding::amount, Collectors.reducing(Money::plus)))));
    return byCurrency.values().stream()
        .flatMap(kinds -> kinds.entrySet().stream())
        .map(e -> new Sum(e.getKey(), promised, e.getValue().orElseThrow()))
        .toList();
  }
}
