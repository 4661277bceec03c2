package org.diestra.work.time;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Hash;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.work.contracts.ContractId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to the client's look at a week, line by line or as a whole, and to the assistant's
 * answers. Each verb locks the week, so that of two at once the second is told that it has moved.
 */
@Service
class Reviews {
  private static final Refusal MOVED = Refusal.conflict("time.conflict.moved");
  private final Desks desks;
  private final EntryStore entries;
  private final Moves moves;
  private final SheetStore sheets;
  private final BagStore bags;
  private final TimeNotices notices;
  private final ApplicationEventPublisher events;
  private final Audit audit;
  private final Clock clock;

  Reviews(
      Desks desks,
      EntryStore entries,
      Moves moves,
      SheetStore sheets,
      BagStore bags,
      TimeNotices notices,
      ApplicationEventPublisher events,
      Audit audit,
      Clock clock) {
    this.desks = desks;
    this.entries = entries;
    this.moves = moves;
    this.sheets = sheets;
    this.bags = bags;
    this.notices = notices;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Accepts every line that awaits the client's word.
   *
   * @param seen the {@link #mark} of the lines that were on the page, so that nobody accepts what
   *     they have not seen; null for whatever there is
   */
  @Transactional
  public Outcome<Timesheet> acceptAll(Viewer by, ContractId id, Week week, @Nullable String seen) {
    desks.enter(by, id).requireReviews();
    if (!(locked(id, week) instanceof Timesheet.Submitted sheet)) {
      return refused(MOVED);
    }
    var now = clock.instant();
    var before = entries.week(id, week);
    if (seen != null && !seen.equals(mark(before))) {
      return refused(MOVED);
    }
    var after = before.stream().map(e -> accepted(e, now)).toList();
    moves.all(before, after, by);
    audit.record(Moves.deed("accept", sheet, sheet, by));
    told(sheet, after);
    notices.changed(sheet.facts());
    return done(sheet);
  }

  /** Stands for the lines of a week that await the client's word, as they are. */
  static String mark(List<Entry> week) {
    return Hash.of(
        week.stream()
            .filter(e -> e instanceof Entry.Submitted || e instanceof Entry.Answered)
            .map(e -> e.facts().id() + " " + e.facts().version())
            .sorted()
            .collect(Collectors.joining("\n")));
  }

  private static Entry accepted(Entry entry, Instant now) {
    return switch (entry) {
      case Entry.Submitted submitted -> submitted.accept(now);
      case Entry.Answered answered -> answered.accept(now);
      default -> entry;
    };
  }

  /** Says that all is accepted, once it is. */
  private void told(Timesheet.Submitted sheet, List<Entry> lines) {
    if (lines.stream().allMatch(Entry::due)) {
      var facts = sheet.facts();
      var bag = bags.room(facts.contract()).before(facts.week().monday());
      int minutes = Tally.of(lines, facts.tariff(), facts.extra(), bag).accepted();
      notices.accepted(sheet, minutes);
      events.publishEvent(new TimesheetAccepted(facts.contract(), facts.week().monday(), minutes));
    }
  }

  /**
   * Accepts minutes above the cap, in the order of their start; what is left stays out.
   *
   * @param minutes in all, 0 to what was worked above it
   */
  @Transactional
  public Outcome<Timesheet> allow(Viewer by, ContractId id, Week week, int minutes) {
    desks.enter(by, id).requireReviews();
    if (!(locked(id, week) instanceof Timesheet.Submitted sheet)) {
      return refused(MOVED);
    }
    var bag = bags.room(id).before(week.monday());
    int most = Tally.of(entries.week(id, week), sheet.facts().tariff(), 0, bag).aboveCap();
    if (minutes < 0 || minutes > most) {
      return refused(Refusal.invalid("extra", "time.extra.wrong", CellText.length(most)));
    }
    var after = sheet.allow(minutes);
    sheets.move(after);
    notices.changed(after.facts());
    audit.record(Moves.deed("allow", sheet, after, by).with("minutes", minutes));
    return done(after);
  }

  /** The client accepts one line. */
  @Transactional
  public Outcome<Entry> accept(Viewer by, ContractId id, EntryId line, int seen) {
    return decide(by, id, line, seen, null, e -> accepted(e, clock.instant()));
  }

  /** The client asks about one line. */
  @Transactional
  public Outcome<Entry> query(Viewer by, ContractId id, EntryId line, int seen, String words) {
    return decide(
        by,
        id,
        line,
        seen,
        words,
        e -> e instanceof Entry.Submitted submitted ? submitted.query(clock.instant()) : e);
  }

  /** The client does not take the answer; the line is withheld. */
  @Transactional
  public Outcome<Entry> dispute(Viewer by, ContractId id, EntryId line, int seen, String words) {
    return decide(
        by,
        id,
        line,
        seen,
        words,
        e -> e instanceof Entry.Answered answered ? answered.dispute(clock.instant()) : e);
  }

  private Outcome<Entry> decide(
      Viewer by,
      ContractId id,
      EntryId line,
      int seen,
      @Nullable String words,
      Function<Entry, Entry> move) {
    desks.enter(by, id).requireReviews();
    return moved(by, id, line, seen, words, move);
  }

  /** The assistant answers. */
  @Transactional
  public Outcome<Entry> answer(Viewer by, ContractId id, EntryId line, int seen, String words) {
    desks.enter(by, id).requireOwn();
    return moved(
        by,
        id,
        line,
        seen,
        words,
        e -> e instanceof Entry.Queried queried ? queried.answer(clock.instant()) : e);
  }

  /** A move that leaves the line where it is, is none that it allows. */
  private Outcome<Entry> moved(
      Viewer by,
      ContractId id,
      EntryId line,
      int seen,
      @Nullable String words,
      Function<Entry, Entry> move) {
    var week = of(id, line).facts().week();
    var sheet = locked(id, week);
    var before = of(id, line);
    var after = move.apply(before);
    if (!(sheet instanceof Timesheet.Submitted submitted)
        || before.facts().version() != seen
        || after.equals(before)) {
      return refused(MOVED);
    }
    moves.one(before, after, by.id(), words);
    audit.record(
        Deed.of("time", "line")
            .by(by.id().value())
            .on("entry", line.value())
            .onBehalfOf(sheet.facts().organisation().value())
            .moved(before.state().name(), after.state().name()));
    notices.moved(submitted, after);
    notices.changed(submitted.facts());
    if (after instanceof Entry.Accepted) {
      told(submitted, entries.week(id, week));
    }
    return done(after);
  }

  private Entry of(ContractId contract, EntryId line) {
    return entries
        .find(line)
        .filter(e -> e.facts().contract().equals(contract))
        .orElseThrow(NotFound::new);
  }

  private Timesheet locked(ContractId id, Week week) {
    return sheets.locked(id, week).orElseThrow(NotFound::new);
  }
}
