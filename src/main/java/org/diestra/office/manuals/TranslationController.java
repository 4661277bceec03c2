package org.diestra.office.manuals;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code …/translation}: the procedure in its other language, read and written. */
@Controller
@RequestMapping("/w/{workspace}/manuals/{id}/translation")
class TranslationController {
  private final Places places;
  private final Manuals manuals;
  private final Translating translating;

  TranslationController(Places places, Manuals manuals, Translating translating) {
    this.places = places;
    this.manuals = manuals;
    this.translating = translating;
  }

  @GetMapping
  String show(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ProcedureId id,
      Model model) {
    var place = places.read(viewer, workspace, id);
    var translation = translating.of(place.procedure()).orElseThrow(NotFound::new);
    model.addAttribute("place", place);
    model.addAttribute("translation", translation);
    model.addAttribute("stale", translation.stale(current(place)));
    model.addAttribute("sheet", places.sheet(place, translation.text()));
    return "translation";
  }

  @GetMapping("/draft")
  String edit(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ProcedureId id,
      Model model) {
    var place = places.write(viewer, workspace, id);
    var source = current(place);
    var text = source.written().instructions();
    var there = translating.of(place.procedure());
    var form =
        there.isPresent()
            ? TranslationForm.of(text, there.get().text())
            : new TranslationForm(Map.of());
    int revision = there.map(Translation::revision).orElse(0);
    return page(place, source, source.number(), revision, form, model);
  }

  @PostMapping("/draft")
  String save(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ProcedureId id,
      @RequestParam int number,
      @RequestParam int revision,
      @RequestParam Map<String, String> typed,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var place = places.write(viewer, workspace, id);
    var source = current(place);
    var form = new TranslationForm(typed);
    var problems = new Problems();
    var translated = form.read(source.written().instructions(), problems);
    if (problems.any()) {
      return Pages.again(
          response, model, problems, page(place, source, number, revision, form, model));
    }
    return switch (translating.keep(place.pass(), id, number, revision, translated)) {
      case Outcome.Done<Translation> done -> {
        Flash.ok(onward, "manuals.translation.saved");
        yield "redirect:" + place.href("translation");
      }
      case Outcome.Refused<Translation>(var why) ->
          // beside the text that holds by now, so that saving again means that one
          Pages.again(
              response, model, why, page(place, source, source.number(), revision, form, model));
    };
  }

  private Version current(Place place) {
    return manuals.current(place.procedure()).orElseThrow(NotFound::new);
  }

  private static String page(
      Place place, Version source, int number, int revision, TranslationForm form, Model model) {
    model.addAttribute("place", place);
    model.addAttribute("source", source);
    model.addAttribute("number", number);
    model.addAttribute("revision", revision);
    model.addAttribute("form", form);
    return "translate";
  }
}
