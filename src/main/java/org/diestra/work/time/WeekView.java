package org.diestra.work.time;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.diestra.platform.page.Bar;
import org.diestra.work.contracts.ContractFrame;
import org.diestra.work.engagements.Engagement;
import org.diestra.work.time.Days.Day;
import org.diestra.work.time.EntryHistory.Change;
import org.diestra.work.time.EntryHistory.Move;
import org.diestra.work.time.Subjects.Subject;
import org.diestra.work.time.TimerPages.TimerView;
import org.diestra.work.time.Traces.Done;
import org.jspecify.annotations.Nullable;

/**
 * A week of a contract's hours.
 *
 * @param sheet null where nothing was recorded in it
 * @param timer null for whoever's hours they are not
 * @param weeks hours of the last weeks
 */
record WeekView(
    Desk desk,
    ContractFrame frame,
    Week week,
    @Nullable Timesheet sheet,
    Tally tally,
    List<Day> days,
    List<Row> rows,
    List<DayLines> lines,
    List<Subject> subjects,
    @Nullable TimerView timer,
    List<Bar> weeks,
    List<Bar> tasks,
    @Nullable MonthView month,
    Instant now) {

  /**
   * The month that the week draws from.
   *
   * @param bag as it stands with all that is recorded
   * @param funds how far it is paid in, or null where no money is held
   * @param draw what the week drew, once it is closed
   * @param hourly whether hours beyond it are paid by the hour
   */
  record MonthView(
      Bag bag, RetainerFunds.@Nullable Level funds, @Nullable Draw draw, boolean hourly) {
    LocalDate last() {
      return bag.ends().minusDays(1);
    }

    int percent() {
      return (int) (bag.drawn() * 100L / bag.size());
    }

    /** Whether lines of a closed week are in dispute that nothing but the month would pay. */
    boolean disputed() {
      return draw != null && draw.inDispute() && !hourly;
    }
  }

  /** What of the week the month pays: as it stands, or, once it is closed, what it drew. */
  int drawn() {
    return month == null || month.draw() == null ? tally.ofBag() : month.draw().drawn();
  }

  /** What was done for one task, or for none. */
  record Row(@Nullable UUID task, @Nullable String title, String note, List<Cell> cells) {
    int total() {
      return cells.stream().mapToInt(Cell::minutes).sum();
    }
  }

  /** One day of a row. */
  record Cell(String field, String was, int minutes, boolean open) {}

  /** The lines that begin on one day. */
  record DayLines(LocalDate date, List<Line> lines) {
    int total() {
      return lines.stream().mapToInt(l -> l.entry().facts().minutes()).sum();
    }
  }

  /**
   * A line with what belongs to it.
   *
   * @param over minutes above the cap
   * @param late whether it was added after the week was submitted
   */
  record Line(
      Entry entry,
      @Nullable String task,
      int over,
      boolean late,
      List<Move> said,
      List<Change> changes,
      List<Done> traces) {}

  String href(String path) {
    return frame.href("time" + path);
  }

  String href() {
    return frame.href("time?week=" + week);
  }

  /** Whether the sheet can be typed into. */
  boolean types() {
    return desk.own()
        && desk.engagement().facts().startedAt() != null
        && !over()
        && (sheet == null ? now.isBefore(week.submitsAt()) : sheet.writable(now))
        && !(sheet instanceof Timesheet.Submitted)
        && !week.from().isAfter(now);
  }

  /**
   * Whether the contract had ended when the week began; the week of its end closes as any other.
   */
  private boolean over() {
    return desk.engagement() instanceof Engagement.Ended ended
        && !ended.facts().since().isAfter(week.from());
  }

  /** Whether this person may give way about lines in dispute that the month alone would pay. */
  boolean gives() {
    return month != null && month.disputed() && (desk.own() || desk.reviews());
  }

  /** Whether lines can be added. */
  boolean adds() {
    return types() || desk.own() && sheet instanceof Timesheet.Submitted && sheet.writable(now);
  }

  boolean submits() {
    return desk.own() && sheet instanceof Timesheet.Open && tally.total() > 0 && silent().isEmpty();
  }

  boolean decides() {
    return desk.reviews() && sheet instanceof Timesheet.Submitted;
  }

  /** Lines that await the client's word. */
  long waiting() {
    return lines.stream()
        .flatMap(day -> day.lines().stream())
        .filter(l -> l.entry() instanceof Entry.Submitted || l.entry() instanceof Entry.Answered)
        .count();
  }

  /** What is sent back with an acceptance of all that is shown. */
  String mark() {
    return Reviews.mark(lines.stream().flatMap(d -> d.lines().stream()).map(Line::entry).toList());
  }

  /** Lines that don't say yet what was done, as long as that can be written. */
  List<Entry> silent() {
    return !adds()
        ? List.of()
        : lines.stream()
            .flatMap(day -> day.lines().stream())
            .map(Line::entry)
            .filter(e -> !e.facts().said().described())
            .toList();
  }

  int columnTotal(int day) {
    return rows.stream().mapToInt(row -> row.cells().get(day).minutes()).sum();
  }
}
