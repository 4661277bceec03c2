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
  private static final int MOST_OF_WEEK = 100; // on a day, before the rest is told by its number
  private static final int MOST_OF_MONTH = 4;
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
   * @param rows those that are shown
   * @param more how many there are besides
   */
  record Day(LocalDate date, boolean inside, boolean today, List<Row> rows, int more) {}

  /**
   * @param first of the month, or the week's Monday
   */
  record View(
      Desk desk,
      boolean week,
      LocalDate first,
      List<Day> days,
      List<Channel> channels,
      Filter filter) {
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
    var begins =
        from.datesUntil(to.plusDays(1)).map(d -> d.atStartOfDay(zone).toInstant()).toList();
    var counts = readings.counts(desk, filter, begins);
    var byDay =
        readings.days(desk, filter, begins, week ? MOST_OF_WEEK : MOST_OF_MONTH).stream()
            .collect(
                Collectors.groupingBy(
                    row -> LocalDate.ofInstant(Objects.requireNonNull(row.due()), zone)));
    var days = new ArrayList<Day>();
    for (var day = from; day.isBefore(to); day = day.plusDays(1)) {
      boolean inside = week || day.getMonth() == first.getMonth();
      var shown = byDay.getOrDefault(day, List.of());
      int more = Math.max(0, counts.get(days.size()) - shown.size());
      days.add(new Day(day, inside, day.equals(today), shown, more));
    }
    model.addAttribute("view", new View(desk, week, first, days, channels.of(desk.pass()), filter));
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
