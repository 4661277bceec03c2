package org.diestra.office.travel;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /w/{workspace}/travel}: what there is, and asking for another. */
@Controller
@RequestMapping("/w/{workspace}/travel")
class TripsController {
  private final Workspaces workspaces;
  private final Trips trips;
  private final Papers papers;
  private final TripPages pages;

  TripsController(Workspaces workspaces, Trips trips, Papers papers, TripPages pages) {
    this.workspaces = workspaces;
    this.trips = trips;
    this.papers = papers;
    this.pages = pages;
  }

  private Desk desk(Viewer viewer, WorkspaceId workspace) {
    return new Desk(workspaces.enter(viewer, workspace));
  }

  /**
   * The list.
   *
   * @param over whether it shows those that are over
   * @param next where the next page begins, or null
   */
  record Shelf(Desk desk, List<Trip> trips, boolean over, @Nullable String next) {}

  @GetMapping
  String list(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @RequestParam(defaultValue = "false") boolean over,
      @RequestParam @Nullable String leaves,
      @RequestParam @Nullable String after,
      Model model) {
    var desk = desk(viewer, workspace);
    var found =
        trips.list(
            desk,
            over,
            WishForm.date(leaves).orElse(null),
            Optional.ofNullable(after).flatMap(Ids::read).orElse(null));
    var page = found.subList(0, Math.min(found.size(), Trips.PAGE));
    var next = found.size() > Trips.PAGE ? next(desk, over, page.getLast()) : null;
    model.addAttribute("shelf", new Shelf(desk, page, over, next));
    return "index";
  }

  private static String next(Desk desk, boolean over, Trip last) {
    var facts = last.facts();
    return desk.href("")
        + "?over="
        + over
        + "&leaves="
        + facts.wish().leaves()
        + "&after="
        + facts.id();
  }

  /**
   * The form.
   *
   * @param trip whose wishes are written anew, or null for another trip
   * @param pouch what is sealed with a new one
   */
  record Sheet(Desk desk, @Nullable Trip trip, WishForm form, PouchForm pouch) {
    String back() {
      return trip == null ? desk.href("") : trip.facts().href();
    }

    String action() {
      return trip == null ? desk.href("") : trip.facts().href() + "/edit";
    }
  }

  @GetMapping("/new")
  String fresh(Viewer viewer, @PathVariable WorkspaceId workspace, Model model) {
    var desk = desk(viewer, workspace);
    var name = desk.pass().ofClient() ? viewer.name() : "";
    var form = WishForm.fresh(desk.pass().workspace().currency(), name);
    return form(new Sheet(desk, null, form, PouchForm.of(Pouch.EMPTY, 0)), model);
  }

  private static String form(Sheet sheet, Model model) {
    model.addAttribute("sheet", sheet);
    return "edit";
  }

  @PostMapping
  String ask(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @ModelAttribute("form") WishForm form,
      @RequestParam MultiValueMap<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var desk = desk(viewer, workspace);
    var problems = new Problems();
    var wish = form.read(problems);
    var carried = PouchForm.of(sent);
    var pouch = carried.read(problems);
    if (wish == null || pouch == null || problems.any()) {
      var sheet = new Sheet(desk, null, form, carried);
      return Pages.again(response, model, problems, form(sheet, model));
    }
    var id = papers.ask(desk, form.keyed(), wish, pouch);
    Flash.ok(onward, "travel.asked");
    return "redirect:" + desk.href(id.toString());
  }

  @GetMapping("/{trip}")
  String show(
      Viewer viewer, @PathVariable WorkspaceId workspace, @PathVariable TripId trip, Model model) {
    return pages.show(desk(viewer, workspace), trip, model);
  }

  @GetMapping("/{trip}/edit")
  String edit(
      Viewer viewer, @PathVariable WorkspaceId workspace, @PathVariable TripId trip, Model model) {
    var desk = desk(viewer, workspace);
    var found = trips.get(desk, trip);
    if (!(found instanceof Trip.Requested || found instanceof Trip.Researching)) {
      return "redirect:" + found.facts().href();
    }
    return form(new Sheet(desk, found, WishForm.of(found), PouchForm.of(Pouch.EMPTY, 0)), model);
  }

  @PostMapping("/{trip}/edit")
  String rewrite(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TripId trip,
      @ModelAttribute("form") WishForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var desk = desk(viewer, workspace);
    var found = trips.get(desk, trip);
    var sheet = new Sheet(desk, found, form, PouchForm.of(Pouch.EMPTY, 0));
    var problems = new Problems();
    var wish = form.read(problems);
    if (wish == null) {
      return Pages.again(response, model, problems, form(sheet, model));
    }
    return switch (trips.ask(desk, trip, StepController.version(form.seen()), wish)) {
      case Outcome.Refused<TripId>(var why) ->
          Pages.again(response, model, why, form(sheet, model));
      case Outcome.Done<TripId>(var id) -> {
        Flash.ok(onward, "travel.rewritten");
        yield "redirect:" + found.facts().href();
      }
    };
  }
}
