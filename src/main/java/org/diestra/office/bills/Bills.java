package org.diestra.office.bills;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.office.bookkeeping.EntryId;
import org.diestra.office.bookkeeping.Proposals;
import org.diestra.office.bookkeeping.ReceiptId;
import org.diestra.office.books.AccountId;
import org.diestra.office.books.ChartOfAccounts;
import org.diestra.office.books.Desk;
import org.diestra.office.dues.Due;
import org.diestra.office.dues.DueId;
import org.diestra.office.dues.Dues;
import org.diestra.office.dues.Parties;
import org.diestra.office.dues.Party;
import org.diestra.office.dues.Side;
import org.diestra.office.dues.Standing;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.blobs.BlobId;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to suppliers' bills. Whoever works in the books enters, changes and throws them away
 * until one of the client's has posted their entry; then they stay, and are undone with it.
 */
@Service
class Bills {
  static final Refusal MOVED = Refusal.conflict("bills.moved");
  private final BillStore store;
  private final Parties parties;
  private final Dues dues;
  private final ChartOfAccounts chart;
  private final Proposals proposals;
  private final Audit audit;
  private final Clock clock;

  Bills(
      BillStore store,
      Parties parties,
      Dues dues,
      ChartOfAccounts chart,
      Proposals proposals,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.parties = parties;
    this.dues = dues;
    this.chart = chart;
    this.proposals = proposals;
    this.audit = audit;
    this.clock = clock;
  }

  /** The papers that come with a bill: files somebody brought, and receipts that wait. */
  record Papers(List<BlobId> files, List<ReceiptId> receipts) {
    static final Papers NONE = new Papers(List.of(), List.of());
  }

  /**
   * @throws NotFound if there is none in these books
   */
  @Transactional(readOnly = true)
  public Bill get(Desk desk, DueId id) {
    return store.find(desk.book().workspace(), id).orElseThrow(NotFound::new);
  }

  /** What that form has made, if anything. */
  @Transactional(readOnly = true)
  public Optional<DueId> made(Desk desk, UUID key) {
    return store.byKey(desk.book().workspace(), key);
  }

  /** Enters one, whose entry is proposed. The same form sent again makes no other. */
  @Transactional
  public Outcome<DueId> enter(Desk desk, UUID key, Paper paper, Papers papers) {
    var party = supplier(desk, paper); // held, so that of two forms sent at once one waits here
    var there = made(desk, key);
    if (there.isPresent()) {
      return done(there.get());
    }
    var same = store.same(paper, null);
    if (same.isPresent() && !same.get().undone()) {
      return twice(party, paper);
    }
    return switch (BillEntry.of(party, paper, chart.of(desk.book().workspace()))) {
      case Outcome.Refused<BillEntry.Made>(var why) -> refused(why);
      case Outcome.Done<BillEntry.Made>(var made) ->
          proposals
              .propose(desk, Ids.fresh(), made.written()) // what others can't have written before
              .fold(
                  entry -> {
                    var id = new DueId(Ids.fresh());
                    same.ifPresent(old -> store.replace(old.id(), id));
                    dues.add(due(desk, id, party, paper, made.ledger(), entry));
                    store.add(
                        desk.book().workspace(),
                        id,
                        key,
                        paper,
                        desk.pass().viewer().id(),
                        clock.instant());
                    proposals.attach(desk, entry, papers.files(), papers.receipts());
                    record(desk, "enter", id);
                    return done(id);
                  },
                  why -> refused(said(why)));
    };
  }

  private Party supplier(Desk desk, Paper paper) {
    var party = parties.hold(desk, paper.party());
    if (party.side() != Side.SUPPLIER) {
      throw new NotFound();
    }
    return party;
  }

  private static Outcome<DueId> twice(Party party, Paper paper) {
    return refused(Refusal.invalid("number", "bills.number.twice", party.name(), paper.number()));
  }

  private static Due due(
      Desk desk, DueId id, Party party, Paper paper, AccountId ledger, EntryId entry) {
    return new Due(
        id,
        desk.book().workspace(),
        party.id(),
        Side.SUPPLIER,
        Due.Sort.BILL,
        paper.number(),
        paper.text(),
        paper.day(),
        paper.dueOn(),
        paper.sums().total(),
        ledger,
        entry);
  }

  /** What is said of an entry's lines belongs to the bill's. */
  private static Refusal said(Refusal why) {
    return "lines".equals(why.field())
        ? new Refusal(why.kind(), why.key(), why.args(), "items")
        : why;
  }

  /**
   * It says something else, and its entry is proposed anew.
   *
   * @param seen the version that the form was made from
   */
  @Transactional
  public Outcome<DueId> change(Desk desk, DueId id, int seen, Paper paper, Papers papers) {
    var party = supplier(desk, paper);
    var standing = held(desk, id);
    if (get(desk, id).version() != seen || standing.posted()) {
      return refused(MOVED);
    }
    var same = store.same(paper, id);
    if (same.isPresent() && !same.get().undone()) {
      return twice(party, paper);
    }
    return switch (BillEntry.of(party, paper, chart.of(desk.book().workspace()))) {
      case Outcome.Refused<BillEntry.Made>(var why) -> refused(why);
      case Outcome.Done<BillEntry.Made>(var made) -> {
        var due = due(desk, id, party, paper, made.ledger(), standing.due().entry());
        if (!fits(standing, due)) {
          yield refused(Refusal.invalid("items", "bills.paid.part", positive(standing.settled())));
        }
        yield proposals
            .again(desk, standing.due().entry(), made.written())
            .fold(
                entry -> {
                  dues.change(due);
                  same.ifPresent(old -> store.replace(old.id(), id));
                  if (!store.change(due.workspace(), id, seen, paper)) {
                    throw new IllegalStateException("has moved: " + id);
                  }
                  proposals.attach(desk, entry, papers.files(), papers.receipts());
                  record(desk, "change", id);
                  return done(id);
                },
                why -> refused(said(why)));
      }
    };
  }

  private Standing held(Desk desk, DueId id) {
    get(desk, id);
    return dues.hold(desk, List.of(id)).stream().findFirst().orElseThrow(NotFound::new);
  }

  /** What was paid of it already stays paid, to whom it was paid. */
  private static boolean fits(Standing paid, Due after) {
    var settled = paid.settled();
    if (settled.isZero()) {
      return true;
    }
    return settled.isPositive() == after.amount().isPositive()
        && Math.abs(settled.minor()) <= Math.abs(after.amount().minor())
        && paid.due().party().equals(after.party())
        && paid.due().ledger().equals(after.ledger());
  }

  private static Money positive(Money amount) {
    return amount.isPositive() ? amount : amount.negated();
  }

  /** It is thrown away with its entry; its papers wait for another. */
  @Transactional
  public Outcome<DueId> remove(Desk desk, DueId id, int seen) {
    var standing = held(desk, id);
    if (get(desk, id).version() != seen || standing.posted()) {
      return refused(MOVED);
    }
    if (!standing.settled().isZero()) {
      return refused(Refusal.conflict("bills.remove.paid"));
    }
    if (!proposals.takeBack(desk, standing.due().entry())) {
      return refused(Refusal.conflict("bills.remove.others"));
    }
    dues.remove(desk, id);
    store.giveBack(id);
    record(desk, "remove", id);
    return done(id);
  }

  /**
   * One of the client's posts its entry, with the paper before them.
   *
   * @param seen the entry's version that was looked at
   */
  @Transactional
  public Outcome<DueId> post(Desk desk, DueId id, int seen) {
    get(desk, id);
    return proposals
        .approve(desk, dues.get(desk, id).due().entry(), seen)
        .fold(entry -> done(id), Outcome::refused);
  }

  private void record(Desk desk, String deed, DueId id) {
    audit.record(
        Deed.of("bills", deed)
            .by(desk.pass().viewer().id().value())
            .onBehalfOf(desk.pass().workspace().organisation().value())
            .on("bill", id.value()));
  }
}
