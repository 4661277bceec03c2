package org.diestra.office.travel;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.diestra.office.journeys.Cardless;
import org.diestra.office.travel.Trip.Authorised;
import org.diestra.office.travel.Trip.Chosen;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The steps of a trip, each a form of its own that says which version it was looked at. */
@Controller
@RequestMapping("/w/{workspace}/travel/{trip}")
class StepController {
  private static final int LONGEST_BOOKING = 60;
  private final Workspaces workspaces;
  private final Trips trips;
  private final Research research;
  private final Decisions decisions;
  private final TripPages pages;

  StepController(
      Workspaces workspaces, Trips trips, Research research, Decisions decisions, TripPages pages) {
    this.workspaces = workspaces;
    this.trips = trips;
    this.research = research;
    this.decisions = decisions;
    this.pages = pages;
  }

  private Desk desk(Viewer viewer, WorkspaceId workspace) {
    return new Desk(workspaces.enter(viewer, workspace));
  }

  static int version(@Nullable String digits) {
    return digits != null && digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : 0;
  }

  /** What came of a step: the trip’s page, with a word or with why not. */
  private String after(
      Outcome<TripId> outcome,
      Desk desk,
      TripId trip,
      String said,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    return switch (outcome) {
      case Outcome.Refused<TripId>(var why) ->
          Pages.again(response, model, why, pages.show(desk, trip, model));
      case Outcome.Done<TripId> done -> {
        Flash.ok(onward, said);
        yield "redirect:" + desk.href(trip.toString());
      }
    };
  }

  @PostMapping("/research")
  String begin(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TripId trip,
      @RequestParam(defaultValue = "") String seen,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var desk = desk(viewer, workspace);
    var outcome = research.begin(desk, trip, version(seen));
    return after(outcome, desk, trip, "travel.taken", model, response, onward);
  }

  @PostMapping("/sheet")
  String send(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TripId trip,
      @RequestParam(defaultValue = "") String seen,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var desk = desk(viewer, workspace);
    var outcome = research.send(desk, trip, version(seen));
    return after(outcome, desk, trip, "travel.sent", model, response, onward);
  }

  @PostMapping("/choice")
  String choose(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TripId trip,
      @RequestParam(defaultValue = "") String seen,
      @RequestParam(defaultValue = "") String option,
      @RequestParam(defaultValue = "") String words,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var desk = desk(viewer, workspace);
    var problems = new Problems();
    var said = new Cardless(problems).text("words", words, Decisions.LONGEST_WORDS);
    if (problems.any()) {
      return Pages.again(response, model, problems, pages.show(desk, trip, model));
    }
    var which = new OptionId(Ids.read(option).orElseThrow(NotFound::new));
    var outcome = decisions.choose(desk, trip, version(seen), which, said);
    return after(outcome, desk, trip, "travel.chosen", model, response, onward);
  }

  @PostMapping("/return")
  String giveBack(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TripId trip,
      @RequestParam(defaultValue = "") String seen,
      @RequestParam(defaultValue = "") String reason,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var desk = desk(viewer, workspace);
    desk.requireDecides();
    var why = reason(reason, trip, desk, model, response);
    if (why.isEmpty()) {
      return "show";
    }
    var outcome = decisions.giveBack(desk, trip, version(seen), why.get());
    return after(outcome, desk, trip, "travel.returned", model, response, onward);
  }

  /** What was said with a step that needs a word; empty where the page is shown again. */
  private Optional<String> reason(
      String typed, TripId trip, Desk desk, Model model, HttpServletResponse response) {
    var problems = new Problems();
    var said = new Cardless(problems).text("reason", typed, Decisions.LONGEST_WORDS);
    if (said.isEmpty()) {
      problems.add("reason", "travel.reason.missing");
    }
    if (problems.any()) {
      Pages.again(response, model, problems, pages.show(desk, trip, model));
      return Optional.empty();
    }
    return Optional.of(said);
  }

  @PostMapping("/authorisation")
  String authorise(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TripId trip,
      @RequestParam(defaultValue = "") String seen,
      @RequestParam(defaultValue = "") String most,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var desk = desk(viewer, workspace);
    desk.requireDecides();
    if (!(trips.get(desk, trip) instanceof Chosen chosen)) {
      return Pages.again(response, model, Trips.MOVED, pages.show(desk, trip, model));
    }
    var amount = Money.read(most, chosen.choice().total().currency());
    if (amount.isEmpty()) {
      var problems = new Problems().add("most", "travel.ceiling.low", chosen.choice().total());
      return Pages.again(response, model, problems, pages.show(desk, trip, model));
    }
    var outcome = decisions.authorise(desk, trip, version(seen), amount.get());
    return after(outcome, desk, trip, "travel.authorised", model, response, onward);
  }

  @PostMapping("/booking")
  String book(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TripId trip,
      @RequestParam(defaultValue = "") String seen,
      @RequestParam(defaultValue = "") String price,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "false") boolean again,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var desk = desk(viewer, workspace);
    if (!(trips.get(desk, trip) instanceof Authorised held)) {
      return Pages.again(response, model, Trips.MOVED, pages.show(desk, trip, model));
    }
    var problems = new Problems();
    var called = new Cardless(problems).line("code", code, LONGEST_BOOKING);
    var paid = Money.read(price, held.choice().total().currency()).filter(Money::isPositive);
    if (paid.isEmpty()) {
      problems.add("price", "travel.price.missing");
    }
    if (paid.isEmpty() || problems.any()) {
      return Pages.again(response, model, problems, pages.show(desk, trip, model));
    }
    return switch (research.book(desk, trip, version(seen), paid.get(), called, again)) {
      case Outcome.Refused<Trip>(var why) ->
          Pages.again(response, model, why, pages.show(desk, trip, model));
      case Outcome.Done<Trip>(Trip.PriceChanged changed) -> {
        Flash.note(onward, "travel.dearer", changed.price(), held.most());
        yield "redirect:" + desk.href(trip.toString());
      }
      case Outcome.Done<Trip> done -> {
        Flash.ok(onward, "travel.booked");
        yield "redirect:" + desk.href(trip.toString());
      }
    };
  }

  @PostMapping("/closing")
  String close(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TripId trip,
      @RequestParam(defaultValue = "") String seen,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var desk = desk(viewer, workspace);
    var outcome = trips.close(desk, trip, version(seen));
    return after(outcome, desk, trip, "travel.closed", model, response, onward);
  }

  @PostMapping("/cancellation")
  String cancel(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TripId trip,
      @RequestParam(defaultValue = "") String seen,
      @RequestParam(defaultValue = "") String reason,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var desk = desk(viewer, workspace);
    if (!Trips.mayCancel(desk, trips.get(desk, trip))) {
      throw new NotFound();
    }
    var why = reason(reason, trip, desk, model, response);
    if (why.isEmpty()) {
      return "show";
    }
    var outcome = trips.cancel(desk, trip, version(seen), why.get());
    return after(outcome, desk, trip, "travel.cancelled", model, response, onward);
  }
}
