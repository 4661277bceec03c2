package org.diestra.money.cards;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The door to assistants' own accounts at Stripe. A person has one, and never another, so that no
 * stolen session leads money elsewhere: what is in it is Stripe's to protect.
 */
@Service
class Connections {
  private final StripeAccounts stripe;
  private final StripeSettings settings;
  private final ConnectionStore store;
  private final HouseRights house;
  private final TransactionOperations transactions;
  private final Audit audit;
  private final Clock clock;

  Connections(
      StripeAccounts stripe,
      StripeSettings settings,
      ConnectionStore store,
      HouseRights house,
      TransactionOperations transactions,
      Audit audit,
      Clock clock) {
    this.stripe = stripe;
    this.settings = settings;
    this.store = store;
    this.house = house;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @throws NotFound if this house has no account at Stripe, or the viewer is no assistant
   */
  Optional<Connection> of(Viewer viewer) {
    if (!settings.known() || !viewer.assistant()) {
      throw new NotFound();
    }
    return run(() -> store.of(viewer.id()));
  }

  /**
   * Where the assistant goes on at Stripe; the account is made first where there is none.
   *
   * @param country ISO 3166-1, two letters; of no account where there is one already
   */
  Outcome<String> connect(Viewer viewer, String country) {
    var known = of(viewer).orElse(null);
    try {
      var account = known == null ? opened(viewer.id(), country) : known.account();
      return done(stripe.onboarding(account));
    } catch (StripeLine.Silence nobodyKnows) {
      return refused(Refusal.conflict("cards.conflict.silent"));
    } catch (StripeLine.Refusal no) {
      return refused(
          known == null
              ? Refusal.invalid("country", "cards.country.refused")
              : Refusal.conflict("cards.conflict.refused.account"));
    }
  }

  private String opened(PersonId person, String country) {
    var seen = stripe.open(person, country);
    return run(() -> {
      var fresh =
          new Connection(person, seen.account(), seen.ready(), seen.missing(), clock.instant());
      if (store.add(fresh)) {
        audit.record(
            Deed.of("cards", "connect")
                .by(person.value())
                .on("person", person.value())
                .with("account", fresh.account())
                .with("country", country));
      }
      return store.of(person).orElseThrow().account();
    });
  }

  /** There is news of it, or somebody wants to know. Accounts that are none of ours are left. */
  void look(String account) {
    if (run(() -> store.named(account)).isEmpty()) {
      return;
    }
    var seen = seen(account);
    run(() -> {
      if (store.tell(account, seen.ready(), seen.missing(), clock.instant())) {
        audit.record(
            Deed.of("cards", "account-changed")
                .with("account", account)
                .with("ready", String.valueOf(seen.ready())));
      }
      return account;
    });
  }

  /** One that its owner took away from the house can't be asked for. */
  private StripeAccounts.Seen seen(String account) {
    try {
      return stripe.get(account);
    } catch (StripeLine.Refusal gone) {
      return new StripeAccounts.Seen(account, false, "gone");
    }
  }

  /** The same for somebody's own; what Stripe does not say stays as it was known. */
  void look(Viewer viewer) {
    of(viewer)
        .ifPresent(connection -> {
          try {
            look(connection.account());
          } catch (StripeLine.Silence later) {
            // the page shows what was last known
          }
        });
  }

  private <T> T run(Supplier<T> step) {
    return Objects.requireNonNull(transactions.execute(t -> house.call(step)));
  }
}
