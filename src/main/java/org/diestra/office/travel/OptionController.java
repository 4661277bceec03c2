package org.diestra.office.travel;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The options of a trip, as whoever looks for them writes them. */
@Controller
@RequestMapping("/w/{workspace}/travel/{trip}/options")
class OptionController {
  private final Workspaces workspaces;
  private final Trips trips;
  private final Research research;
  private final TripPages pages;
  private final Clock clock;

  OptionController(
      Workspaces workspaces, Trips trips, Research research, TripPages pages, Clock clock) {
    this.workspaces = workspaces;
    this.trips = trips;
    this.research = research;
    this.pages = pages;
    this.clock = clock;
  }

  private Desk desk(Viewer viewer, WorkspaceId workspace) {
    return new Desk(workspaces.enter(viewer, workspace));
  }

  /**
   * The form.
   *
   * @param option which one is written anew, or null for another
   */
  record Sheet(Desk desk, Trip trip, @Nullable OptionId option, OptionForm form) {
    String action() {
      var options = trip.facts().href() + "/options";
      return option == null ? options : options + "/" + option;
    }
  }

  private static String form(Sheet sheet, Model model) {
    model.addAttribute("sheet", sheet);
    return "option";
  }

  @GetMapping("/new")
  String fresh(
      Viewer viewer, @PathVariable WorkspaceId workspace, @PathVariable TripId trip, Model model) {
    var desk = desk(viewer, workspace);
    var found = trips.get(desk, trip);
    var form = OptionForm.fresh(found.facts().wish().currency(), clock.instant(), viewer.zone());
    return found instanceof Trip.Written
        ? form(new Sheet(desk, found, null, form), model)
        : "redirect:" + found.facts().href();
  }

  @PostMapping
  String add(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TripId trip,
      @RequestParam MultiValueMap<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var desk = desk(viewer, workspace);
    var sheet = new Sheet(desk, trips.get(desk, trip), null, OptionForm.of(sent));
    return written(sheet, sent, model, response, onward);
  }

  @GetMapping("/{option}")
  String edit(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TripId trip,
      @PathVariable OptionId option,
      Model model) {
    var desk = desk(viewer, workspace);
    var found = trips.get(desk, trip);
    var there =
        trips.options(found).stream()
            .filter(one -> one.id().equals(option))
            .findFirst()
            .orElseThrow(NotFound::new);
    return found instanceof Trip.Written
        ? form(
            new Sheet(desk, found, option, OptionForm.of(there, viewer.zone(), clock.instant())),
            model)
        : "redirect:" + found.facts().href();
  }

  @PostMapping("/{option}")
  String rewrite(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TripId trip,
      @PathVariable OptionId option,
      @RequestParam MultiValueMap<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var desk = desk(viewer, workspace);
    var sheet = new Sheet(desk, trips.get(desk, trip), option, OptionForm.of(sent));
    return written(sheet, sent, model, response, onward);
  }

  /** Kept, or shown again: for another leg, or to be mended. */
  private String written(
      Sheet sheet,
      MultiValueMap<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var form = sheet.form();
    if ("more".equals(sent.getFirst("do"))) {
      return form(new Sheet(sheet.desk(), sheet.trip(), sheet.option(), form.longer()), model);
    }
    var problems = new Problems();
    var viewer = sheet.desk().pass().viewer();
    var found = form.read(viewer.zone(), clock.instant(), problems);
    if (found == null) {
      return Pages.again(response, model, problems, form(sheet, model));
    }
    var id = sheet.trip().facts().id();
    return switch (research.put(sheet.desk(), id, sheet.option(), form.seen(), found)) {
      case Outcome.Refused<OptionId>(var why) ->
          Pages.again(response, model, why, form(sheet, model));
      case Outcome.Done<OptionId> done -> {
        Flash.ok(onward, "travel.option.kept");
        yield "redirect:" + sheet.trip().facts().href();
      }
    };
  }

  @PostMapping("/{option}/removal")
  String remove(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TripId trip,
      @PathVariable OptionId option,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var desk = desk(viewer, workspace);
    return switch (research.remove(desk, trip, option)) {
      case Outcome.Refused<TripId>(var why) ->
          Pages.again(response, model, why, pages.show(desk, trip, model));
      case Outcome.Done<TripId>(var id) -> {
        Flash.ok(onward, "travel.option.removed");
        yield "redirect:" + desk.href(id.toString());
      }
    };
  }
}
