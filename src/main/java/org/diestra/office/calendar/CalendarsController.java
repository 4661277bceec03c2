package org.diestra.office.calendar;

import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.UUID;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /calendar/calendars}: making a calendar, naming and sharing it, taking it away. */
@Controller
@RequestMapping("/calendar/calendars")
class CalendarsController {
  private final Rooms rooms;
  private final Calendars calendars;

  CalendarsController(Rooms rooms, Calendars calendars) {
    this.rooms = rooms;
    this.calendars = calendars;
  }

  /** A calendar as a browser sends it. */
  record Form(@Nullable String name, @Nullable String colour, @Nullable String zone) {
    static Form of(Calendar it) {
      return new Form(it.name(), it.colour(), it.zone().getId());
    }

    /** Null where there are problems. */
    @Nullable Read read(Problems problems) {
      var called =
          new Typed(problems).line("name", name, Calendar.LONGEST_NAME, "calendar.name.missing");
      if (colour == null || !Calendar.COLOURS.contains(colour)) {
        problems.add("colour", "calendar.colour.choose");
      }
      if (zone == null || !ZoneId.getAvailableZoneIds().contains(zone)) {
        problems.add("zone", "calendar.zone.choose");
      }
      return problems.any() || colour == null || zone == null
          ? null
          : new Read(called, colour, ZoneId.of(zone));
    }
  }

  record Read(String name, String colour, ZoneId zone) {}

  @GetMapping("/new")
  String fresh(Viewer viewer, @RequestParam @Nullable String room, Model model) {
    var pass = keeper(viewer, room);
    var zone = pass == null ? viewer.zone() : pass.workspace().zone();
    return page(viewer, pass, new Form("", Calendar.COLOURS.getFirst(), zone.getId()), model);
  }

  private @Nullable Pass keeper(Viewer viewer, @Nullable String room) {
    var pass = rooms.pass(viewer, room);
    if (pass != null) {
      pass.requireKeeps();
    }
    return pass;
  }

  private static String page(Viewer viewer, @Nullable Pass pass, Form form, Model model) {
    model.addAttribute("viewer", viewer);
    model.addAttribute("pass", pass);
    model.addAttribute("form", form);
    return "begin";
  }

  @PostMapping("/new")
  String begin(
      Viewer viewer,
      @RequestParam @Nullable String room,
      @ModelAttribute("form") Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var pass = keeper(viewer, room);
    var problems = new Problems();
    var read = form.read(problems);
    if (read != null) {
      switch (calendars.begin(viewer, pass, read.name(), read.colour(), read.zone())) {
        case Outcome.Done<CalendarId>(var id) -> {
          Flash.ok(onward, "calendar.made", read.name());
          return "redirect:/calendar/calendars/" + id;
        }
        case Outcome.Refused<CalendarId>(var why) -> problems.add(why);
      }
    }
    return Pages.again(response, model, problems, page(viewer, pass, form, model));
  }

  @GetMapping("/{id}")
  String show(Viewer viewer, @PathVariable CalendarId id, Model model) {
    var calendar = calendars.managed(id);
    return settings(viewer, calendar, Form.of(calendar), model);
  }

  private String settings(Viewer viewer, Calendar calendar, Form form, Model model) {
    model.addAttribute("viewer", viewer);
    model.addAttribute("pass", rooms.of(viewer, calendar));
    model.addAttribute("calendar", calendar);
    model.addAttribute("form", form);
    model.addAttribute("shares", calendars.shares(calendar.id()));
    model.addAttribute("circle", calendars.circle(viewer, calendar));
    return "settings";
  }

  @PostMapping("/{id}")
  String change(
      Viewer viewer,
      @PathVariable CalendarId id,
      @ModelAttribute("form") Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var calendar = calendars.managed(id);
    var problems = new Problems();
    var read = form.read(problems);
    if (read == null) {
      return Pages.again(response, model, problems, settings(viewer, calendar, form, model));
    }
    calendars.change(id, read.name(), read.colour(), read.zone());
    Flash.ok(onward, "calendar.saved", read.name());
    return "redirect:" + calendar.href();
  }

  /**
   * Shows it to somebody.
   *
   * @param with a workspace's id, a colon, and a person's id or an area's slug
   */
  @PostMapping("/{id}/shares")
  String share(
      Viewer viewer,
      @PathVariable CalendarId id,
      @RequestParam(defaultValue = "") String with,
      @RequestParam(defaultValue = "") String reach,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var calendar = calendars.managed(id);
    var far = Reach.of(reach);
    int colon = with.indexOf(':');
    var problems = new Problems();
    if (far.isEmpty()) {
      problems.add("reach", "calendar.reach.choose");
    }
    if (colon < 0) {
      problems.add("with", "calendar.with.choose");
    }
    if (far.isEmpty() || colon < 0) {
      return Pages.again(
          response, model, problems, settings(viewer, calendar, Form.of(calendar), model));
    }
    var workspace = WorkspaceId.of(with.substring(0, colon));
    var whom = with.substring(colon + 1);
    var area = Area.read(whom);
    if (area.isPresent()) {
      calendars.share(viewer, id, workspace, area.get(), far.get());
    } else {
      calendars.share(viewer, id, workspace, PersonId.of(whom), far.get());
    }
    Flash.ok(onward, "calendar.shared");
    return "redirect:" + calendar.href();
  }

  @PostMapping("/{id}/shares/{share}/end")
  String unshare(
      Viewer viewer,
      @PathVariable CalendarId id,
      @PathVariable String share,
      RedirectAttributes onward) {
    UUID which = Ids.require(share);
    calendars.unshare(viewer, id, which);
    Flash.ok(onward, "calendar.unshared");
    return "redirect:/calendar/calendars/" + id;
  }

  @PostMapping("/{id}/removal")
  String remove(Viewer viewer, @PathVariable CalendarId id, RedirectAttributes onward) {
    var calendar = calendars.managed(id);
    var page = rooms.page(viewer, calendar);
    calendars.remove(viewer, id);
    Flash.ok(onward, "calendar.taken-away", calendar.name());
    return "redirect:" + page;
  }
}
