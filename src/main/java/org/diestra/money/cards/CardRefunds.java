package org.diestra.money.cards;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diestra.money.cards.Part.State;
import org.diestra.money.cards.PartStore.Order;
import org.diestra.money.cards.PartStore.Room;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.Book;
import org.diestra.money.ledger.Entry;
import org.diestra.money.ledger.Event;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.payments.MoneyLock;
import org.diestra.money.payments.Rail.Standing;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What goes back to clients' cards. A refund is taken apart over the payments it can go back from,
 * the latest first; what one card does not take, the next does. It stands as its parts do.
 */
@Service
class CardRefunds {
  private static final int ROUNDS = 5;
  private static final int LONGEST = 180;
  private final PartStore store;
  private final StripeRefunds stripe;
  private final MoneyLock lock;
  private final Ledger ledger;
  private final HouseRights house;
  private final TransactionOperations transactions;
  private final Audit audit;
  private final Clock clock;

  CardRefunds(
      PartStore store,
      StripeRefunds stripe,
      MoneyLock lock,
      Ledger ledger,
      HouseRights house,
      TransactionOperations transactions,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.stripe = stripe;
    this.lock = lock;
    this.ledger = ledger;
    this.house = house;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /** Has it sent back; asking again for the same is as once. Outside of any transaction. */
  void send(UUID refund, OrganisationId client, Money amount) {
    var order = new Order(refund, client, amount);
    run(() -> store.order(order, clock.instant()));
    for (int round = 0; round < ROUNDS; round++) {
      var parts = run(() -> planned(order));
      var fresh = parts.stream().filter(p -> p.state() == State.NEW).toList();
      if (fresh.isEmpty() || !fresh.stream().map(this::carry).reduce(true, Boolean::logicalAnd)) {
        return;
      }
    }
  }

  /** Its parts, with new ones for what none of them sends back yet, as far as cards take it. */
  private List<Part> planned(Order order) {
    lock.of(order.client(), new Book(CardRail.ID, order.amount().currency()));
    var parts = store.of(order.refund());
    var rest =
        parts.stream()
            .filter(p -> p.state() != State.FAILED)
            .map(Part::amount)
            .reduce(order.amount(), Money::minus);
    var fresh = new ArrayList<Part>();
    for (var room : store.rooms(order.client(), order.amount().currency())) {
      var most = room.amount().isMoreThan(rest) ? rest : room.amount();
      if (most.isPositive()) {
        fresh.add(part(order, room, most));
        rest = rest.minus(most);
      }
    }
    if (fresh.isEmpty()) {
      return parts;
    }
    store.add(fresh, clock.instant());
    return store.of(order.refund());
  }

  private static Part part(Order order, Room room, Money amount) {
    return new Part(
        Ids.fresh(),
        order.refund(),
        room.payment(),
        room.intent(),
        amount,
        State.NEW,
        null,
        null,
        0,
        null);
  }

  /**
   * Whoever asked before and heard nothing looks first whether it was done.
   *
   * @return whether Stripe has said what becomes of it
   */
  private boolean carry(Part part) {
    try {
      var known = part.triedAt() == null ? null : stripe.sent(part).orElse(null);
      if (known == null) {
        run(() -> {
          store.trying(part.id(), clock.instant());
          return part;
        });
      }
      move(part, part.said(known == null ? stripe.send(part) : known));
      return true;
    } catch (StripeLine.Refusal no) {
      return run(() -> {
        store.drain(part.payment());
        store.move(part.state(), part.failed(no.code()), clock.instant());
        return true;
      });
    } catch (StripeLine.Silence silence) {
      if (silence.answered()) {
        run(() -> {
          store.tried(part.id());
          return part;
        });
      }
      return false;
    }
  }

  /** How all of it stands; what is not known yet is asked. Outside of any transaction. */
  Standing standing(UUID refund) {
    var order = run(() -> store.ordered(refund)).orElse(null);
    if (order == null) {
      return new Standing.Unknown();
    }
    run(() -> store.of(refund)).stream().filter(p -> p.state() == State.SENT).forEach(this::ask);
    if (run(() -> store.of(refund)).stream().noneMatch(p -> p.state() == State.NEW)) {
      send(refund, order.client(), order.amount()); // what failed meanwhile goes to other cards
    }
    return standing(order, run(() -> store.of(refund)));
  }

  private static Standing standing(Order order, List<Part> parts) {
    if (parts.stream().anyMatch(p -> p.state().waits())) {
      return new Standing.Unknown();
    }
    var went = parts.stream().filter(p -> p.state().went()).toList();
    var sum =
        went.stream().map(Part::amount).reduce(Money.zero(order.amount().currency()), Money::plus);
    var names = went.stream().map(p -> String.valueOf(p.name())).collect(Collectors.joining(", "));
    var reference = names.length() > LONGEST ? names.substring(0, LONGEST) : names;
    if (sum.equals(order.amount())) {
      return new Standing.Paid(reference);
    }
    return sum.isZero() ? new Standing.Refused(why(parts)) : new Standing.Partly(sum, reference);
  }

  private static String why(List<Part> parts) {
    return parts.stream()
        .flatMap(p -> Stream.ofNullable(p.why()))
        .reduce((first, last) -> last)
        .orElse("no-card");
  }

  /** There is news of one: whose refund it is a part of, if it is ours. */
  java.util.Optional<UUID> look(String name) {
    var part = run(() -> store.named(name));
    part.filter(p -> p.state() == State.SENT || p.state() == State.PAID).ifPresent(this::ask);
    return part.map(Part::refund);
  }

  private void ask(Part part) {
    try {
      move(part, part.said(stripe.get(String.valueOf(part.name()))));
    } catch (StripeLine.Silence later) {
      // its timer asks again
    }
  }

  private void move(Part before, Part after) {
    if (before.state() == after.state()) {
      return;
    }
    run(() -> {
      var order = store.ordered(after.refund()).orElseThrow();
      lock.of(order.client(), new Book(CardRail.ID, after.amount().currency()));
      boolean moved = store.move(before.state(), after, clock.instant());
      if (moved && after.state() == State.LATE) {
        comeBack(order, after);
      }
      if (moved && after.state() == State.FAILED) {
        store.drain(after.payment());
      }
      return moved;
    });
  }

  /** The house had said that it went: now it is the client's credit again. */
  private void comeBack(Order order, Part part) {
    var now = clock.instant();
    ledger.post(
        Entry.of(
                new Book(CardRail.ID, part.amount().currency()),
                Event.RETURNED,
                "cards:came-back:" + part.id(),
                now)
            .debit(Account.clientMoney(), part.amount())
            .credit(Account.refundable(order.client().value()), part.amount())
            .evidence(String.valueOf(part.name())));
    store.drain(part.payment());
    audit.record(
        Deed.of("cards", "came-back")
            .on("refund", part.refund())
            .onBehalfOf(order.client().value())
            .with("amount", part.amount().toString()));
  }

  private <T> T run(Supplier<T> step) {
    return java.util.Objects.requireNonNull(transactions.execute(t -> house.call(step)));
  }
}
