package org.diestra.office.travel;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.diestra.office.journeys.Finding;
import org.diestra.office.journeys.Journey;
import org.diestra.office.travel.ChangeStore.Waiting;
import org.diestra.office.travel.LegStore.Kept;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.diestra.platform.paper.Press;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The itinerary of a trip: as a page, on paper, for calendars; and changes that wait. */
@Controller
@RequestMapping("/w/{workspace}/travel/{trip}")
class ItineraryController {
  private final Workspaces workspaces;
  private final Trips trips;
  private final Itinerary itinerary;
  private final Papers papers;
  private final Meetings meetings;
  private final Pages pages;
  private final LegIcs ics;

  ItineraryController(
      Workspaces workspaces,
      Trips trips,
      Itinerary itinerary,
      Papers papers,
      Meetings meetings,
      Pages pages,
      LegIcs ics) {
    this.workspaces = workspaces;
    this.trips = trips;
    this.itinerary = itinerary;
    this.papers = papers;
    this.meetings = meetings;
    this.pages = pages;
    this.ics = ics;
  }

  private Desk desk(Viewer viewer, WorkspaceId workspace) {
    return new Desk(workspaces.enter(viewer, workspace));
  }

  /**
   * The page.
   *
   * @param findings what to look at
   * @param waiting changes that the client has still to allow
   */
  record Sheet(
      Desk desk, Trip trip, List<Kept> legs, List<Finding> findings, List<Waiting> waiting) {
    String href() {
      return trip.facts().href();
    }

    boolean open() {
      return trip instanceof Trip.Underway;
    }

    Journey journey() {
      return new Journey(legs.stream().map(Kept::leg).toList());
    }

    /** Whether a leg begins another day than the one before it. */
    boolean newDay(int at) {
      return at == 0
          || !legs.get(at)
              .leg()
              .from()
              .local()
              .toLocalDate()
              .equals(legs.get(at - 1).leg().from().local().toLocalDate());
    }
  }

  private Sheet sheet(Desk desk, Trip trip) {
    var legs = itinerary.of(trip);
    var journey = new Journey(legs.stream().map(Kept::leg).toList());
    var findings = new ArrayList<>(journey.findings(meetings.during(desk, trip, journey)));
    papers
        .of(trip)
        .pouch()
        .papers()
        .forEach(paper -> {
          if (paper.expires() != null) {
            journey.expires(paper.masked(), paper.expires()).ifPresent(findings::add);
          }
        });
    return new Sheet(desk, trip, legs, findings, itinerary.waiting(trip));
  }

  @GetMapping("/itinerary")
  String show(
      Viewer viewer, @PathVariable WorkspaceId workspace, @PathVariable TripId trip, Model model) {
    var desk = desk(viewer, workspace);
    model.addAttribute("sheet", sheet(desk, trips.get(desk, trip)));
    return "itinerary";
  }

  @GetMapping("/itinerary.pdf")
  ResponseEntity<byte[]> paper(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TripId trip,
      HttpServletRequest request) {
    var desk = desk(viewer, workspace);
    var sheet = sheet(desk, trips.get(desk, trip));
    return file(
        "itinerary.pdf",
        MediaType.APPLICATION_PDF,
        print(sheet, viewer.locale(), pages.zone(request)));
  }

  private byte[] print(Sheet sheet, Locale locale, ZoneId zone) {
    return Press.print(pages.text("office/travel/print.jte", Map.of("sheet", sheet), locale, zone));
  }

  @GetMapping("/itinerary.ics")
  ResponseEntity<byte[]> calendar(
      Viewer viewer, @PathVariable WorkspaceId workspace, @PathVariable TripId trip) {
    var desk = desk(viewer, workspace);
    var found = trips.get(desk, trip);
    var type = new MediaType("text", "calendar", UTF_8);
    return file("itinerary.ics", type, ics.file(found, itinerary.of(found)));
  }

  private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] bytes) {
    return ResponseEntity.ok()
        .contentType(type)
        .header(
            "Content-Disposition",
            ContentDisposition.attachment().filename(name).build().toString())
        .body(bytes);
  }

  @PostMapping("/changes/{change}")
  String decide(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TripId trip,
      @PathVariable String change,
      @RequestParam(defaultValue = "false") boolean allowed,
      RedirectAttributes onward) {
    var desk = desk(viewer, workspace);
    UUID which = Ids.read(change).orElseThrow(NotFound::new);
    switch (itinerary.decide(desk, trip, which, allowed)) {
      case Outcome.Done<Boolean>(var made) -> {
        if (allowed && !made) {
          Flash.refused(onward, Refusal.conflict("travel.change.stale"));
        } else {
          Flash.ok(onward, made ? "travel.change.allowed" : "travel.change.refused");
        }
      }
      case Outcome.Refused<Boolean>(var why) -> Flash.refused(onward, why);
    }
    return "redirect:" + desk.href(trip + "/itinerary");
  }
}
