package org.diestra.money.cards;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.diestra.money.cards.CardTransfer.State;
import org.diestra.money.ledger.Book;
import org.diestra.money.payouts.Outlet;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.HouseRights;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What was earned by card goes to the account at Stripe that its assistant has connected, once the
 * same three people have had their hands in it as in any payout.
 */
@Component
class CardOutlet implements Outlet {
  private final StripeAccounts stripe;
  private final TransferStore store;
  private final ConnectionStore connections;
  private final HouseRights house;
  private final TransactionOperations transactions;
  private final Clock clock;

  CardOutlet(
      StripeAccounts stripe,
      TransferStore store,
      ConnectionStore connections,
      HouseRights house,
      TransactionOperations transactions,
      Clock clock) {
    this.stripe = stripe;
    this.store = store;
    this.connections = connections;
    this.house = house;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public boolean serves(Book book) {
    return book.rail().equals(CardRail.ID);
  }

  @Override
  public Optional<Refusal> refusal(PersonId person) {
    return run(() -> connections.ready(person))
        ? Optional.empty()
        : Optional.of(Refusal.conflict("cards.conflict.no-account"));
  }

  @Override
  public Map<PersonId, String> accounts(Collection<PersonId> people) {
    return run(() -> connections.of(people)).stream()
        .collect(Collectors.toMap(Connection::person, Connection::shown));
  }

  @Override
  public void send(UUID payout, PersonId person, Money amount) {
    var transfer = run(() -> ordered(payout, person, amount));
    if (transfer.state() == State.NEW) {
      carry(transfer);
    }
  }

  private CardTransfer ordered(UUID payout, PersonId person, Money amount) {
    var known = store.of(payout);
    if (known.isPresent()) {
      return known.get();
    }
    var account = connections.of(person).orElseThrow().account();
    store.add(
        new CardTransfer(payout, account, amount, State.NEW, null, null, 0, null), clock.instant());
    return store.of(payout).orElseThrow();
  }

  /** Whoever asked before and heard nothing looks first whether it was done. */
  private void carry(CardTransfer transfer) {
    try {
      var known = transfer.triedAt() == null ? null : stripe.sent(transfer).orElse(null);
      if (known == null) {
        run(() -> {
          store.trying(transfer.payout(), clock.instant());
          return transfer;
        });
      }
      move(transfer, transfer.said(known == null ? stripe.send(transfer) : known));
    } catch (StripeLine.Refusal no) {
      move(transfer, transfer.refused(no.code()));
    } catch (StripeLine.Silence silence) {
      if (silence.answered()) {
        run(() -> {
          store.tried(transfer.payout(), transfer.tries());
          return transfer;
        });
      }
    }
  }

  @Override
  public Standing standing(UUID payout) {
    var transfer = run(() -> store.of(payout)).orElse(null);
    if (transfer == null || transfer.state() == State.NEW) {
      return new Standing.Unknown();
    }
    if (transfer.state() == State.PAID) {
      return asked(transfer);
    }
    return new Standing.Returned("other");
  }

  /** What went may have come back since. */
  private Standing asked(CardTransfer transfer) {
    var name = Objects.requireNonNull(transfer.name());
    try {
      var after = transfer.said(stripe.transfer(name));
      if (after.state() == State.BACK) {
        move(transfer, after);
        return new Standing.Returned("other");
      }
    } catch (StripeLine.Silence later) {
      // it went, as far as anybody knows
    }
    return new Standing.Paid(name);
  }

  /** Whose payout it is, if it is one of ours. */
  Optional<UUID> payout(String transfer) {
    return run(() -> store.named(transfer)).map(CardTransfer::payout);
  }

  private void move(CardTransfer before, CardTransfer after) {
    run(() -> store.move(before.state(), after, clock.instant()));
  }

  private <T> T run(Supplier<T> step) {
    return Objects.requireNonNull(transactions.execute(t -> house.call(step)));
  }
}
