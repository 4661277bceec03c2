package org.diestra.office.travel;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.diestra.office.journeys.Leg;
import org.diestra.office.journeys.LegForm;
import org.diestra.office.journeys.Reader;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Refusal;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The legs of what is booked: read from a mail or a pass, looked at, taken on, changed. */
@Controller
@RequestMapping("/w/{workspace}/travel/{trip}/legs")
class LegsController {
  private final Workspaces workspaces;
  private final Trips trips;
  private final Itinerary itinerary;

  LegsController(Workspaces workspaces, Trips trips, Itinerary itinerary) {
    this.workspaces = workspaces;
    this.trips = trips;
    this.itinerary = itinerary;
  }

  private Desk desk(Viewer viewer, WorkspaceId workspace) {
    return new Desk(workspaces.enter(viewer, workspace));
  }

  /**
   * What was read, before it is taken.
   *
   * @param rows empty where nothing was read yet
   */
  record Intake(Desk desk, Trip trip, List<LegForm> rows) {
    String href() {
      return trip.facts().href();
    }
  }

  private static String intake(Desk desk, Trip trip, List<LegForm> rows, Model model) {
    model.addAttribute("intake", new Intake(desk, trip, rows));
    return "import";
  }

  /** One to fill in by hand, or somewhere to paste. */
  @GetMapping("/new")
  String fresh(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TripId trip,
      @RequestParam(defaultValue = "false") boolean hand,
      Model model) {
    var desk = desk(viewer, workspace);
    var found = trips.get(desk, trip);
    return found instanceof Trip.Underway
        ? intake(desk, found, hand ? List.of(LegForm.BLANK) : List.of(), model)
        : "redirect:" + found.facts().href();
  }

  /** What a mail, a calendar or a pass says; nothing of it is kept. */
  @PostMapping("/reading")
  String read(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TripId trip,
      @RequestParam(defaultValue = "") String text,
      @RequestParam @Nullable MultipartFile brought,
      Model model,
      HttpServletResponse response)
      throws IOException {
    var desk = desk(viewer, workspace);
    var found = trips.get(desk, trip);
    var reader = new Reader(found.facts().wish().leaves(), viewer.zone());
    var read =
        brought == null || brought.isEmpty() ? reader.read(text) : reader.read(bytes(brought));
    return switch (read) {
      case Outcome.Refused<List<LegForm>>(var why) ->
          Pages.again(response, model, why, intake(desk, found, List.of(), model));
      case Outcome.Done<List<LegForm>>(var rows) -> intake(desk, found, rows, model);
    };
  }

  private static byte[] bytes(MultipartFile file) throws IOException {
    try (var in = file.getInputStream()) {
      return in.readNBytes(Reader.LARGEST + 1);
    }
  }

  /** Those that are ticked. */
  @PostMapping
  String take(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TripId trip,
      @RequestParam MultiValueMap<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var desk = desk(viewer, workspace);
    var found = trips.get(desk, trip);
    var problems = new Problems();
    var rows = new ArrayList<LegForm>();
    var legs = new ArrayList<Leg>();
    for (int i = 0; i < Itinerary.MOST_LEGS && sent.containsKey("from-" + i); i++) {
      int at = i;
      if ("true".equals(sent.getFirst("take-" + i))) {
        var row = LegForm.of(field -> sent.getFirst(field + "-" + at));
        var leg = row.read("-" + rows.size(), problems);
        rows.add(row);
        if (leg != null) {
          legs.add(leg);
        }
      }
    }
    if (rows.isEmpty()) {
      problems.add(Refusal.invalid("text", "travel.take.none"));
    }
    if (problems.any()) {
      return Pages.again(response, model, problems, intake(desk, found, rows, model));
    }
    return switch (itinerary.take(desk, trip, legs)) {
      case Outcome.Refused<TripId>(var why) ->
          Pages.again(response, model, why, intake(desk, found, rows, model));
      case Outcome.Done<TripId> done -> {
        Flash.ok(onward, "travel.legs.taken", legs.size());
        yield "redirect:" + desk.href(trip + "/itinerary");
      }
    };
  }

  /** One leg, written anew. */
  record Sheet(Desk desk, Trip trip, LegId leg, int version, LegForm form) {}

  private static String sheet(Sheet sheet, Model model) {
    model.addAttribute("sheet", sheet);
    return "leg";
  }

  @GetMapping("/{leg}")
  String edit(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TripId trip,
      @PathVariable LegId leg,
      Model model) {
    var desk = desk(viewer, workspace);
    var found = trips.get(desk, trip);
    var kept = itinerary.get(found, leg);
    return found instanceof Trip.Underway
        ? sheet(new Sheet(desk, found, leg, kept.version(), LegForm.of(kept.leg())), model)
        : "redirect:" + desk.href(trip + "/itinerary");
  }

  @PostMapping("/{leg}")
  String change(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TripId trip,
      @PathVariable LegId leg,
      @RequestParam MultiValueMap<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var desk = desk(viewer, workspace);
    var found = trips.get(desk, trip);
    itinerary.get(found, leg);
    int seen = StepController.version(sent.getFirst("seen"));
    var form = LegForm.of(name -> sent.getFirst(name));
    var sheet = new Sheet(desk, found, leg, seen, form);
    var problems = new Problems();
    var after = form.read("", problems);
    if (after == null) {
      return Pages.again(response, model, problems, sheet(sheet, model));
    }
    return changed(sheet, itinerary.change(desk, trip, leg, seen, after), model, response, onward);
  }

  @PostMapping("/{leg}/removal")
  String remove(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TripId trip,
      @PathVariable LegId leg,
      @RequestParam(defaultValue = "") String seen,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var desk = desk(viewer, workspace);
    var found = trips.get(desk, trip);
    var kept = itinerary.get(found, leg);
    int version = StepController.version(seen);
    var sheet = new Sheet(desk, found, leg, version, LegForm.of(kept.leg()));
    return changed(
        sheet, itinerary.change(desk, trip, leg, version, null), model, response, onward);
  }

  private static String changed(
      Sheet sheet,
      Outcome<Itinerary.Change> outcome,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    return switch (outcome) {
      case Outcome.Refused<Itinerary.Change>(var why) ->
          Pages.again(response, model, why, sheet(sheet, model));
      case Outcome.Done<Itinerary.Change>(var what) -> {
        Flash.ok(
            onward, what == Itinerary.Change.MADE ? "travel.change.made" : "travel.change.asked");
        yield "redirect:" + sheet.trip().facts().href() + "/itinerary";
      }
    };
  }
}
