package org.diestra.office.manuals;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.diestra.office.manuals.Places.Place;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code …/draft}: what stands above the steps, their order, and throwing it all away. */
@Controller
@RequestMapping("/w/{workspace}/manuals/{id}/draft")
class DraftController {
  private final Places places;
  private final Drafting drafting;

  DraftController(Places places, Drafting drafting) {
    this.places = places;
    this.drafting = drafting;
  }

  @GetMapping
  String show(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ProcedureId id,
      Model model) {
    var place = places.write(viewer, workspace, id);
    var draft = drafting.draft(place.procedure());
    return page(place, draft, HeadForm.of(draft), model);
  }

  @PostMapping
  String save(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ProcedureId id,
      @ModelAttribute("form") HeadForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var place = places.write(viewer, workspace, id);
    var draft = drafting.draft(place.procedure());
    var problems = new Problems();
    var currency = place.pass().workspace().currency();
    if (form.read(draft.instructions(), currency, problems) == null) {
      return Pages.again(response, model, problems, page(place, draft, form, model));
    }
    var outcome =
        drafting.change(
            place.pass(),
            id,
            form.revision(),
            before -> Objects.requireNonNull(form.read(before, currency, new Problems())));
    return switch (outcome) {
      case Outcome.Done<Draft> done -> {
        Flash.ok(onward, "manuals.draft.saved");
        yield "redirect:" + place.href("draft");
      }
      case Outcome.Refused<Draft>(var why) ->
          Pages.again(response, model, why, page(place, draft, form, model));
    };
  }

  @PostMapping("/discard")
  String discard(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ProcedureId id,
      @RequestParam int revision,
      RedirectAttributes onward) {
    var place = places.write(viewer, workspace, id);
    return switch (drafting.discard(place.pass(), id, revision)) {
      case Outcome.Done<Procedure>(var procedure) -> {
        if (procedure.published() == null) {
          Flash.undoable(
              onward, procedure.href() + "/return", "manuals.archived", procedure.title());
          yield "redirect:" + place.pass().href("manuals");
        }
        Flash.ok(onward, "manuals.draft.discarded");
        yield "redirect:" + procedure.href();
      }
      case Outcome.Refused<Procedure>(var why) -> {
        Flash.refused(onward, why);
        yield "redirect:" + place.href("draft");
      }
    };
  }

  private String page(Place place, Draft draft, HeadForm form, Model model) {
    model.addAttribute("place", place);
    model.addAttribute("draft", draft);
    model.addAttribute("form", form);
    return "draft";
  }
}
