package org.diestra.office.manuals;

import jakarta.servlet.http.HttpServletResponse;
import org.diestra.office.manuals.Places.Place;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code …/draft/quiz}: what shows whether the procedure was understood. */
@Controller
@RequestMapping("/w/{workspace}/manuals/{id}/draft/quiz")
class QuizController {
  private final Places places;
  private final Drafting drafting;

  QuizController(Places places, Drafting drafting) {
    this.places = places;
    this.drafting = drafting;
  }

  @GetMapping
  String show(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ProcedureId id,
      Model model) {
    var place = asker(viewer, workspace, id);
    var draft = drafting.draft(place.procedure());
    return page(place, QuizForm.of(draft.instructions().quiz(), draft.revision()), model);
  }

  @PostMapping
  String save(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ProcedureId id,
      @RequestParam int revision,
      @RequestParam MultiValueMap<String, String> typed,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var place = asker(viewer, workspace, id);
    var form = QuizForm.read(typed, revision);
    var problems = new Problems();
    var quiz = form.quiz(problems);
    if (problems.any()) {
      return Pages.again(response, model, problems, page(place, form, model));
    }
    return switch (drafting.change(place.pass(), id, revision, text -> text.asking(quiz))) {
      case Outcome.Done<Draft> done -> {
        Flash.ok(onward, "manuals.draft.saved");
        yield "redirect:" + place.href("draft/quiz");
      }
      case Outcome.Refused<Draft>(var why) ->
          Pages.again(response, model, why, page(place, form, model));
    };
  }

  /** Whoever is asked does not read the answers: the client's own people write them. */
  private Place asker(Viewer viewer, WorkspaceId workspace, ProcedureId id) {
    var place = places.write(viewer, workspace, id);
    if (!place.pass().ofClient()) {
      throw new NotFound();
    }
    return place;
  }

  private String page(Place place, QuizForm form, Model model) {
    model.addAttribute("place", place);
    model.addAttribute("form", form);
    return "quiz";
  }
}
