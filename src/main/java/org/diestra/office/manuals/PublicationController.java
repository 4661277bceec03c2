package org.diestra.office.manuals;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.diestra.office.manuals.Places.Place;
import org.diestra.office.manuals.Publishing.Outlook;
import org.diestra.office.procedures.Change;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Refusal;
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

/**
 * {@code …/publication}: what a draft changes, what that makes of its version, and the decision.
 */
@Controller
@RequestMapping("/w/{workspace}/manuals/{id}/publication")
class PublicationController {
  private static final int LONGEST_NOTE = 1000;
  private final Places places;
  private final Publishing publishing;

  PublicationController(Places places, Publishing publishing) {
    this.places = places;
    this.publishing = publishing;
  }

  /**
   * The decision, as a browser sends it.
   *
   * @param change a slug of {@link Change}
   * @param revision of the draft that was looked at
   */
  record PublicationForm(@Nullable String change, @Nullable String note, int revision) {
    Optional<Change> chosen() {
      return Arrays.stream(Change.values()).filter(c -> c.slug().equals(change)).findFirst();
    }
  }

  @GetMapping
  String show(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ProcedureId id,
      Model model) {
    var place = places.write(viewer, workspace, id);
    var outlook = publishing.outlook(place.pass(), id);
    var form = new PublicationForm(outlook.least().slug(), "", outlook.draft().revision());
    return page(place, outlook, form, model);
  }

  @PostMapping
  String publish(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ProcedureId id,
      @ModelAttribute("form") PublicationForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var place = places.write(viewer, workspace, id);
    place.pass().requireKeeps();
    var problems = new Problems();
    var note = new Typed(problems).text("note", form.note(), LONGEST_NOTE);
    if (form.chosen().isEmpty()) {
      problems.add("change", "manuals.publish.change.missing");
    }
    if (problems.any()) {
      var outlook = publishing.outlook(place.pass(), id);
      return Pages.again(response, model, problems, page(place, outlook, form, model));
    }
    var change = form.chosen().orElseThrow();
    return switch (publishing.publish(place.pass(), id, form.revision(), change, note)) {
      case Outcome.Done<Version>(var version) -> {
        Flash.ok(onward, "manuals.published", version.version().toString());
        yield "redirect:" + place.procedure().href();
      }
      case Outcome.Refused<Version>(var why) -> again(place, form, why, model, response);
    };
  }

  /** Asks those who keep the workspace to publish it. */
  @PostMapping("/request")
  String ask(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ProcedureId id,
      @RequestParam int revision,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var place = places.write(viewer, workspace, id);
    return switch (publishing.ask(place.pass(), id, revision)) {
      case Outcome.Done<Procedure> done -> {
        Flash.ok(onward, "manuals.asked");
        yield "redirect:" + place.href("publication");
      }
      case Outcome.Refused<Procedure>(var why) ->
          again(place, new PublicationForm("", "", revision), why, model, response);
    };
  }

  /** Gives it back to whoever asked. */
  @PostMapping("/refusal")
  String giveBack(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ProcedureId id,
      @RequestParam(defaultValue = "") String why,
      RedirectAttributes onward) {
    var place = places.write(viewer, workspace, id);
    var words = Typed.line(why);
    var bounded = words.substring(0, Math.min(words.length(), LONGEST_NOTE));
    switch (publishing.giveBack(place.pass(), id, bounded)) {
      case Outcome.Done<Procedure> done -> Flash.ok(onward, "manuals.given-back");
      case Outcome.Refused<Procedure>(var refusal) -> Flash.refused(onward, refusal);
    }
    return "redirect:" + place.href("publication");
  }

  private String again(
      Place place, PublicationForm form, Refusal why, Model model, HttpServletResponse response) {
    var outlook = publishing.outlook(place.pass(), place.procedure().id());
    return Pages.again(response, model, why, page(place, outlook, form, model));
  }

  private String page(Place place, Outlook outlook, PublicationForm form, Model model) {
    model.addAttribute("place", place);
    model.addAttribute("outlook", outlook);
    model.addAttribute("form", form);
    return "publication";
  }
}
