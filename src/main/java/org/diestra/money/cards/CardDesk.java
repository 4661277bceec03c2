package org.diestra.money.cards;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.diestra.money.cards.DisputeStore.Dispute;
import org.diestra.money.cards.OwnLineStore.Owed;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.Book;
import org.diestra.money.ledger.Ledger;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.base.Money;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.page.OperatorEntry.Waiting;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** What operators see of cards: the line to Stripe, its books beside ours, and what waits. */
@Component
class CardDesk {
  private static final int SHOWN = 50;
  private final StripeSettings settings;
  private final StripeLine line;
  private final StripeBooks books;
  private final CheckoutStore checkouts;
  private final HookStore hooks;
  private final OwnLineStore lines;
  private final DisputeStore disputes;
  private final ConnectionStore connections;
  private final Organisations organisations;
  private final Ledger ledger;
  private final HouseRights house;
  private final TransactionOperations transactions;

  CardDesk(
      StripeSettings settings,
      StripeLine line,
      StripeBooks books,
      CheckoutStore checkouts,
      HookStore hooks,
      OwnLineStore lines,
      DisputeStore disputes,
      ConnectionStore connections,
      Organisations organisations,
      Ledger ledger,
      HouseRights house,
      TransactionOperations transactions) {
    this.settings = settings;
    this.line = line;
    this.books = books;
    this.checkouts = checkouts;
    this.hooks = hooks;
    this.lines = lines;
    this.disputes = disputes;
    this.connections = connections;
    this.organisations = organisations;
    this.ledger = ledger;
    this.house = house;
    this.transactions = transactions;
  }

  /**
   * One currency at Stripe and here.
   *
   * @param stripe all that is there, usable or on its way; null where Stripe does not say
   * @param book what stands in ours
   * @param owed of the house's own what is there and not in ours yet, or null
   */
  record Side(@Nullable Money stripe, Money book, @Nullable Owed owed) {
    Money waiting() {
      return owed == null ? Money.zero(book.currency()) : owed.amount();
    }

    /** What neither of them explains: what is on its way, and what was done at Stripe by hand. */
    Money difference() {
      return stripe == null ? Money.zero(book.currency()) : stripe.minus(book).minus(waiting());
    }

    /** What has to be put in so that all costs can be booked, or zero. */
    Money lacking() {
      var waits = waiting();
      return waits.isPositive() ? Money.zero(waits.currency()) : waits.negated();
    }
  }

  /**
   * @param heard when Stripe last called out, or null
   * @param failure what last went wrong on the line, or null
   * @param accounts how many assistants have one there, and how many of them can be paid
   * @param foreign amounts at Stripe in currencies that the house does not take
   */
  record View(
      boolean known,
      boolean live,
      boolean secrets,
      @Nullable Instant heard,
      StripeLine.@Nullable Failure failure,
      int accounts,
      int ready,
      List<Side> sides,
      List<Money> foreign,
      List<Checkout> held,
      List<Dispute> disputes,
      Map<OrganisationId, String> names) {
    String name(Checkout checkout) {
      return names.getOrDefault(checkout.client(), "");
    }
  }

  /** Asks Stripe for what is in the account: outside of any transaction. */
  View view() {
    var there = balance();
    return transactions.execute(t -> house.call(() -> view(there)));
  }

  private Optional<Map<String, Long>> balance() {
    try {
      return settings.known() ? Optional.of(books.balance()) : Optional.empty();
    } catch (StripeLine.Silence | StripeLine.Refusal nothing) {
      return Optional.empty();
    }
  }

  private View view(Optional<Map<String, Long>> there) {
    var held = checkouts.held(SHOWN);
    var counts = connections.counts();
    var amounts = new ArrayList<Money>();
    there
        .orElse(Map.of())
        .forEach((code, minor) -> StripeAmounts.read(minor, code).ifPresent(amounts::add));
    return new View(
        settings.known(),
        settings.live(),
        !settings.secrets().isEmpty(),
        hooks.last().orElse(null),
        line.failure().orElse(null),
        counts[0],
        counts[1],
        sides(there.isPresent(), amounts),
        amounts.stream().filter(m -> !m.isZero() && !settings.takes(m.currency())).toList(),
        held,
        disputes.latest(SHOWN),
        names(held));
  }

  private List<Side> sides(boolean told, List<Money> there) {
    var owed = lines.owed().stream().collect(Collectors.toMap(o -> o.amount().currency(), o -> o));
    var codes = new TreeSet<String>();
    settings.currencies().forEach(c -> codes.add(c.getCurrencyCode()));
    owed.keySet().forEach(c -> codes.add(c.getCurrencyCode()));
    return codes.stream()
        .map(java.util.Currency::getInstance)
        .map(currency ->
            new Side(
                told
                    ? there.stream()
                        .filter(m -> m.currency().equals(currency))
                        .findFirst()
                        .orElse(Money.zero(currency))
                    : null,
                ledger.balance(new Book(CardRail.ID, currency), Account.clientMoney()),
                owed.get(currency)))
        .toList();
  }

  private Map<OrganisationId, String> names(List<Checkout> held) {
    return organisations
        .all(held.stream().map(Checkout::client).distinct().toList())
        .values()
        .stream()
        .collect(Collectors.toMap(o -> o.id(), o -> o.name()));
  }

  /** What somebody has to decide. */
  @Transactional(readOnly = true)
  public Waiting waiting() {
    return house.call(checkouts::waiting);
  }
}
