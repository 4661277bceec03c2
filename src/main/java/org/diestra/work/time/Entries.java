package org.diestra.work.time;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.time.Entry.Said;
import org.diestra.work.time.Entry.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to lines that are written by hand, and to changes of lines, by the assistant. */
@Service
class Entries {
  private static final Refusal MOVED = Refusal.conflict("time.conflict.moved");
  private static final Refusal LATE = Refusal.conflict("time.conflict.late");
  private final Desks desks;
  private final Lines lines;
  private final EntryStore store;
  private final EntryHistory history;
  private final SheetStore sheets;
  private final RunningStore timers;
  private final Subjects subjects;
  private final TimeNotices notices;
  private final WeekFollowers followers;
  private final Audit audit;
  private final Clock clock;

  Entries(
      Desks desks,
      Lines lines,
      EntryStore store,
      EntryHistory history,
      SheetStore sheets,
      RunningStore timers,
      Subjects subjects,
      TimeNotices notices,
      WeekFollowers followers,
      Audit audit,
      Clock clock) {
    this.desks = desks;
    this.lines = lines;
    this.store = store;
    this.history = history;
    this.sheets = sheets;
    this.timers = timers;
    this.subjects = subjects;
    this.notices = notices;
    this.followers = followers;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @throws NotFound if there is none in that contract, or it is not this person's to see
   */
  @Transactional(readOnly = true)
  public Entry get(ContractId contract, EntryId id) {
    return store
        .find(id)
        .filter(e -> e.facts().contract().equals(contract))
        .orElseThrow(NotFound::new);
  }

  /** Records what was done; over the end of a billing week it becomes two lines. */
  @Transactional
  public Outcome<List<Entry>> add(Viewer by, ContractId id, Said said) {
    var desk = mine(by, id);
    if (!subjects.takes(id, said.task())) {
      return refused(Refusal.invalid("task", "time.task.unknown"));
    }
    var parts = said.span().byWeek();
    if (!parts.stream().allMatch(part -> lines.takes(desk, Week.of(part.from())))) {
      return refused(LATE);
    }
    var fit = lines.fit(desk, said.span().from(), said.span().to());
    var refusal = fit.refusal("from", said.span());
    if (refusal.isPresent()) {
      return refused(refusal.get());
    }
    var added = lines.addAll(desk, parts, said.task(), said.note(), Source.MANUAL);
    followers.recorded(desk);
    return done(added);
  }

  /**
   * Writes a line anew. Of a submitted one the old stays beside it, with the reason.
   *
   * @param seen the version that was on the page
   * @param reason why it was changed; needed once it is submitted
   */
  @Transactional
  public Outcome<Entry> change(
      Viewer by, ContractId id, EntryId line, int seen, Said said, @Nullable String reason) {
    var desk = mine(by, id);
    var before = get(id, line);
    var sheet = sheets.locked(id, before.facts().week()).orElseThrow();
    if (!(before instanceof Entry.Written written) || before.facts().version() != seen) {
      return refused(MOVED);
    }
    // a question may be answered by a correction as long as the week is not closed
    boolean over = !sheet.writable(clock.instant());
    if (over && !(before instanceof Entry.Queried) || sheet instanceof Timesheet.Closed) {
      return refused(LATE);
    }
    var longer = longer(before, said.span(), over);
    var refusal = longer.isPresent() ? longer : wrong(desk, before, said, reason);
    if (refusal.isPresent()) {
      return refused(refusal.get());
    }
    var after = written.write(said);
    store.write(after);
    if (reason != null && !(before instanceof Entry.Open)) {
      history.changed(before, after, by.id(), reason, clock.instant());
      audit.record(deed("change", desk, line));
    }
    sheets.count(id, before.facts().week());
    notices.changed(sheet.facts());
    followers.recorded(desk);
    return done(after);
  }

  /**
   * What the house has counted is made no longer by hand; and nothing is once the week is over, as
   * silence would accept what the client had no time to look at.
   */
  private static Optional<Refusal> longer(Entry before, Span span, boolean over) {
    var old = before.facts().span();
    if (before.facts().source() != Source.MANUAL && !span.isWithin(old)) {
      return Optional.of(Refusal.invalid("to", "time.refused.counted"));
    }
    return over && span.minutes() > old.minutes()
        ? Optional.of(Refusal.invalid("to", "time.refused.longer"))
        : Optional.empty();
  }

  private Optional<Refusal> wrong(Desk desk, Entry before, Said said, @Nullable String reason) {
    var span = said.span();
    if (!span.equals(before.facts().span())) {
      if (span.byWeek().size() > 1 || !Week.of(span.from()).equals(before.facts().week())) {
        return Optional.of(Refusal.invalid("day", "time.refused.week"));
      }
      var fit = lines.fit(desk, span.from(), span.to()).without(before.facts().id());
      var refusal = fit.refusal("from", span);
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    if (said.task() != null
        && !said.task().equals(before.facts().said().task())
        && !subjects.takes(desk.id(), said.task())) {
      return Optional.of(Refusal.invalid("task", "time.task.unknown"));
    }
    return !(before instanceof Entry.Open) && reason == null
        ? Optional.of(Refusal.invalid("reason", "time.reason.missing"))
        : Optional.empty();
  }

  /** Takes away a line that nobody else has seen. */
  @Transactional
  public Outcome<Entry> remove(Viewer by, ContractId id, EntryId line, int seen) {
    var desk = mine(by, id);
    var entry = get(id, line);
    boolean closed =
        sheets.locked(id, entry.facts().week()).orElseThrow() instanceof Timesheet.Closed;
    if (closed || !(entry instanceof Entry.Open open) || entry.facts().version() != seen) {
      return refused(MOVED);
    }
    store.remove(open);
    sheets.count(id, entry.facts().week());
    audit.record(deed("remove", desk, line));
    followers.recorded(desk);
    return done(entry);
  }

  /** Writes what was typed into a week's sheet: all of it, or nothing and what is wrong where. */
  @Transactional
  public Problems fill(Viewer by, ContractId id, Week week, SheetForm form) {
    var desk = mine(by, id);
    var problems = new Problems();
    var sheet = sheets.locked(id, week);
    if (!lines.takes(desk, week) || sheet.filter(s -> !(s instanceof Timesheet.Open)).isPresent()) {
      return problems.add(LATE);
    }
    var fit = lines.fit(desk, week.from(), week.to());
    var plan = new SheetPlan(Days.of(week, desk.zone()), store.week(id, week), fit);
    form.read(plan, task -> subjects.takes(id, task), problems);
    if (problems.any()) {
      return problems;
    }
    plan.removed().forEach(store::remove);
    plan.shortened().forEach(store::write);
    plan.added().forEach(said -> lines.add(desk, said, Source.MANUAL, null));
    sheets
        .find(id, week)
        .ifPresent(changed -> {
          sheets.count(id, week);
          notices.changed(changed.facts());
          followers.recorded(desk);
        });
    return problems;
  }

  private Desk mine(Viewer by, ContractId id) {
    var desk = desks.enter(by, id);
    desk.requireOwn();
    timers.lock(by.id());
    return desk;
  }

  private static Deed deed(String action, Desk desk, EntryId line) {
    return Deed.of("time", action)
        .on("entry", line.value())
        .onBehalfOf(desk.contract().organisation().value());
  }
}
