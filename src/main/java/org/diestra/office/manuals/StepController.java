package org.diestra.office.manuals;

import jakarta.servlet.http.HttpServletResponse;
import java.util.function.UnaryOperator;
import org.diestra.office.manuals.Places.Place;
import org.diestra.office.procedures.Instructions;
import org.diestra.office.procedures.Step;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Refusal;
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

/** {@code …/draft/steps}: writing a step, and moving or taking one out. */
@Controller
@RequestMapping("/w/{workspace}/manuals/{id}/draft/steps")
class StepController {
  private final Places places;
  private final Drafting drafting;

  StepController(Places places, Drafting drafting) {
    this.places = places;
    this.drafting = drafting;
  }

  @GetMapping("/new")
  String fresh(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ProcedureId id,
      Model model) {
    var place = places.write(viewer, workspace, id);
    var draft = drafting.draft(place.procedure());
    return page(place, draft, null, StepForm.blank(draft.revision()), model);
  }

  @PostMapping("/new")
  String add(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ProcedureId id,
      @ModelAttribute("form") StepForm form,
      @RequestParam(defaultValue = "") String onwards,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var place = places.write(viewer, workspace, id);
    var draft = drafting.draft(place.procedure());
    var problems = new Problems();
    if (draft.instructions().steps().size() >= Instructions.MOST_STEPS) {
      problems.add(Refusal.invalid("title", "manuals.steps.many", Instructions.MOST_STEPS));
    }
    var step = form.read(Ids.fresh(), problems);
    if (step == null || problems.any()) {
      return Pages.again(response, model, problems, page(place, draft, null, form, model));
    }
    return save(place, draft, null, step, form, onwards, model, response, onward);
  }

  @GetMapping("/{step}")
  String edit(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ProcedureId id,
      @PathVariable String step,
      Model model) {
    var place = places.write(viewer, workspace, id);
    var draft = drafting.draft(place.procedure());
    var old = step(draft, step);
    return page(place, draft, old, StepForm.of(old, draft.revision()), model);
  }

  @PostMapping("/{step}")
  String change(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ProcedureId id,
      @PathVariable String step,
      @ModelAttribute("form") StepForm form,
      @RequestParam(defaultValue = "") String onwards,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var place = places.write(viewer, workspace, id);
    var draft = drafting.draft(place.procedure());
    var old = step(draft, step);
    var problems = new Problems();
    var read = form.read(old.id(), problems);
    if (read == null) {
      return Pages.again(response, model, problems, page(place, draft, old, form, model));
    }
    return save(place, draft, old, read, form, onwards, model, response, onward);
  }

  private String save(
      Place place,
      Draft draft,
      @Nullable Step old,
      Step step,
      StepForm form,
      String onwards,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var outcome =
        drafting.change(
            place.pass(), place.procedure().id(), form.revision(), text -> text.with(step));
    return switch (outcome) {
      case Outcome.Done<Draft> done -> {
        Flash.ok(onward, "manuals.draft.saved");
        yield "redirect:"
            + place.href(onwards.equals("another") ? "draft/steps/new" : "draft#" + step.anchor());
      }
      case Outcome.Refused<Draft>(var why) ->
          Pages.again(response, model, why, page(place, draft, old, form, model));
    };
  }

  /** Up by one or down by one. */
  @PostMapping("/{step}/position")
  String move(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ProcedureId id,
      @PathVariable String step,
      @RequestParam int revision,
      @RequestParam int by,
      RedirectAttributes onward) {
    var place = places.write(viewer, workspace, id);
    var moving = step(drafting.draft(place.procedure()), step);
    return done(
        place,
        revision,
        text -> text.moved(moving.id(), Math.clamp(by, -1, 1)),
        "manuals.draft.moved",
        onward);
  }

  @PostMapping("/{step}/removal")
  String remove(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ProcedureId id,
      @PathVariable String step,
      @RequestParam int revision,
      RedirectAttributes onward) {
    var place = places.write(viewer, workspace, id);
    var gone = step(drafting.draft(place.procedure()), step);
    return done(place, revision, text -> text.without(gone.id()), "manuals.draft.removed", onward);
  }

  private String done(
      Place place,
      int revision,
      UnaryOperator<Instructions> change,
      String said,
      RedirectAttributes onward) {
    switch (drafting.change(place.pass(), place.procedure().id(), revision, change)) {
      case Outcome.Done<Draft> done -> Flash.ok(onward, said);
      case Outcome.Refused<Draft>(var why) -> Flash.refused(onward, why);
    }
    return "redirect:" + place.href("draft#steps");
  }

  private static Step step(Draft draft, String id) {
    return draft.instructions().step(Ids.require(id)).orElseThrow(NotFound::new);
  }

  private String page(Place place, Draft draft, @Nullable Step step, StepForm form, Model model) {
    model.addAttribute("place", place);
    model.addAttribute("draft", draft);
    model.addAttribute("step", step);
    model.addAttribute("form", form);
    return "step";
  }
}
