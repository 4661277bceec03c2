package org.diestra.work.time;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.page.Bar;
import org.diestra.platform.page.Formats;
import org.diestra.platform.page.Pages;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.Contracts;
import org.diestra.work.time.Days.Day;
import org.diestra.work.time.Entry.Said;
import org.diestra.work.time.EntryHistory.Change;
import org.diestra.work.time.EntryHistory.Move;
import org.diestra.work.time.Subjects.Subject;
import org.diestra.work.time.WeekView.Cell;
import org.diestra.work.time.WeekView.DayLines;
import org.diestra.work.time.WeekView.Line;
import org.diestra.work.time.WeekView.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what a week's page shows: that week alone, whatever else was recorded. */
@Component
class TimePages {
  private static final int WEEKS = 12;
  private static final int MOST_ROWS = 12; // of tasks for which nothing was recorded yet
  private final Desks desks;
  private final Contracts contracts;
  private final EntryStore entries;
  private final EntryHistory history;
  private final SheetStore sheets;
  private final Subjects subjects;
  private final Traces traces;
  private final TimerPages timers;
  private final MonthPages months;
  private final Pages pages;
  private final Clock clock;

  TimePages(
      Desks desks,
      Contracts contracts,
      EntryStore entries,
      EntryHistory history,
      SheetStore sheets,
      Subjects subjects,
      Traces traces,
      TimerPages timers,
      MonthPages months,
      Pages pages,
      Clock clock) {
    this.desks = desks;
    this.contracts = contracts;
    this.entries = entries;
    this.history = history;
    this.sheets = sheets;
    this.subjects = subjects;
    this.traces = traces;
    this.timers = timers;
    this.months = months;
    this.pages = pages;
    this.clock = clock;
  }

  Week thisWeek() {
    return Week.of(clock.instant());
  }

  /** On the assistant's calendar. */
  LocalDate today(Desk desk) {
    return LocalDate.ofInstant(clock.instant(), desk.zone());
  }

  /**
   * @throws org.diestra.platform.base.NotFound if the hours are somebody else's
   */
  Desk owned(Viewer viewer, ContractId id) {
    var desk = desks.enter(viewer, id);
    desk.requireOwn();
    return desk;
  }

  /**
   * @throws org.diestra.platform.base.NotFound if somebody else decides on them
   */
  void reviewed(Viewer viewer, ContractId id) {
    desks.enter(viewer, id).requireReviews();
  }

  /** Null where the contract pays no hours. */
  @Transactional(readOnly = true)
  public @Nullable WeekView view(Viewer viewer, ContractId id, Week week) {
    var desk = desks.enter(viewer, id);
    var agreed = desk.tariff();
    if (agreed == null) {
      return null;
    }
    var sheet = sheets.find(id, week).orElse(null);
    var tariff = sheet == null ? agreed : sheet.facts().tariff();
    int extra = sheet == null ? 0 : sheet.facts().extra();
    var lines = entries.week(id, week);
    var bag = months.room(id, week);
    var offered = subjects.of(id);
    var titles = offered.stream().collect(toMap(Subject::id, Subject::title, (a, b) -> a));
    var days = Days.of(week, desk.zone());
    var formats = pages.formats(viewer.locale(), desk.zone());
    return new WeekView(
        desk,
        contracts.frame(desk.contract()),
        week,
        sheet,
        Tally.of(lines, tariff, extra, bag),
        days,
        rows(lines, offered, days),
        lines(desk, lines, titles, Tally.over(lines, tariff, extra, bag), sheet),
        offered.stream().filter(Subject::open).toList(),
        desk.own() ? timers.view(viewer, id) : null,
        weeks(id, week, formats),
        tasks(lines, titles, formats),
        months.of(id, week, tariff),
        clock.instant());
  }

  /** What the page about a contract without hours stands in. */
  Desk desk(Viewer viewer, ContractId id) {
    return desks.enter(viewer, id);
  }

  private List<Row> rows(List<Entry> lines, List<Subject> offered, List<Day> days) {
    var tasks = new LinkedHashSet<@Nullable UUID>();
    tasks.add(null);
    lines.forEach(e -> tasks.add(e.facts().said().task()));
    int recorded = tasks.size();
    offered.stream()
        .filter(Subject::open)
        .map(Subject::id)
        .filter(s -> tasks.size() < recorded + MOST_ROWS)
        .forEach(tasks::add);
    var titles = new HashMap<UUID, String>();
    offered.forEach(s -> titles.put(s.id(), s.title()));
    var rows = new ArrayList<Row>();
    for (var task : tasks) {
      var of = lines.stream().filter(e -> Objects.equals(e.facts().said().task(), task)).toList();
      var title = task == null ? null : titles.getOrDefault(task, "?");
      rows.add(new Row(task, title, note(of, title), cells(rows.size(), of, days)));
    }
    return rows;
  }

  /** What an added stretch is called unless it is said otherwise: as the last one of its row. */
  private static String note(List<Entry> lines, @Nullable String title) {
    var last =
        lines.stream().map(e -> e.facts().said()).filter(Said::described).reduce((a, b) -> b);
    if (last.isPresent()) {
      return last.get().note();
    }
    return title != null && title.length() >= Said.LEAST && title.length() <= Said.MOST
        ? title
        : "";
  }

  private List<Cell> cells(int row, List<Entry> lines, List<Day> days) {
    var now = clock.instant();
    var cells = new ArrayList<Cell>();
    for (int i = 0; i < days.size(); i++) {
      var day = days.get(i);
      int minutes = lines.stream().mapToInt(e -> day.minutes(e.facts().span())).sum();
      boolean open = day.from().isBefore(now);
      cells.add(new Cell(row + "-" + i, CellText.of(minutes), minutes, open));
    }
    return cells;
  }

  private List<DayLines> lines(
      Desk desk,
      List<Entry> lines,
      Map<UUID, String> titles,
      Map<EntryId, Integer> over,
      @Nullable Timesheet sheet) {
    if (lines.isEmpty()) {
      return List.of();
    }
    var ids = lines.stream().map(e -> e.facts().id()).toList();
    boolean seen = sheet != null && !(sheet instanceof Timesheet.Open);
    var said =
        seen
            ? history.moves(ids).stream().collect(groupingBy(Move::entry))
            : Map.<EntryId, List<Move>>of();
    var changes =
        seen
            ? history.changes(ids).stream().collect(groupingBy(Change::entry))
            : Map.<EntryId, List<Change>>of();
    var traces = this.traces.beside(desk, lines);
    var byDay = new TreeMap<LocalDate, List<Line>>();
    for (var entry : lines) {
      var facts = entry.facts();
      var task = facts.said().task();
      var line =
          new Line(
              entry,
              task == null ? null : titles.getOrDefault(task, "?"),
              over.getOrDefault(facts.id(), 0),
              late(entry, sheet),
              said.getOrDefault(facts.id(), List.of()).stream()
                  .filter(m -> m.words() != null)
                  .toList(),
              changes.getOrDefault(facts.id(), List.of()),
              traces.getOrDefault(facts.id(), List.of()));
      var date = LocalDate.ofInstant(facts.span().from(), desk.zone());
      byDay.computeIfAbsent(date, d -> new ArrayList<>()).add(line);
    }
    return byDay.entrySet().stream()
        .map(day -> new DayLines(day.getKey(), day.getValue()))
        .toList();
  }

  private static boolean late(Entry entry, @Nullable Timesheet sheet) {
    return switch (sheet) {
      case Timesheet.Submitted s -> entry.facts().madeAt().isAfter(s.submittedAt());
      case Timesheet.Closed c -> entry.facts().madeAt().isAfter(c.submittedAt());
      case Timesheet.Open open -> false;
      case null -> false;
    };
  }

  private List<Bar> weeks(ContractId id, Week week, Formats formats) {
    var minutes =
        sheets.upTo(id, week, WEEKS).stream()
            .collect(toMap(s -> s.facts().week(), s -> s.facts().minutes()));
    var bars = new ArrayList<Bar>();
    for (int back = WEEKS - 1; back >= 0; back--) {
      var monday = week.monday().minusWeeks(back);
      int worked = minutes.getOrDefault(new Week(monday), 0);
      if (worked > 0 || !bars.isEmpty()) {
        bars.add(new Bar(formats.date(monday), worked, hours(worked, formats)));
      }
    }
    return bars;
  }

  private static List<Bar> tasks(List<Entry> lines, Map<UUID, String> titles, Formats formats) {
    var minutes = new LinkedHashMap<String, Integer>();
    for (var entry : lines) {
      var task = entry.facts().said().task();
      var title = task == null ? formats.words("time.row.none") : titles.getOrDefault(task, "?");
      minutes.merge(title, entry.facts().minutes(), Integer::sum);
    }
    return minutes.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .map(e -> new Bar(e.getKey(), e.getValue(), hours(e.getValue(), formats)))
        .toList();
  }

  private static String hours(int minutes, Formats formats) {
    return formats.words("time.hours", CellText.length(minutes));
  }
}
