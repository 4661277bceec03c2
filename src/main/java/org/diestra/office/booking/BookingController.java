package org.diestra.office.booking;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diestra.office.booking.Desk.Line;
import org.diestra.office.booking.Desk.Mark;
import org.diestra.office.calendar.BusyTimes;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /w/{workspace}/booking}: what can be booked, what is booked, and the public page. */
@Controller
@RequestMapping("/w/{workspace}/booking")
class BookingController {
  private final Workspaces workspaces;
  private final Services services;
  private final Desk desk;
  private final Clock clock;
  private final String house;

  BookingController(
      Workspaces workspaces,
      Services services,
      Desk desk,
      Clock clock,
      @Value("${diestra.base-url}") String house) {
    this.workspaces = workspaces;
    this.services = services;
    this.desk = desk;
    this.clock = clock;
    this.house = house;
  }

  /**
   * @param days the appointments by their date on the viewer's clock
   * @param names of the hosts, and of those whose calendars can't be read
   * @param unread calendars outside for which nothing is offered now
   * @param next where the next page begins, or null
   * @param house what the public addresses begin with
   */
  record Overview(
      Pass pass,
      @Nullable Page page,
      List<Service> services,
      Map<LocalDate, List<Line>> days,
      Map<PersonId, String> names,
      List<BusyTimes.Unread> unread,
      boolean past,
      @Nullable String next,
      Instant now,
      String house) {}

  @GetMapping
  String list(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @RequestParam(defaultValue = "false") boolean past,
      @RequestParam @Nullable String at,
      @RequestParam @Nullable String after,
      Model model) {
    var pass = worker(viewer, workspace);
    var found = desk.lines(pass, past, mark(at, after));
    var shown = found.subList(0, Math.min(found.size(), Desk.PAGE));
    var days = new LinkedHashMap<LocalDate, List<Line>>();
    for (var line : shown) {
      var date = LocalDate.ofInstant(line.appointment().start(), viewer.zone());
      days.computeIfAbsent(date, d -> new ArrayList<>()).add(line);
    }
    var hosts =
        shown.stream().flatMap(l -> l.appointment().hosts().stream()).collect(Collectors.toSet());
    var all = services.of(pass);
    var unread = services.unread(pass, all);
    unread.stream().flatMap(it -> Stream.ofNullable(it.owner())).forEach(hosts::add);
    model.addAttribute(
        "overview",
        new Overview(
            pass,
            services.page(pass),
            all,
            days,
            services.names(hosts),
            unread,
            past,
            found.size() > Desk.PAGE ? next(pass, past, shown.getLast()) : null,
            clock.instant(),
            house));
    return "index";
  }

  private @Nullable Mark mark(@Nullable String at, @Nullable String after) {
    var start = Starts.read(at, clock.instant());
    return start == null || after == null ? null : new Mark(start, Ids.require(after));
  }

  private static String next(Pass pass, boolean past, Line last) {
    var it = last.appointment();
    return pass.href("booking") + "?past=" + past + "&at=" + it.start() + "&after=" + it.id();
  }

  private Pass worker(Viewer viewer, WorkspaceId workspace) {
    var pass = workspaces.enter(viewer, workspace);
    pass.requireWorks(Area.APPOINTMENTS);
    return pass;
  }

  /** How the client stands before its customers: for those who keep the workspace. */
  @GetMapping("/page")
  String page(Viewer viewer, @PathVariable WorkspaceId workspace, Model model) {
    var pass = workspaces.enter(viewer, workspace);
    pass.requireKeeps();
    var page = services.page(pass);
    var name = pass.workspace().name();
    return form(
        pass,
        page == null
            ? new PageForm(ServiceForm.slug(name), name, null, viewer.email(), null, null)
            : PageForm.of(page),
        model);
  }

  private String form(Pass pass, PageForm form, Model model) {
    model.addAttribute("pass", pass);
    model.addAttribute("form", form);
    model.addAttribute("house", house);
    return "page";
  }

  @PostMapping("/page")
  String put(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @ModelAttribute("form") PageForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var pass = workspaces.enter(viewer, workspace);
    pass.requireKeeps();
    var problems = new Problems();
    var page = form.read(pass.workspace().id(), problems);
    if (problems.any()) {
      return Pages.again(response, model, problems, form(pass, form, model));
    }
    return switch (services.put(pass, page)) {
      case Outcome.Done<Page> put -> {
        Flash.ok(onward, "booking.page.put");
        yield "redirect:" + pass.href("booking");
      }
      case Outcome.Refused<Page>(var why) ->
          Pages.again(response, model, why, form(pass, form, model));
    };
  }
}
