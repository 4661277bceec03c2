package org.diestra.office.calendar;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.diestra.office.calendar.DatedThings.Dated;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * {@code /w/{workspace}/calendar} and {@code /calendar}: a month, a week, a day or the next thirty
 * days, in a workspace or in everything one may see.
 */
@Controller
class CalendarController {
  private static final int MOST_DATED = 500;
  private final Workspaces workspaces;
  private final Calendars calendars;
  private final Events events;
  private final ObjectProvider<DatedThings> dated; // of modules above
  private final Clock clock;

  CalendarController(
      Workspaces workspaces,
      Calendars calendars,
      Events events,
      ObjectProvider<DatedThings> dated,
      Clock clock) {
    this.workspaces = workspaces;
    this.calendars = calendars;
    this.events = events;
    this.dated = dated;
    this.clock = clock;
  }

  /**
   * What the page was asked for.
   *
   * @param date ISO 8601; today where it is none
   * @param beside a zone whose hours are told too
   */
  record Asked(@Nullable String view, @Nullable String date, @Nullable String beside) {}

  @GetMapping("/calendar")
  String own(Viewer viewer, @ModelAttribute Asked asked, Model model) {
    return page(viewer, null, calendars.visible(), asked, model);
  }

  /** What today holds, beside the list of decisions. */
  @GetMapping("/calendar/today")
  String today(Viewer viewer, Model model) {
    page(viewer, null, calendars.visible(), new Asked("day", null, null), model);
    return "_today";
  }

  @GetMapping("/w/{workspace}/calendar")
  String room(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @ModelAttribute Asked asked,
      Model model) {
    var pass = workspaces.enter(viewer, workspace);
    if (pass.working().isEmpty()) {
      throw new NotFound();
    }
    return page(viewer, pass, calendars.visible(pass), asked, model);
  }

  private String page(
      Viewer viewer, @Nullable Pass pass, List<Calendar> all, Asked asked, Model model) {
    var view = View.of(asked.view());
    var zone = viewer.zone();
    var today = LocalDate.ofInstant(clock.instant(), zone);
    var date = date(asked.date(), today);
    var days = view.days(date);
    var from = days.getFirst().atStartOfDay(zone).toInstant();
    var to = days.getLast().plusDays(1).atStartOfDay(zone).toInstant();
    var found = events.window(all, zone, from, to);
    var sheet =
        new Sheet(
            viewer,
            pass,
            view,
            date,
            today,
            zone,
            beside(asked.beside(), pass, zone),
            all,
            days,
            Sheet.byDay(days, found.happenings(), zone),
            dated(pass, zone, from, to),
            found.complete());
    model.addAttribute("sheet", sheet);
    return "index";
  }

  private Map<LocalDate, List<Dated>> dated(
      @Nullable Pass pass, ZoneId zone, Instant from, Instant to) {
    var workspace = pass == null ? null : pass.workspace().id();
    return dated
        .orderedStream()
        .flatMap(things -> things.between(workspace, from, to, MOST_DATED).stream())
        .sorted(Comparator.comparing(Dated::at))
        .collect(Collectors.groupingBy(d -> LocalDate.ofInstant(d.at(), zone)));
  }

  private static LocalDate date(@Nullable String typed, LocalDate today) {
    try {
      var date = typed == null ? today : LocalDate.parse(typed);
      return date.getYear() < 1950 || date.getYear() > 2150 ? today : date;
    } catch (DateTimeException none) {
      return today;
    }
  }

  /** The one that was asked for, else the client's; null where it is the viewer's own. */
  private static @Nullable ZoneId beside(@Nullable String asked, @Nullable Pass pass, ZoneId own) {
    if (asked != null && ZoneId.getAvailableZoneIds().contains(asked)) {
      return asked.equals(own.getId()) ? null : ZoneId.of(asked);
    }
    var client = pass == null ? own : pass.workspace().zone();
    return client.equals(own) ? null : client;
  }
}
