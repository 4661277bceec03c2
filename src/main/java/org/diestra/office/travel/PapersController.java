package org.diestra.office.travel;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is kept sealed of a trip: shown, which is written down, and written anew. */
@Controller
@RequestMapping("/w/{workspace}/travel/{trip}/papers")
class PapersController {
  private final Workspaces workspaces;
  private final Trips trips;
  private final Papers papers;
  private final Accounts accounts;

  PapersController(Workspaces workspaces, Trips trips, Papers papers, Accounts accounts) {
    this.workspaces = workspaces;
    this.trips = trips;
    this.papers = papers;
    this.accounts = accounts;
  }

  /** The page, with who had the numbers shown before. */
  record Sealed(
      Desk desk,
      Trip trip,
      PouchForm form,
      List<PaperStore.Opening> openings,
      Map<PersonId, String> names) {
    boolean over() {
      return Papers.over(trip);
    }
  }

  @PostMapping("/opening")
  String open(
      Viewer viewer, @PathVariable WorkspaceId workspace, @PathVariable TripId trip, Model model) {
    var desk = new Desk(workspaces.enter(viewer, workspace));
    var found = papers.open(desk, trip);
    return page(desk, trips.get(desk, trip), PouchForm.of(found.pouch(), found.version()), model);
  }

  private String page(Desk desk, Trip trip, PouchForm form, Model model) {
    var openings = papers.openings(trip);
    var names = accounts.names(openings.stream().map(PaperStore.Opening::person).toList());
    model.addAttribute("sealed", new Sealed(desk, trip, form, openings, names));
    return "papers";
  }

  @PostMapping
  String seal(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TripId trip,
      @RequestParam MultiValueMap<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var desk = new Desk(workspaces.enter(viewer, workspace));
    var found = trips.get(desk, trip);
    var form = PouchForm.of(sent);
    var problems = new Problems();
    var pouch = form.read(problems);
    if (pouch == null) {
      return Pages.again(response, model, problems, page(desk, found, form, model));
    }
    return switch (papers.put(desk, trip, form.seen(), pouch)) {
      case Outcome.Refused<TripId>(var why) ->
          Pages.again(response, model, why, page(desk, found, form, model));
      case Outcome.Done<TripId>(var id) -> {
        Flash.ok(onward, "travel.papers.kept");
        yield "redirect:" + found.facts().href();
      }
    };
  }
}
