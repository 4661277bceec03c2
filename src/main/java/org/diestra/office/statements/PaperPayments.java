package org.diestra.office.statements;

import static org.diestra.platform.base.Outcome.refused;

import java.util.ArrayList;
import java.util.List;
import org.diestra.office.bookkeeping.EntryId;
import org.diestra.office.bookkeeping.Line;
import org.diestra.office.bookkeeping.Proposals;
import org.diestra.office.books.Desk;
import org.diestra.office.dues.DueId;
import org.diestra.office.dues.Dues;
import org.diestra.office.dues.Standing;
import org.diestra.office.statements.Movement.State;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lines that pay bills and invoices. The bank's account is locked first, then the papers, then the
 * books.
 */
@Service
class PaperPayments {
  private static final int OFFERED = 30;
  private final Matches matches;
  private final Dues dues;
  private final Proposals proposals;

  PaperPayments(Matches matches, Dues dues, Proposals proposals) {
    this.matches = matches;
    this.dues = dues;
    this.proposals = proposals;
  }

  /** What it may pay, the first due first, while nothing shows it. */
  @Transactional(readOnly = true)
  public List<Standing> payable(Desk desk, Movement movement) {
    return movement.state() == State.OPEN
        ? dues.payable(desk, movement.amount(), OFFERED)
        : List.of();
  }

  /**
   * An entry is proposed for it that pays those papers, the first due first; the last may stay paid
   * in part.
   */
  @Transactional
  public Outcome<Movement> pay(Desk desk, MovementId id, int seen, List<DueId> papers) {
    var movement = matches.held(desk, id, List.of());
    if (movement.state() != State.OPEN || movement.version() != seen) {
      return refused(BankAccounts.MOVED);
    }
    var held = dues.hold(desk, papers);
    if (held.size() != papers.stream().distinct().count()) {
      throw new NotFound();
    }
    if (!held.stream().allMatch(Standing::payable)) {
      return refused(BankAccounts.MOVED);
    }
    var shares = Dues.share(held, movement.amount());
    if (shares.isEmpty()) {
      return refused(Refusal.conflict("statements.pays.off"));
    }
    var lines = new ArrayList<Line>();
    lines.add(new Line(matches.ledger(desk, movement).ledger(), movement.amount(), ""));
    for (var paper : held) {
      var share = shares.get().get(paper.due().id());
      if (share != null) {
        lines.add(Dues.line(paper.due(), share));
      }
    }
    var first = held.getFirst();
    var text = first.party() + ", " + first.due().number() + (held.size() > 1 ? ", …" : "");
    return switch (proposals.propose(desk, Ids.fresh(), Matches.written(movement, text, lines))) {
      case Outcome.Refused<EntryId>(var why) -> refused(why);
      case Outcome.Done<EntryId>(var entry) -> {
        dues.settle(desk, entry, shares.get(), movement.day());
        yield matches.matched(desk, movement, entry, true, "propose");
      }
    };
  }
}
