package org.diestra.work.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.diestra.platform.base.Ids;
import org.diestra.platform.timers.Timers;
import org.diestra.work.engagements.Engagements;
import org.diestra.work.time.Entry.Facts;
import org.diestra.work.time.Entry.Said;
import org.diestra.work.time.Entry.Source;
import org.diestra.work.time.Fit.Other;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes lines into weeks; a week begins with its first one, and with it the course of its time.
 */
@Component
class Lines {
  private static final Duration AROUND = Duration.ofHours(50); // whole days, whatever their length
  private final EntryStore entries;
  private final EntryHistory history;
  private final SheetStore sheets;
  private final RunningStore timers;
  private final Engagements engagements;
  private final TimeNotices notices;
  private final Timers alarms;
  private final Clock clock;

  Lines(
      EntryStore entries,
      EntryHistory history,
      SheetStore sheets,
      RunningStore timers,
      Engagements engagements,
      TimeNotices notices,
      Timers alarms,
      Clock clock) {
    this.entries = entries;
    this.history = history;
    this.sheets = sheets;
    this.timers = timers;
    this.engagements = engagements;
    this.notices = notices;
    this.alarms = alarms;
    this.clock = clock;
  }

  /** What is recorded between two instants and in the whole days around them. */
  Fit fit(Desk desk, Instant from, Instant to) {
    var person = desk.contract().assistant();
    var others = entries.of(person, from.minus(AROUND), to.plus(AROUND));
    return new Fit(
        engagements.runs(desk.id()),
        others.stream().map(Other::of).toList(),
        timers.find(person).orElse(null),
        desk.zone(),
        clock.instant());
  }

  /** Whether that week takes lines: it is not over, or nothing of it was written yet. */
  boolean takes(Desk desk, Week week) {
    var now = clock.instant();
    return sheets
        .find(desk.id(), week)
        .map(sheet -> sheet.writable(now))
        .orElse(now.isBefore(week.submitsAt()));
  }

  /** What a timer counted may come late, from a lost line, as long as the client can look at it. */
  boolean takesCounted(Desk desk, Week week) {
    return clock.instant().isBefore(week.closesAt())
        && !(sheets.find(desk.id(), week).orElse(null) instanceof Timesheet.Closed);
  }

  /** A line of one week; where that was submitted early, it stands before the client at once. */
  Entry add(Desk desk, Said said, Source source, @Nullable UUID timer) {
    var now = clock.instant();
    var week = Week.of(said.span().from());
    var sheet = sheet(desk, week, now);
    var person = desk.contract().assistant();
    var id = new EntryId(Ids.fresh());
    var open = new Entry.Open(new Facts(id, desk.id(), person, week, said, source, 0, 1, now, now));
    entries.add(open, sheet.facts(), timer);
    Entry entry = open;
    if (sheet instanceof Timesheet.Submitted) {
      entry = open.submit(now);
      entries.write(entry);
      history.moved(open, entry, person, null);
    }
    if (sheet instanceof Timesheet.Open && !now.isBefore(week.submitsAt())) {
      alarms.at(
          now, TimeConfiguration.SUBMISSION, sheet.facts().key()); // sent late: it goes at once
    }
    sheets.count(desk.id(), week);
    notices.changed(sheet.facts());
    return entry;
  }

  private Timesheet sheet(Desk desk, Week week, Instant now) {
    var found = sheets.locked(desk.id(), week);
    if (found.isPresent()) {
      return found.get();
    }
    var facts = desk.engagement().facts();
    var sheet =
        new Timesheet.Facts(
            desk.id(),
            week,
            facts.workspace(),
            facts.organisation(),
            facts.assistant(),
            desk.contract().title(),
            Objects.requireNonNull(desk.tariff()),
            0,
            0,
            1,
            now);
    if (sheets.add(new Timesheet.Open(sheet))) {
      alarms.at(week.submitsAt(), TimeConfiguration.SUBMISSION, sheet.key());
      alarms.at(week.remindsAt(), TimeConfiguration.REMINDER, sheet.key());
      alarms.at(week.closesAt(), TimeConfiguration.CLOSE, sheet.key());
    }
    return sheets.locked(desk.id(), week).orElseThrow();
  }

  /** Writes several, one after the other. */
  List<Entry> addAll(Desk desk, List<Span> spans, @Nullable UUID task, String note, Source source) {
    return spans.stream().map(s -> add(desk, new Said(s, task, note), source, null)).toList();
  }
}
