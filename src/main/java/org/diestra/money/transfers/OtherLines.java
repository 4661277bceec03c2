package org.diestra.money.transfers;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.util.UUID;
import org.diestra.money.ledger.Event;
import org.diestra.money.ledger.Kind;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.transfers.Line.State;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.HouseRights;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What operators do with lines that are no client's: what went out without its reference, what the
 * bank took, what is the house's own, and what stands elsewhere in the books.
 */
@Service
class OtherLines {
  private static final Refusal TOO_MUCH = Refusal.conflict("transfers.conflict.own");
  private final Queue queue;
  private final LineStore lines;
  private final SendBackStore refunds;
  private final SendBacks sendBacks;
  private final Ledger ledger;
  private final HouseRights house;
  private final Clock clock;

  OtherLines(
      Queue queue,
      LineStore lines,
      SendBackStore refunds,
      SendBacks sendBacks,
      Ledger ledger,
      HouseRights house,
      Clock clock) {
    this.queue = queue;
    this.lines = lines;
    this.refunds = refunds;
    this.sendBacks = sendBacks;
    this.ledger = ledger;
    this.house = house;
    this.clock = clock;
  }

  /**
   * It stands elsewhere in the books. What came in is booked out again, as whatever it was counts
   * it already.
   *
   * @param words what that is, 1–200 characters
   */
  @Transactional
  public Outcome<Line> note(Viewer operator, UUID id, String words) {
    return queue.turn(
        operator,
        "note",
        id,
        line -> {
          if (line.state() != State.QUEUED) {
            return null;
          }
          var now = clock.instant();
          return line.in()
              ? line.elsewhere(
                  words, queue.post(LineEntries.elsewhere(Queue.book(line), line, now)), now)
              : line.noted(words, now);
        });
  }

  /** It came in and is the house's own, such as interest or what the operator put in. */
  @Transactional
  public Outcome<Line> own(Viewer operator, UUID id) {
    return queue.turn(
        operator,
        "own",
        id,
        line -> {
          if (line.state() != State.QUEUED || !line.in()) {
            return null;
          }
          var now = clock.instant();
          var entry = queue.post(LineEntries.own(Queue.book(line), line, now));
          return line.matched(null, null, entry, now);
        });
  }

  /** The bank took it for itself; only out of what is the house's own in that book. */
  @Transactional
  public Outcome<Line> cost(Viewer operator, UUID id) {
    return house.call(() -> {
      var line = lines.locked(id).orElseThrow(NotFound::new);
      if (line.state() != State.QUEUED || line.in()) {
        return refused(Queue.MOVED);
      }
      if (owned(line) < -line.amount().minor()) {
        return refused(TOO_MUCH);
      }
      var now = clock.instant();
      var entry = queue.post(LineEntries.cost(Queue.book(line), line, now));
      var after = line.matched(null, null, entry, now);
      queue.moved("cost", operator, line, after, null);
      return done(after);
    });
  }

  /** It was no cost of the bank, or not the house's own; that only while the house has it. */
  @Transactional
  public Outcome<Line> undo(Viewer operator, UUID id) {
    return house.call(() -> {
      var line = lines.locked(id).orElseThrow(NotFound::new);
      var entry = line.matchedBy();
      if (entry == null || !undoable(line)) {
        return refused(Queue.MOVED);
      }
      if (line.in() && owned(line) < line.amount().minor()) {
        return refused(TOO_MUCH);
      }
      ledger.reverse(entry);
      var after = line.queued(clock.instant());
      queue.moved("unmatch", operator, line, after, null);
      return done(after);
    });
  }

  /** Whether it was booked as the bank's or the house's. */
  boolean undoable(Line line) {
    var entry = line.matchedBy();
    if (line.state() != State.MATCHED || line.client() != null || entry == null) {
      return false;
    }
    var event = ledger.find(entry).orElseThrow().entry().event();
    return event == Event.RAIL_COST || event == Event.TOP_UP;
  }

  /**
   * It carried out this refund, whose reference it does not have.
   *
   * @throws NotFound if there is no such line or no such refund
   */
  @Transactional
  public Outcome<Line> refunded(Viewer operator, UUID id, UUID refund) {
    return house.call(() -> {
      var line = lines.locked(id).orElseThrow(NotFound::new);
      var back = refunds.locked(refund).orElseThrow(NotFound::new);
      if (operator.memberOf(back.client()).isPresent()) {
        return refused(Queue.OWN_BUSINESS);
      }
      if (line.state() != State.QUEUED || !refunds.unseen(line.amount().negated()).contains(back)) {
        return refused(Queue.MOVED);
      }
      var after = line.refunded(back.client(), refund, clock.instant());
      queue.moved("match", operator, line, after, back.client());
      sendBacks.left(back, LineEntries.evidence(line));
      return done(after);
    });
  }

  /**
   * With it that other line went back whence it came.
   *
   * @throws NotFound if there are no such lines
   */
  @Transactional
  public Outcome<Line> sentBack(Viewer operator, UUID id, UUID aside) {
    return house.call(() -> {
      var line = lines.locked(id).orElseThrow(NotFound::new);
      var other = lines.locked(aside).orElseThrow(NotFound::new);
      if (line.state() != State.QUEUED
          || other.state() != State.ASIDE
          || !other.amount().equals(line.amount().negated())) {
        return refused(Queue.MOVED);
      }
      var now = clock.instant();
      var entry = queue.post(LineEntries.sentBack(Queue.book(line), line, now));
      var after = line.matched(null, null, entry, now);
      queue.moved("match", operator, line, after, null);
      lines.move(other.noted("", now), operator.id());
      return done(after);
    });
  }

  /** What the house has of its own in that book, in minor units. */
  private long owned(Line line) {
    return ledger.totals().stream()
        .filter(t -> t.book().equals(Queue.book(line)))
        .mapToLong(t ->
            t.kind() == Kind.CLIENT_MONEY
                ? t.amount().minor()
                : t.kind().owed() ? -t.amount().minor() : 0)
        .sum();
  }
}
