package org.diestra.money.transfers;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.Book;
import org.diestra.money.ledger.Entry;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.payments.MoneyLock;
import org.diestra.money.payments.Receipts;
import org.diestra.money.transfers.Line.State;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.timers.Timers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What operators do with lines that do not say themselves whose they are. */
@Service
class Queue {
  /** Nobody decides on money of their own business. */
  static final Refusal OWN_BUSINESS = Refusal.conflict("transfers.conflict.own-business");

  static final Refusal MOVED = Refusal.conflict("transfers.conflict.moved");
  private final LineStore lines;
  private final Receipts receipts;
  private final MoneyLock lock;
  private final Ledger ledger;
  private final Timers timers;
  private final HouseRights house;
  private final Audit audit;
  private final Clock clock;

  Queue(
      LineStore lines,
      Receipts receipts,
      MoneyLock lock,
      Ledger ledger,
      Timers timers,
      HouseRights house,
      Audit audit,
      Clock clock) {
    this.lines = lines;
    this.receipts = receipts;
    this.lock = lock;
    this.ledger = ledger;
    this.timers = timers;
    this.house = house;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * It came in for this payment.
   *
   * @throws NotFound if there is no such line, or no such payment in its book
   */
  @Transactional
  public Outcome<Line> assign(Viewer operator, UUID id, UUID payment) {
    var line = get(id);
    var expected =
        receipts.find(payment).filter(e -> e.book().equals(book(line))).orElseThrow(NotFound::new);
    return match(operator, id, expected.client(), payment, expected.page());
  }

  /**
   * It is this client's, who has not said what for.
   *
   * @throws NotFound if there is no such line
   */
  @Transactional
  public Outcome<Line> credit(Viewer operator, UUID id, OrganisationId client) {
    return match(operator, id, client, null, Statements.money(client));
  }

  private Outcome<Line> match(
      Viewer operator, UUID id, OrganisationId client, @Nullable UUID payment, String page) {
    if (operator.memberOf(client).isPresent()) {
      return refused(OWN_BUSINESS);
    }
    return house.call(() -> {
      var book = book(get(id));
      lock.of(client, book);
      var line = lines.locked(id).orElseThrow();
      if (line.state() != State.QUEUED || !line.in()) {
        return refused(MOVED);
      }
      var now = clock.instant();
      var entry = post(LineEntries.matched(book, line, client, page, now));
      var after = line.matched(client, payment, entry, now);
      moved("match", operator, line, after, client);
      timers.at(now, Arrivals.SETTLE, Ids.text(id));
      return done(after);
    });
  }

  /** It was somebody else's. Only while the client still has all of it. */
  @Transactional
  public Outcome<Line> undo(Viewer operator, UUID id) {
    return house.call(() -> {
      var seen = get(id);
      var client = seen.client();
      var entry = seen.matchedBy();
      if (seen.state() != State.MATCHED || client == null || entry == null) {
        return refused(MOVED);
      }
      if (operator.memberOf(client).isPresent()) {
        return refused(OWN_BUSINESS);
      }
      lock.of(client, book(seen));
      var line = lines.locked(id).orElseThrow();
      if (line.steps() != seen.steps()) {
        return refused(MOVED);
      }
      var has = ledger.balance(book(line), Account.refundable(client.value()));
      if (line.amount().isMoreThan(has)) {
        return refused(Refusal.conflict("transfers.conflict.used", line.amount(), has));
      }
      ledger.reverse(entry);
      var after = line.queued(clock.instant());
      moved("unmatch", operator, line, after, client);
      return done(after);
    });
  }

  /** It goes back to whoever sent it: from now on a statement is waited for that shows it. */
  @Transactional
  public Outcome<Line> aside(Viewer operator, UUID id) {
    return turn(
        operator,
        "aside",
        id,
        line -> line.state() == State.QUEUED && line.in() ? line.aside(clock.instant()) : null);
  }

  /** It is looked at again. What was sent back is not: that is over. */
  @Transactional
  public Outcome<Line> requeue(Viewer operator, UUID id) {
    return turn(
        operator,
        "requeue",
        id,
        line -> {
          var entry = line.matchedBy();
          boolean noted = line.state() == State.NOTED && (!line.in() || entry != null);
          if (line.state() != State.ASIDE && !noted) {
            return null;
          }
          if (entry != null) {
            ledger.reverse(entry);
          }
          return line.queued(clock.instant());
        });
  }

  Outcome<Line> turn(Viewer operator, String action, UUID id, Function<Line, @Nullable Line> move) {
    return house.call(() -> {
      var line = lines.locked(id).orElseThrow(NotFound::new);
      var after = move.apply(line);
      if (after == null) {
        return refused(MOVED);
      }
      moved(action, operator, line, after, null);
      return done(after);
    });
  }

  /** Keeps it and who did it. */
  void moved(
      String action, Viewer operator, Line line, Line after, @Nullable OrganisationId client) {
    lines.move(after, operator.id());
    var deed =
        Deed.of("transfers", action)
            .on("line", line.id())
            .by(operator.id().value())
            .with("amount", line.amount().toString())
            .moved(line.state().name(), after.state().name());
    audit.record(client == null ? deed : deed.onBehalfOf(client.value()));
  }

  /**
   * @throws NotFound if there is no such line
   */
  @Transactional(readOnly = true)
  public Line get(UUID id) {
    return house.call(() -> lines.find(id)).orElseThrow(NotFound::new);
  }

  UUID post(Entry entry) {
    return ledger.post(entry).values().iterator().next();
  }

  static Book book(Line line) {
    return new Book(TransferRail.ID, line.amount().currency());
  }
}
