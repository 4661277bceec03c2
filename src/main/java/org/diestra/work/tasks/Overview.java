package org.diestra.work.tasks;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.diestra.platform.accounts.Viewer;
import org.diestra.work.contracts.ContractFrame;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.Contracts;
import org.diestra.work.contracts.Side;
import org.diestra.work.engagements.Engagement;
import org.diestra.work.engagements.Engagements;
import org.diestra.work.tasks.DueDates.Standing;
import org.diestra.work.tasks.Task.Stage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tasks of a contract as a list, a board and a calendar. */
@Component
class Overview {
  private final Tasks tasks;
  private final Contracts contracts;
  private final Engagements engagements;
  private final DueDates dueDates;
  private final Clock clock;

  Overview(
      Tasks tasks, Contracts contracts, Engagements engagements, DueDates dueDates, Clock clock) {
    this.tasks = tasks;
    this.contracts = contracts;
    this.engagements = engagements;
    this.dueDates = dueDates;
    this.clock = clock;
  }

  /** The columns of the board. */
  enum Column {
    PROPOSED(Stage.PROPOSED),
    TO_DO(Stage.AGREED, Stage.FUNDED),
    DOING(Stage.IN_PROGRESS, Stage.CHANGES_REQUESTED),
    REVIEW(Stage.DELIVERED, Stage.DISPUTED),
    DONE(Stage.APPROVED, Stage.AUTO_APPROVED, Stage.PAID, Stage.CANCELLED);

    private final Set<Stage> stages;

    Column(Stage first, Stage... others) {
      this.stages = EnumSet.of(first, others);
    }

    boolean has(Stage stage) {
      return stages.contains(stage);
    }

    String key() {
      return "tasks.column." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Which tasks a list holds. */
  enum Show {
    OPEN,
    DONE,
    ALL;

    static Show of(@Nullable String slug) {
      return switch (slug) {
        case "done" -> DONE;
        case "all" -> ALL;
        case null, default -> OPEN;
      };
    }

    String slug() {
      return name().toLowerCase(Locale.ROOT);
    }

    Set<Stage> stages() {
      var all = EnumSet.allOf(Stage.class);
      if (this != ALL) {
        all.removeIf(stage -> stage.over() != (this == DONE));
      }
      return all;
    }
  }

  /**
   * Around every view.
   *
   * @param side the viewer's, or null for whoever looks on without deciding
   * @param may whether the viewer may propose something
   * @param held whether money is held for the tasks of this contract
   * @param promised whether that is a promise alone, and the client pays directly
   */
  record Around(
      ContractFrame frame,
      Viewer viewer,
      @Nullable Side side,
      boolean may,
      boolean held,
      boolean promised,
      Instant now) {
    String href(String path) {
      return frame.href("tasks" + path);
    }
  }

  Around around(Viewer viewer, ContractId id) {
    var contract = contracts.get(viewer, id);
    var engagement = engagements.get(id);
    boolean may =
        engagement.facts().sideOf(viewer).isPresent()
            && !(engagement instanceof Engagement.Ended)
            && !contract.trial();
    var side = Facts.side(viewer, contract.organisation(), contract.assistant()).orElse(null);
    return new Around(
        contracts.frame(contract),
        viewer,
        side,
        may,
        tasks.funded(id),
        tasks.promised(id),
        clock.instant());
  }

  /**
   * @param first whether it is the first page, which shows by itself what comes
   * @param next the number after which the next page begins, or null
   */
  record Listed(
      Around around,
      Show show,
      List<Task> tasks,
      Map<TaskId, Standing> due,
      boolean first,
      @Nullable Integer next) {}

  Listed list(Viewer viewer, ContractId id, Show show, @Nullable Integer after) {
    var around = around(viewer, id);
    var found = tasks.list(id, show.stages(), after);
    boolean more = found.size() > Tasks.PAGE;
    var page = more ? found.subList(0, Tasks.PAGE) : found;
    var next = more ? page.getLast().facts().place().number() : null;
    return new Listed(around, show, page, dueDates.of(page), after == null, next);
  }

  /**
   * @param columns in order, with what stands in each
   * @param more whether there is more than a board holds
   */
  record Board(
      Around around, Map<Column, List<Task>> columns, Map<TaskId, Standing> due, boolean more) {}

  Board board(Viewer viewer, ContractId id) {
    var around = around(viewer, id);
    var open = tasks.list(id, Show.OPEN.stages(), null);
    var done = tasks.latest(id, Show.DONE.stages());
    var columns = new TreeMap<Column, List<Task>>();
    for (var column : Column.values()) {
      var from = column == Column.DONE ? done : open;
      columns.put(column, from.stream().filter(t -> column.has(t.stage())).toList());
    }
    return new Board(around, columns, dueDates.of(open), open.size() > Tasks.PAGE);
  }

  /**
   * A month as weeks of days, from Monday to Sunday, those of its neighbours included.
   *
   * @param zone in which its days are meant
   */
  record Calendar(
      Around around,
      YearMonth month,
      ZoneId zone,
      LocalDate today,
      List<List<LocalDate>> weeks,
      Map<LocalDate, List<Task>> days,
      Map<TaskId, Standing> due) {
    boolean late(Task task) {
      var standing = due.get(task.facts().id());
      return standing != null && standing.late();
    }

    List<Task> on(LocalDate day) {
      return Objects.requireNonNullElse(days.get(day), List.of());
    }

    /** November 2026. */
    String name(Locale locale) {
      return month.format(DateTimeFormatter.ofPattern("LLLL yyyy", locale));
    }

    String href(int months) {
      return around.href("?view=calendar&month=" + month.plusMonths(months));
    }
  }

  Calendar calendar(Viewer viewer, ContractId id, @Nullable YearMonth wanted) {
    var around = around(viewer, id);
    var zone = viewer.zone();
    var today = LocalDate.ofInstant(around.now(), zone);
    var month = wanted == null ? YearMonth.from(today) : wanted;
    var first = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    var weeks = new ArrayList<List<LocalDate>>();
    for (var day = first; !day.isAfter(month.atEndOfMonth()); day = day.plusWeeks(1)) {
      weeks.add(day.datesUntil(day.plusDays(7)).toList());
    }
    var last = first.plusWeeks(weeks.size());
    var found =
        tasks.due(id, first.atStartOfDay(zone).toInstant(), last.atStartOfDay(zone).toInstant());
    var days = found.stream().collect(Collectors.groupingBy(task -> day(task, zone)));
    return new Calendar(around, month, zone, today, weeks, days, dueDates.of(found));
  }

  private static LocalDate day(Task task, ZoneId zone) {
    var due = Objects.requireNonNull(task.facts().work().due());
    return LocalDate.ofInstant(due.at(), zone);
  }

  static String tone(Stage stage) {
    return switch (stage) {
      case PROPOSED, CHANGES_REQUESTED, DELIVERED -> "wait";
      case IN_PROGRESS, APPROVED, AUTO_APPROVED, PAID -> "good";
      case DISPUTED -> "stop";
      case AGREED, FUNDED, CANCELLED -> "";
    };
  }

  /**
   * @param promised whether what is funded is only promised
   */
  static String key(Stage stage, boolean promised) {
    return promised && stage == Stage.FUNDED ? "tasks.promised.stage" : key(stage);
  }

  static String key(Stage stage) {
    return "tasks.stage." + stage.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
