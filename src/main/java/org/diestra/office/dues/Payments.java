package org.diestra.office.dues;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diestra.office.bookkeeping.EntryId;
import org.diestra.office.bookkeeping.Line;
import org.diestra.office.bookkeeping.Proposals;
import org.diestra.office.bookkeeping.Written;
import org.diestra.office.books.AccountId;
import org.diestra.office.books.Desk;
import org.diestra.office.dues.SettlementStore.Settlement;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is paid by hand, or set off, and taken back. Papers are locked before the books. */
@Service
class Payments {
  private final DueStore store;
  private final SettlementStore settlements;
  private final Dues dues;
  private final Proposals proposals;
  private final Audit audit;
  private final Clock clock;

  Payments(
      DueStore store,
      SettlementStore settlements,
      Dues dues,
      Proposals proposals,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.settlements = settlements;
    this.dues = dues;
    this.proposals = proposals;
    this.audit = audit;
    this.clock = clock;
  }

  /** Of one paper, the first first. */
  @Transactional(readOnly = true)
  public List<Settlement> of(Standing standing) {
    return settlements.of(standing.due().id());
  }

  /** Papers of the same party that can be set off against it. */
  @Transactional(readOnly = true)
  public List<Standing> opposite(Standing standing) {
    if (!standing.payable()) {
      return List.of();
    }
    boolean positive = standing.remaining().isPositive();
    var due = standing.due();
    return store.open(due.party(), due.id(), 50).stream()
        .filter(o -> o.remaining().isPositive() != positive)
        .filter(o -> o.due().ledger().equals(due.ledger()))
        .toList();
  }

  /**
   * A payment: an entry is proposed for it.
   *
   * @param from the account that the money left or reached
   * @param amount above zero, at most what is left
   * @param key of the form; sent twice it pays once
   */
  @Transactional
  public Outcome<EntryId> pay(
      Desk desk, DueId id, AccountId from, Money amount, LocalDate day, UUID key) {
    var standing = held(desk, id);
    var due = standing.due();
    var rest = standing.remaining();
    var share = rest.isPositive() ? amount : amount.negated();
    var line = Dues.line(due, share);
    var text = standing.party() + ", " + due.number();
    var written =
        new Written(
            day,
            text,
            amount.currency(),
            List.of(line, new Line(from, line.amount().negated(), "")));
    if (proposals.made(desk, key)) {
      return proposals.propose(desk, key, written);
    }
    if (!standing.payable()) {
      return refused(Dues.MOVED);
    }
    if (from.equals(due.ledger())) {
      return refused(Refusal.invalid("from", "dues.pay.itself"));
    }
    if (Math.abs(rest.minor()) < amount.minor()) {
      return refused(
          Refusal.invalid("amount", "dues.pay.more", rest.isPositive() ? rest : rest.negated()));
    }
    return proposals
        .propose(desk, key, written)
        .fold(
            entry -> {
              dues.settle(desk, entry, Map.of(id, share), day);
              audit.record(Dues.deed(desk, "pay", due));
              return done(entry);
            },
            Outcome::refused);
  }

  private Standing held(Desk desk, DueId id) {
    return dues.hold(desk, List.of(id)).stream().findFirst().orElseThrow(NotFound::new);
  }

  /** A corrective paper and what it corrects, or any two of opposite signs, pay each other. */
  @Transactional
  public Outcome<DueId> setOff(Desk desk, DueId id, DueId other, LocalDate day) {
    var both = dues.hold(desk, List.of(id, other));
    var one = only(both, id);
    var two = only(both, other);
    boolean fits =
        one.payable()
            && two.payable()
            && one.due().party().equals(two.due().party())
            && one.due().ledger().equals(two.due().ledger())
            && one.remaining().isPositive() != two.remaining().isPositive();
    if (!fits) {
      return refused(Dues.MOVED);
    }
    long least = Math.min(Math.abs(one.remaining().minor()), Math.abs(two.remaining().minor()));
    var share = new Money(least, one.settled().currency());
    var first = one.remaining().isPositive() ? share : share.negated();
    var by = desk.pass().viewer().id();
    var workspace = desk.book().workspace();
    settlements.add(workspace, id, null, other, first, day, by, clock.instant());
    settlements.add(workspace, other, null, id, first.negated(), day, by, clock.instant());
    audit.record(Dues.deed(desk, "set-off", one.due()));
    return done(id);
  }

  private static Standing only(List<Standing> some, DueId id) {
    return some.stream()
        .filter(s -> s.due().id().equals(id))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /**
   * A payment is taken back, with its entry where that is still the person's to take back; what is
   * posted is undone by its opposite in the journal.
   *
   * @return of the paper
   */
  @Transactional
  public Outcome<DueId> takeBack(Desk desk, DueId id, UUID which) {
    var workspace = desk.book().workspace();
    var settlement = settlements.find(workspace, which).orElseThrow(NotFound::new);
    if (!settlement.due().equals(id)) {
      throw new NotFound();
    }
    var other = settlement.against();
    dues.hold(desk, other == null ? List.of(id) : List.of(id, other));
    var entry = settlement.entry();
    if (entry != null && !proposals.takeBack(desk, entry)) {
      return refused(Refusal.conflict("dues.pay.stays"));
    }
    if (entry == null && settlements.remove(settlement) == 0) {
      return refused(Dues.MOVED);
    }
    audit.record(Dues.deed(desk, "take-back", dues.get(desk, id).due()));
    return done(id);
  }
}
