package org.diestra.office.booking;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diestra.office.booking.Desk.Known;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /w/{workspace}/booking/{appointment}}: one appointment and what is done about it. */
@Controller
@RequestMapping("/w/{workspace}/booking/{appointment}")
class AppointmentController {
  private final Workspaces workspaces;
  private final Services services;
  private final Desk desk;
  private final Pickers pickers;
  private final Clock clock;

  AppointmentController(
      Workspaces workspaces, Services services, Desk desk, Pickers pickers, Clock clock) {
    this.workspaces = workspaces;
    this.services = services;
    this.desk = desk;
    this.pickers = pickers;
    this.clock = clock;
  }

  /** An appointment before somebody of the workspace; names of its hosts and of who did what. */
  record View(Pass pass, Known known, Map<PersonId, String> names, Instant now) {
    String place() {
      return Letters.place(known.service(), known.appointment());
    }

    boolean begun() {
      return !known.appointment().start().isAfter(now);
    }
  }

  private Pass worker(Viewer viewer, WorkspaceId workspace) {
    var pass = workspaces.enter(viewer, workspace);
    pass.requireWorks(Area.APPOINTMENTS);
    return pass;
  }

  @GetMapping
  String show(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable AppointmentId appointment,
      Model model) {
    return page(worker(viewer, workspace), appointment, model);
  }

  private String page(Pass pass, AppointmentId id, Model model) {
    var known = desk.get(pass, id);
    var people =
        Stream.concat(
                known.appointment().hosts().stream(),
                known.steps().stream().flatMap(step -> Stream.ofNullable(step.person())))
            .collect(Collectors.toSet());
    model.addAttribute("view", new View(pass, known, services.names(people), clock.instant()));
    return "show";
  }

  /** What somebody says to the guest with it. */
  private String act(
      Pass pass,
      AppointmentId id,
      String words,
      BiFunction<Pass, String, Outcome<Appointment>> action,
      String done,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var problems = new Problems();
    var said = new Typed(problems).text("words", words, GuestController.LONGEST_WORDS);
    if (problems.any()) {
      return Pages.again(response, model, problems, page(pass, id, model));
    }
    return switch (action.apply(pass, said)) {
      case Outcome.Done<Appointment>(var it) -> {
        Flash.ok(onward, done, it.guest().name());
        yield "redirect:" + it.href();
      }
      case Outcome.Refused<Appointment>(var why) ->
          Pages.again(response, model, why, page(pass, id, model));
    };
  }

  @PostMapping("/confirmation")
  String approve(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable AppointmentId appointment,
      @RequestParam(defaultValue = "") String words,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    return act(
        worker(viewer, workspace),
        appointment,
        words,
        (pass, said) -> desk.approve(pass, appointment, said),
        "booking.approved",
        model,
        response,
        onward);
  }

  /** Declined while it is asked for, called off once it is agreed. */
  @PostMapping("/cancellation")
  String cancel(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable AppointmentId appointment,
      @RequestParam(defaultValue = "") String words,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    return act(
        worker(viewer, workspace),
        appointment,
        words,
        (pass, said) -> desk.cancel(pass, appointment, said),
        "booking.cancelled",
        model,
        response,
        onward);
  }

  @PostMapping("/absence")
  String absent(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable AppointmentId appointment,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    return act(
        worker(viewer, workspace),
        appointment,
        "",
        (pass, said) -> desk.absent(pass, appointment, true),
        "booking.absent",
        model,
        response,
        onward);
  }

  @PostMapping("/presence")
  String present(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable AppointmentId appointment,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    return act(
        worker(viewer, workspace),
        appointment,
        "",
        (pass, said) -> desk.absent(pass, appointment, false),
        "booking.present",
        model,
        response,
        onward);
  }

  @GetMapping("/move")
  String choose(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable AppointmentId appointment,
      @RequestParam @Nullable String from,
      Model model) {
    return picker(worker(viewer, workspace), appointment, from, model);
  }

  private String picker(Pass pass, AppointmentId id, @Nullable String from, Model model) {
    page(pass, id, model);
    var known = desk.get(pass, id);
    model.addAttribute(
        "picker", pickers.of(known.service(), from, pass.viewer().zone(), known.appointment()));
    return "shift";
  }

  @PostMapping("/move")
  String move(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable AppointmentId appointment,
      @RequestParam(defaultValue = "") String at,
      @RequestParam(defaultValue = "") String words,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var pass = worker(viewer, workspace);
    var problems = new Problems();
    var said = new Typed(problems).text("words", words, GuestController.LONGEST_WORDS);
    var start = Starts.read(at, clock.instant());
    if (problems.any()) {
      return Pages.again(response, model, problems, picker(pass, appointment, null, model));
    }
    var outcome =
        start == null
            ? Outcome.<Appointment>refused(Taking.TAKEN)
            : desk.move(pass, appointment, start, said);
    return switch (outcome) {
      case Outcome.Done<Appointment>(var it) -> {
        Flash.ok(onward, "booking.moved", it.guest().name());
        yield "redirect:" + it.href();
      }
      case Outcome.Refused<Appointment>(var why) ->
          Pages.again(response, model, why, picker(pass, appointment, null, model));
    };
  }
}
