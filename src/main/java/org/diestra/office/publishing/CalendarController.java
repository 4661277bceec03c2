package org.diestra.office.publishing;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.diestra.office.channels.Channel;
import org.diestra.office.channels.ChannelId;
import org.diestra.office.channels.Channels;
import org.diestra.office.publishing.Shelf.Filter;
import org.diestra.office.publishing.Shelf.Row;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /w/{workspace}/publishing}: a month or a week of posts, on the workspace's clock. */
@Controller
class CalendarController {
  private static final int WEEK = 7;
  private final Desks desks;
  private final Channels channels;
  private final Readings readings;
  private final Clock clock;

  CalendarController(Desks desks, Channels channels, Readings readings, Clock clock) {
    this.desks = desks;
    this.channels = channels;
    this.readings = readings;
    this.clock = clock;
  }

  /**
   * @param inside whether it is of the month that is shown
   */
  record Day(LocalDate date, boolean inside, boolean today, List<Row> rows) {}

  /**
   * @param first of the month, or the week's Monday
   * @param full whether there are more posts than can be shown
   */
  record View(
      Desk desk,
      boolean week,
      LocalDate first,
      List<Day> days,
      List<Channel> channels,
      Filter filter,
      boolean full) {
    ZoneId clock() {
      return desk.pass().workspace().zone();
    }

    String href(boolean asWeek, LocalDate at) {
      var channel = filter.channel();
      return desk.href("")
          + "?view="
          + (asWeek ? "week" : "month")
          + "&at="
          + at
          + (channel == null ? "" : "&channel=" + channel);
    }

    /** The month by its name. */
    String month(Locale locale) {
      return first.format(DateTimeFormatter.ofPattern("LLLL yyyy", locale));
    }

    LocalDate next() {
      return week ? first.plusWeeks(1) : first.plusMonths(1);
    }

    LocalDate previous() {
      return week ? first.minusWeeks(1) : first.minusMonths(1);
    }

    /** How many of a day are shown before the rest is told by its number. */
    int most() {
      return week ? 100 : 4;
    }

    boolean empty() {
      return days.stream().allMatch(day -> day.rows().isEmpty());
    }
  }

  @GetMapping("/w/{workspace}/publishing")
  String show(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @RequestParam(defaultValue = "month") String view,
      @RequestParam(defaultValue = "") String at,
      @RequestParam(defaultValue = "") String channel,
      Model model) {
    var desk = desks.enter(viewer, workspace);
    var zone = desk.pass().workspace().zone();
    var today = LocalDate.ofInstant(clock.instant(), zone);
    var date = date(at, today);
    boolean week = view.equals("week");
    var first =
        week
            ? date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
            : date.withDayOfMonth(1);
    var from = first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    var to = week ? from.plusDays(WEEK) : YearMonth.from(first).atEndOfMonth().plusDays(1);
    while (to.getDayOfWeek() != DayOfWeek.MONDAY) {
      to = to.plusDays(1);
    }
    var filter = new Filter(null, Ids.read(channel).map(ChannelId::new).orElse(null), "");
    var rows =
        readings.between(
            desk, filter, from.atStartOfDay(zone).toInstant(), to.atStartOfDay(zone).toInstant());
    var byDay =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> LocalDate.ofInstant(Objects.requireNonNull(row.due()), zone)));
    var days = new ArrayList<Day>();
    for (var day = from; day.isBefore(to); day = day.plusDays(1)) {
      boolean inside = week || day.getMonth() == first.getMonth();
      days.add(new Day(day, inside, day.equals(today), byDay.getOrDefault(day, List.of())));
    }
    model.addAttribute(
        "view",
        new View(
            desk, week, first, days, channels.of(desk.pass()), filter, rows.size() == Shelf.MOST));
    return "index";
  }

  /** Within some centuries, so that every neighbour is a date too. */
  private static LocalDate date(String text, LocalDate otherwise) {
    try {
      var date = LocalDate.parse(text);
      return date.getYear() < 1970 || date.getYear() > 2200 ? otherwise : date;
    } catch (DateTimeParseException none) {
      return otherwise;
    }
  }
}
