package org.diestra.office.dues;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diestra.office.bookkeeping.EntryId;
import org.diestra.office.bookkeeping.Line;
import org.diestra.office.books.Desk;
import org.diestra.office.dues.SettlementStore.Settlement;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to what papers ask for. Papers put here what they ask for in the transaction of their
 * own change; whoever proposes an entry that pays says so here.
 */
@Service
public class Dues {
  static final Refusal MOVED = Refusal.conflict("dues.moved");
  private static final int YEARS_AHEAD = 5;
  private final DueStore store;
  private final SettlementStore settlements;
  private final CandidateStore candidates;
  private final Accounts accounts;
  private final Audit audit;
  private final Clock clock;

  Dues(
      DueStore store,
      SettlementStore settlements,
      CandidateStore candidates,
      Accounts accounts,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.settlements = settlements;
    this.candidates = candidates;
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @throws NotFound if there is none in these books
   */
  @Transactional(readOnly = true)
  public Standing get(Desk desk, DueId id) {
    return store.find(desk.book().workspace(), id).orElseThrow(NotFound::new);
  }

  /** Papers of one sort, the latest first; at most that many. */
  @Transactional(readOnly = true)
  public List<Standing> list(
      Desk desk, Due.Sort sort, PaperFilter filter, @Nullable DueId before, int most) {
    var last = before == null ? null : get(desk, before);
    var today = desk.today(clock);
    return store.list(desk.book().workspace(), sort, filter, today, last, most);
  }

  /** Of one party, the latest first. */
  @Transactional(readOnly = true)
  List<Standing> ofParty(Party party, @Nullable Standing before, int most) {
    return store.ofParty(party.id(), before, most);
  }

  /** Those of them that are there, by their last days; nobody pays them meanwhile. */
  @Transactional
  public List<Standing> hold(Desk desk, Collection<DueId> ids) {
    store.lock(desk.book().workspace(), ids);
    return store.all(desk.book().workspace(), ids);
  }

  /** A paper asks for this from now on. */
  @Transactional
  public void add(Due due) {
    store.add(due);
  }

  /**
   * It asks for something else.
   *
   * @throws org.springframework.dao.DataIntegrityViolationException if its entry is posted
   */
  @Transactional
  public void change(Due due) {
    store.change(due);
  }

  /** The paper goes; nothing of it was paid, and its entry is not posted. */
  @Transactional
  public void remove(Desk desk, DueId id) {
    store.remove(desk.book().workspace(), id);
  }

  /** What was paid of it, for its page. */
  @Transactional(readOnly = true)
  public Course course(Standing standing) {
    var payments = settlements.of(standing.due().id());
    var people = payments.stream().map(Settlement::person).distinct().toList();
    return new Course(standing, payments, accounts.names(people));
  }

  /** It may be paid until another day; it is reminded of again once that is over. */
  @Transactional
  public Outcome<Standing> postpone(Desk desk, DueId id, LocalDate until) {
    var standing = hold(desk, List.of(id)).stream().findFirst().orElseThrow(NotFound::new);
    var day = standing.due().day();
    if (until.isBefore(day) || until.isAfter(day.plusYears(YEARS_AHEAD))) {
      return refused(Refusal.invalid("until", "dues.until.wrong", day, day.plusYears(YEARS_AHEAD)));
    }
    store.postpone(desk.book().workspace(), id, until);
    audit.record(
        deed(desk, "postpone", standing.due())
            .moved(standing.due().dueOn().toString(), until.toString()));
    return done(standing);
  }

  /**
   * What a line of a bank says that may pay something.
   *
   * @param place of the line among those that are asked for
   * @param amount above zero where money came in
   * @param folded what the bank says, folded
   * @param counter the other's account, or empty
   */
  public record Asked(int place, Money amount, String folded, String counter) {}

  /** What such lines most probably pay, by their places: the likeliest first, a few each. */
  @Transactional(readOnly = true)
  public Map<Integer, List<Standing>> paidBy(Desk desk, List<Asked> lines) {
    return lines.isEmpty() ? Map.of() : candidates.of(desk.book().workspace(), lines);
  }

  /**
   * All of that direction that money could pay, and corrective papers, which go off it; the first
   * due first, at most that many.
   */
  @Transactional(readOnly = true)
  public List<Standing> payable(Desk desk, Money line, int most) {
    return candidates.payable(desk.book().workspace(), line.isPositive(), most);
  }

  /**
   * Shares money out among papers, in that order, each up to what is left to pay. What some give
   * back, corrective ones, pays the others too.
   *
   * @param money above zero where it came in
   * @return by paper, of the sign of what it asks for; empty where the money is more than they ask
   *     for, or some would get nothing
   */
  public static Optional<Map<DueId, Money>> share(List<Standing> papers, Money money) {
    boolean came = money.isPositive();
    var back = papers.stream().filter(paper -> wanted(paper).isPositive() != came).toList();
    var shares = new LinkedHashMap<DueId, Money>();
    var left = money;
    for (var paper : back) {
      shares.put(paper.due().id(), paper.remaining());
      left = left.minus(wanted(paper));
    }
    for (var paper : papers) {
      if (back.contains(paper)) {
        continue;
      }
      var wanted = wanted(paper);
      var share = Math.abs(wanted.minor()) <= Math.abs(left.minor()) ? wanted : left;
      if (share.isZero()) {
        return Optional.empty();
      }
      shares.put(paper.due().id(), part(paper, share));
      left = left.minus(share);
    }
    return left.isZero() && !shares.isEmpty() ? Optional.of(shares) : Optional.empty();
  }

  /** What money would settle it: above zero where it has to come in. */
  private static Money wanted(Standing paper) {
    return part(paper, paper.remaining());
  }

  /** A customer's payment comes in, a supplier's goes out: from one sign to the other and back. */
  private static Money part(Standing paper, Money amount) {
    return paper.due().side() == Side.CUSTOMER ? amount : amount.negated();
  }

  /** How paying that much of a paper stands on the account on which it is owed. */
  public static Line line(Due due, Money share) {
    return new Line(due.ledger(), due.side().paid() > 0 ? share : share.negated(), "");
  }

  /**
   * An entry pays these, each in part or whole. The caller holds them.
   *
   * @param shares by paper, of the sign of what it asks for
   */
  @Transactional
  public void settle(Desk desk, EntryId entry, Map<DueId, Money> shares, LocalDate day) {
    var by = desk.pass().viewer().id();
    shares.forEach((due, share) ->
        settlements.add(
            desk.book().workspace(), due, entry, null, share, day, by, clock.instant()));
  }

  static Deed deed(Desk desk, String action, Due due) {
    return Deed.of("dues", action)
        .by(desk.pass().viewer().id().value())
        .onBehalfOf(desk.pass().workspace().organisation().value())
        .on("due", due.id().value());
  }
}
