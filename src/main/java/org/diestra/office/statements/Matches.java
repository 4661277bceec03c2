package org.diestra.office.statements;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.diestra.office.bookkeeping.EntryId;
import org.diestra.office.bookkeeping.Line;
import org.diestra.office.bookkeeping.Proposals;
import org.diestra.office.bookkeeping.Written;
import org.diestra.office.books.AccountId;
import org.diestra.office.books.AccountUse;
import org.diestra.office.books.ChartOfAccounts;
import org.diestra.office.books.Desk;
import org.diestra.office.statements.Movement.State;
import org.diestra.office.statements.Suggestion.ByRule;
import org.diestra.office.statements.Suggestion.Existing;
import org.diestra.office.statements.Suggestion.Payment;
import org.diestra.office.statements.Suggestion.Transfer;
import org.diestra.platform.base.Ids;
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
 * What is done with lines: an entry is proposed for one, or one that is there shows it, or it is
 * not for the books. Whoever works in the books may; posting stays with those who post. The bank
 * accounts are locked in the order of their ids first, so that two never deal with one line; that
 * keeps its entry once, whose key is one that others can't have written before.
 */
@Service
class Matches {
  private final BankAccountStore accounts;
  private final MovementStore store;
  private final SuggestionStore suggestions;
  private final Rules rules;
  private final ChartOfAccounts chart;
  private final Proposals proposals;
  private final Audit audit;
  private final Clock clock;

  Matches(
      BankAccountStore accounts,
      MovementStore store,
      SuggestionStore suggestions,
      Rules rules,
      ChartOfAccounts chart,
      Proposals proposals,
      Audit audit,
      Clock clock) {
    this.accounts = accounts;
    this.store = store;
    this.suggestions = suggestions;
    this.rules = rules;
    this.chart = chart;
    this.proposals = proposals;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @throws NotFound if there is none in these books
   */
  @Transactional(readOnly = true)
  public Movement get(Desk desk, MovementId id) {
    return store.find(desk.book().workspace(), id).orElseThrow(NotFound::new);
  }

  /** Takes a suggestion. */
  @Transactional
  public Outcome<Movement> accept(Desk desk, MovementId id, int seen, Suggestion suggestion) {
    return switch (suggestion) {
      case Existing(var entry, var day, var text, var posted) -> show(desk, id, seen, entry);
      case Transfer transfer -> transfer(desk, id, seen, transfer.other());
      case Payment paid -> refused(BankAccounts.MOVED); // papers are paid by PaperPayments
      case ByRule(var rule) -> {
        var movement = held(desk, id, List.of());
        if (!rule.fits(movement)) {
          yield refused(BankAccounts.MOVED);
        }
        var part = new Part(rule.account(), movement.amount(), rule.vat());
        yield write(desk, movement, seen, List.of(part), rule.text(), false);
      }
    };
  }

  /** An entry that is there shows it. */
  @Transactional
  public Outcome<Movement> show(Desk desk, MovementId id, int seen, EntryId entry) {
    var movement = held(desk, id, List.of());
    if (movement.state() != State.OPEN || movement.version() != seen) {
      return refused(BankAccounts.MOVED);
    }
    boolean fits =
        suggestions
            .existing(movement.workspace(), List.of(movement))
            .getOrDefault(id, List.of())
            .stream()
            .anyMatch(one -> one.entry().equals(entry));
    if (!fits) {
      return refused(Refusal.conflict("statements.match.taken"));
    }
    return matched(desk, movement, entry, false, "match");
  }

  /** Nobody else deals with it, or the others, until the caller's transaction ends. */
  Movement held(Desk desk, MovementId id, List<MovementId> others) {
    var ids = new ArrayList<>(List.of(get(desk, id).account()));
    others.forEach(other -> ids.add(get(desk, other).account()));
    accounts.lock(desk.book().workspace(), ids);
    return get(desk, id);
  }

  Outcome<Movement> matched(
      Desk desk, Movement movement, EntryId entry, boolean made, String deed) {
    var me = desk.pass().viewer().id();
    if (!store.match(movement, entry, null, made, me, clock.instant())) {
      return refused(BankAccounts.MOVED);
    }
    record(desk, deed, movement);
    return done(movement);
  }

  /** An entry of these parts is proposed for it. They have to come to what the line has. */
  @Transactional
  public Outcome<Movement> write(
      Desk desk, MovementId id, int seen, List<Part> parts, String text, boolean remember) {
    return write(desk, held(desk, id, List.of()), seen, parts, text, remember);
  }

  private Outcome<Movement> write(
      Desk desk, Movement movement, int seen, List<Part> parts, String text, boolean remember) {
    if (movement.state() != State.OPEN || movement.version() != seen) {
      return refused(BankAccounts.MOVED);
    }
    var sum =
        parts.stream()
            .map(Part::gross)
            .reduce(Money.zero(movement.amount().currency()), Money::plus);
    if (!sum.equals(movement.amount())) {
      return refused(
          Refusal.invalid("parts", "statements.parts.off", movement.amount().minus(sum)));
    }
    var lines = new ArrayList<Line>();
    var own = ledger(desk, movement).ledger();
    lines.add(new Line(own, movement.amount(), ""));
    for (var part : parts) {
      var why = add(own, movement, part, lines);
      if (why != null) {
        return refused(why);
      }
    }
    return switch (proposals.propose(desk, Ids.fresh(), written(movement, text, lines))) {
      case Outcome.Refused<EntryId>(var why) -> refused(why);
      case Outcome.Done<EntryId>(var entry) -> {
        if (parts.size() == 1) {
          var only = parts.getFirst();
          rules.learn(desk, movement, only.account(), only.vat(), text, remember);
        }
        yield matched(desk, movement, entry, true, "propose");
      }
    };
  }

  BankAccount ledger(Desk desk, Movement movement) {
    return accounts.find(desk.book().workspace(), movement.account()).orElseThrow(NotFound::new);
  }

  private @Nullable Refusal add(AccountId own, Movement movement, Part part, List<Line> lines) {
    if (part.account().equals(own)) {
      return Refusal.invalid("parts", "statements.parts.itself");
    }
    if (!part.net().isZero()) {
      lines.add(new Line(part.account(), part.net().negated(), ""));
    }
    if (part.vat() != null && !part.tax().isZero()) {
      var use = movement.amount().isPositive() ? AccountUse.VAT_CHARGED : AccountUse.VAT_PAID;
      var vat = chart.first(movement.workspace(), use);
      if (vat.isEmpty()) {
        return Refusal.invalid("parts", "statements.parts.vat");
      }
      lines.add(new Line(vat.get().id(), part.tax().negated(), ""));
    }
    return null;
  }

  static Written written(Movement movement, String text, List<Line> lines) {
    var said =
        text.isEmpty()
            ? movement.party().isEmpty()
                ? movement.words()
                : movement.party() + ", " + movement.words()
            : text;
    var bare = said.replaceFirst("[, ]+$", "");
    var cut = bare.length() > Written.LONGEST ? bare.substring(0, Written.LONGEST) : bare;
    return new Written(
        movement.day(), cut.isEmpty() ? "—" : cut, movement.amount().currency(), lines);
  }

  /** It and a line of another own account are the two sides of one entry. */
  @Transactional
  public Outcome<Movement> transfer(Desk desk, MovementId id, int seen, MovementId otherId) {
    var movement = held(desk, id, List.of(otherId));
    var other = get(desk, otherId);
    if (movement.version() != seen
        || movement.state() != State.OPEN
        || other.state() != State.OPEN
        || other.account().equals(movement.account())
        || !other.amount().equals(movement.amount().negated())) {
      return refused(BankAccounts.MOVED);
    }
    var lines =
        List.of(
            new Line(ledger(desk, movement).ledger(), movement.amount(), ""),
            new Line(ledger(desk, other).ledger(), other.amount(), ""));
    var first = movement.day().isAfter(other.day()) ? other : movement;
    return proposals
        .propose(desk, Ids.fresh(), written(first, "", lines))
        .fold(
            entry ->
                matched(desk, other, entry, true, "transfer")
                    .fold(
                        done -> matched(desk, movement, entry, true, "transfer"), Outcome::refused),
            Outcome::refused);
  }

  /** It is not for the books. */
  @Transactional
  public Outcome<Movement> ignore(Desk desk, MovementId id, int seen, String why) {
    var movement = held(desk, id, List.of());
    if (movement.state() != State.OPEN
        || movement.version() != seen
        || reconciled(desk, movement)) {
      return refused(BankAccounts.MOVED);
    }
    if (!store.ignore(movement, why, desk.pass().viewer().id(), clock.instant())) {
      return refused(BankAccounts.MOVED);
    }
    record(desk, "ignore", movement);
    return done(movement);
  }

  private boolean reconciled(Desk desk, Movement movement) {
    var until = ledger(desk, movement).reconciledUntil();
    return until != null && !movement.day().isAfter(until);
  }

  /**
   * It is open again. An entry that was proposed for it goes with it, while it is still the
   * person's to take back; one that is posted stays, and shows nothing.
   */
  @Transactional
  public Outcome<Movement> reopen(Desk desk, MovementId id, int seen) {
    var there = get(desk, id).shown();
    var also = there == null ? List.<Movement>of() : store.alsoShown(get(desk, id), there.entry());
    var movement = held(desk, id, also.stream().map(Movement::id).toList());
    if (movement.state() == State.OPEN || movement.version() != seen) {
      return refused(BankAccounts.MOVED);
    }
    if (reconciled(desk, movement)) {
      return refused(Refusal.conflict("statements.reconciled.stays"));
    }
    var shown = movement.shown();
    boolean goes = shown != null && shown.made() && proposals.takeBack(desk, shown.entry());
    if (!store.reopen(movement)) {
      return refused(BankAccounts.MOVED);
    }
    if (goes) {
      store.all(movement.workspace(), also.stream().map(Movement::id).toList()).stream()
          .filter(other -> other.state() == State.OPEN)
          .forEach(store::reopen);
    }
    record(desk, "reopen", movement);
    return done(movement);
  }

  private void record(Desk desk, String deed, Movement movement) {
    audit.record(
        Deed.of("statements", deed)
            .by(desk.pass().viewer().id().value())
            .onBehalfOf(desk.pass().workspace().organisation().value())
            .on("bank-line", movement.id().value()));
  }
}
