package org.diestra.money.cards;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.diestra.money.cards.OwnLine.Kind;
import org.diestra.money.cards.StripeBooks.Movement;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.Book;
import org.diestra.money.ledger.Entry;
import org.diestra.money.ledger.Ledger;
import org.diestra.platform.data.HouseRights;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reads what has moved in the account at Stripe, and books what of it is the house's own: fees,
 * which are its costs, and what its operator put in or took out. A cost waits until the house has
 * money of its own in that book: it is never paid with what is somebody else's.
 */
@Service
class Movements {
  /** What Stripe writes late has a time before what is known already. */
  private static final Duration OVERLAP = Duration.ofHours(2);

  private static final Duration STEP = Duration.ofDays(2);
  private static final int POSTED = 500;
  private final StripeBooks stripe;
  private final StripeSettings settings;
  private final OwnLineStore store;
  private final Disputes disputes;
  private final CardRefunds refunds;
  private final Ledger ledger;
  private final HouseRights house;
  private final TransactionOperations transactions;
  private final Clock clock;

  Movements(
      StripeBooks stripe,
      StripeSettings settings,
      OwnLineStore store,
      Disputes disputes,
      CardRefunds refunds,
      Ledger ledger,
      HouseRights house,
      TransactionOperations transactions,
      Clock clock) {
    this.stripe = stripe;
    this.settings = settings;
    this.store = store;
    this.disputes = disputes;
    this.refunds = refunds;
    this.ledger = ledger;
    this.house = house;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Reads what is new, and books what can be. Outside of any transaction. */
  void run() {
    if (settings.known()) {
      read();
      transactions.executeWithoutResult(t -> post());
    }
  }

  private void read() {
    var until = clock.instant().plus(OVERLAP); // clocks differ
    Optional<Instant> begin = transactions.execute(t -> house.call(store::readUntil));
    var from = begin.map(at -> at.minus(OVERLAP)).orElse(null);
    while (from != null && from.isBefore(until)) {
      var to = from.plus(STEP).isBefore(until) ? from.plus(STEP) : until;
      var movements = stripe.between(from, to);
      var all = movements.stream().flatMap(m -> lines(m).stream()).toList();
      var read = to.isBefore(clock.instant()) ? to : clock.instant();
      transactions.executeWithoutResult(t ->
          house.call(() -> {
            store.add(all);
            store.read(read);
            return read;
          }));
      movements.forEach(this::tell);
      from = to;
    }
  }

  /** What nobody called out is found here. */
  private void tell(Movement one) {
    if (one.source().startsWith("dp_") || one.source().startsWith("du_")) {
      disputes.look(one.source());
    } else if (one.type().equals("refund_failure")) {
      refunds.look(one.source());
    }
  }

  /** What of a movement is the house's; none where it is clients' or assistants' alone. */
  static List<OwnLine> lines(Movement one) {
    var found = new ArrayList<OwnLine>();
    var kind = Kind.of(one.type());
    line(one, kind == Kind.COST ? one.amount() - one.fee() : -one.fee(), Kind.COST)
        .ifPresent(found::add);
    if (kind != null && kind != Kind.COST) {
      line(one, one.amount(), kind).ifPresent(found::add);
    }
    return found;
  }

  private static Optional<OwnLine> line(Movement one, long amount, Kind kind) {
    return StripeAmounts.read(amount, one.currency())
        .filter(money -> !money.isZero())
        .map(money ->
            new OwnLine(
                one.id() + ":" + kind,
                kind,
                money,
                one.type(),
                kind == Kind.COST ? one.at() : one.usableAt()));
  }

  /**
   * Books what waits, the oldest first, for as long as the house has money of its own. Of two who
   * do so at once one does after the other, as the ledger lets nobody give out what is not there.
   */
  @Transactional
  public void post() {
    house.call(() -> {
      var left = new HashMap<Book, Long>(); // what the house has of its own in each
      var empty = new HashSet<Book>(); // what is younger there waits behind it
      var posted = new ArrayList<OwnLine>();
      for (var line : store.waiting(clock.instant(), POSTED)) {
        long own =
            left.computeIfAbsent(line.book(), book -> ledger.own(book).minor())
                + line.amount().minor();
        if (line.amount().isPositive() || own >= 0 && !empty.contains(line.book())) {
          left.put(line.book(), own);
          posted.add(line);
        } else {
          empty.add(line.book());
        }
      }
      if (!posted.isEmpty()) {
        ledger.post(posted.stream().map(this::entry).toList());
        store.posted(posted, clock.instant());
      }
      return posted.size();
    });
  }

  private Entry entry(OwnLine line) {
    var amount = line.amount();
    var other = Account.of(line.kind().account());
    var entry = Entry.of(line.book(), line.kind().event(), "cards:" + line.id(), clock.instant());
    return (amount.isPositive()
            ? entry.debit(Account.clientMoney(), amount).credit(other, amount)
            : entry.debit(other, amount.negated()).credit(Account.clientMoney(), amount.negated()))
        .evidence(line.type() + " " + line.id());
  }
}
