package org.diestra.work.time;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.work.contracts.ContractId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to weeks: submitted, looked at line by line, closed. Each verb locks the week, so that
 * of two at once the second is told that it has moved.
 */
@Service
class Timesheets {
  private static final Refusal MOVED = Refusal.conflict("time.conflict.moved");
  private final Desks desks;
  private final EntryStore entries;
  private final Moves moves;
  private final SheetStore sheets;
  private final RunningStore timers;
  private final Stopwatch stopwatch;
  private final TimeNotices notices;
  private final WeekFollowers followers;
  private final Bags bags;
  private final ApplicationEventPublisher events;
  private final Audit audit;
  private final Clock clock;

  Timesheets(
      Desks desks,
      EntryStore entries,
      Moves moves,
      SheetStore sheets,
      RunningStore timers,
      Stopwatch stopwatch,
      TimeNotices notices,
      WeekFollowers followers,
      Bags bags,
      ApplicationEventPublisher events,
      Audit audit,
      Clock clock) {
    this.desks = desks;
    this.entries = entries;
    this.moves = moves;
    this.sheets = sheets;
    this.timers = timers;
    this.stopwatch = stopwatch;
    this.notices = notices;
    this.followers = followers;
    this.bags = bags;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Puts a week before the client once each line says what was done; lines that come later stand
   * before it at once.
   */
  @Transactional
  public Outcome<Timesheet> submit(Viewer by, ContractId id, Week week) {
    var desk = desks.enter(by, id);
    desk.requireOwn();
    timers.lock(by.id());
    if (!(locked(id, week) instanceof Timesheet.Open open)) {
      return refused(MOVED);
    }
    if (open.facts().minutes() == 0) {
      return refused(Refusal.conflict("time.conflict.empty"));
    }
    long silent =
        entries.week(id, week).stream().filter(e -> !e.facts().said().described()).count();
    return silent > 0
        ? refused(Refusal.conflict("time.conflict.undescribed", silent))
        : done(submitted(open, by));
  }

  /** It is Monday noon, and it goes as it is. Asking twice, or too early, changes nothing. */
  @Transactional
  public void submitDue(ContractId id, Week week) {
    if (clock.instant().isBefore(week.submitsAt())) {
      return;
    }
    var sheet = sheets.find(id, week);
    sheet.ifPresent(s -> timers.lock(s.facts().assistant()));
    stopwatch.part(id, week);
    if (sheets.locked(id, week).orElse(null) instanceof Timesheet.Open open
        && open.facts().minutes() > 0) {
      submitted(open, null);
    }
  }

  private Timesheet submitted(Timesheet.Open open, @Nullable Viewer by) {
    var now = clock.instant();
    var facts = open.facts();
    var before = entries.week(facts.contract(), facts.week());
    var after = new ArrayList<Entry>();
    before.forEach(e -> after.add(e instanceof Entry.Open line ? line.submit(now) : e));
    moves.all(before, after, by);
    var sheet = open.submit(now);
    sheets.move(sheet);
    audit.record(Moves.deed("submit", open, sheet, by));
    notices.submitted(sheet, after, Tally.of(after, facts.tariff(), facts.extra()));
    notices.changed(sheet.facts());
    followers.submitted(sheet);
    return sheet;
  }

  /** A day is left. */
  @Transactional
  public void remind(ContractId id, Week week) {
    if (sheets.find(id, week).orElse(null) instanceof Timesheet.Submitted sheet) {
      var lines = entries.week(id, week);
      if (lines.stream().anyMatch(Timesheets::waits)) {
        var facts = sheet.facts();
        notices.remind(sheet, lines, Tally.of(lines, facts.tariff(), facts.extra()));
      }
    }
  }

  static boolean waits(Entry entry) {
    return entry instanceof Entry.Submitted || entry instanceof Entry.Answered;
  }

  /** The review is over. Asking twice, or too early, changes nothing. */
  @Transactional
  public void close(ContractId id, Week week) {
    var now = clock.instant();
    if (now.isBefore(week.closesAt())) {
      return;
    }
    if (bags.drawnFrom(id)) {
      sheets.earlier(id, week).forEach(earlier -> close(id, earlier)); // they draw first
    }
    submitDue(id, week); // where the house was closed on Monday
    if (!(sheets.locked(id, week).orElse(null) instanceof Timesheet.Submitted sheet)) {
      return;
    }
    var tariff = sheet.facts().tariff();
    int extra = sheet.facts().extra();
    var bag = bags.closing(id, week);
    var before = entries.week(id, week);
    var decided = before.stream().map(e -> e.close(now)).toList();
    var over = Tally.over(decided, tariff, extra, bag);
    var after =
        before.stream().map(e -> closed(e, over.getOrDefault(e.facts().id(), 0), now)).toList();
    moves.all(before, after, null);
    var closed = sheet.close(now);
    sheets.move(closed);
    audit.record(Moves.deed("close", sheet, closed, null));
    var tally = Tally.of(after, tariff, extra, bag);
    bags.draw(closed.facts(), tally);
    notices.closed(closed, tally);
    notices.changed(closed.facts());
    followers.closed(closed, tally);
    events.publishEvent(new TimesheetClosed(id, week.monday(), tally.accepted(), tally.withheld()));
  }

  private static Entry closed(Entry entry, int over, Instant now) {
    return entry.close(now).closedOver(over, entry.facts().version());
  }

  private Timesheet locked(ContractId id, Week week) {
    return sheets.locked(id, week).orElseThrow(NotFound::new);
  }
}
