package org.diestra.office.calendar;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.jspecify.annotations.Nullable;
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
  private final Workspaces workspaces;
  private final Calendars calendars;
  private final Events events;
  private final Clock clock;

  CalendarController(Workspaces workspaces, Calendars calendars, Events events, Clock clock) {
    this.workspaces = workspaces;
    this.calendars = calendars;
    this.events = events;
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
            found.complete());
    model.addAttribute("sheet", sheet);
    return "index";
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
