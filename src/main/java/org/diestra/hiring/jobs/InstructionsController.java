package org.diestra.hiring.jobs;

import jakarta.servlet.http.HttpServletResponse;
import org.diestra.hiring.briefs.Clarity;
import org.diestra.hiring.briefs.Outline;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Problems;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The fourth step of a job: how it is done, with a reader that says what is still open. */
@Controller
class InstructionsController {
  private final Steps steps;
  private final Pages pages;

  InstructionsController(Steps steps, Pages pages) {
    this.steps = steps;
    this.pages = pages;
  }

  @GetMapping("/jobs/{id}/edit/instructions")
  String instructions(Viewer viewer, @PathVariable JobId id, Model model) {
    var desk = steps.desk(viewer, id, Step.INSTRUCTIONS);
    return show(desk, InstructionsForm.of(desk.sketch(), desk.version()), model);
  }

  @PostMapping("/jobs/{id}/edit/instructions")
  String save(
      Viewer viewer,
      @PathVariable JobId id,
      @ModelAttribute("form") InstructionsForm form,
      @RequestParam @Nullable String then,
      Model model,
      HttpServletResponse response) {
    var desk = steps.desk(viewer, id, Step.INSTRUCTIONS);
    var problems = new Problems();
    var change = form.read(problems);
    show(desk, form, model);
    if (problems.any()) {
      return steps.again(desk, form, problems, model, response);
    }
    return steps.save(
        viewer, desk, form.version(), form, change, desk.step().onward(then), model, response);
  }

  /** Puts the outline below what was written so far; nothing is saved by that. */
  @PostMapping("/jobs/{id}/edit/instructions/outline")
  String outline(
      Viewer viewer,
      @PathVariable JobId id,
      @ModelAttribute("form") InstructionsForm form,
      Model model) {
    var desk = steps.desk(viewer, id, Step.INSTRUCTIONS);
    var formats = pages.formats(viewer.locale(), viewer.zone());
    var outline = Outline.of(desk.sketch().areas(), formats);
    var written = form.instructions() == null ? "" : form.instructions().strip();
    return show(
        desk, form.withText(written.isEmpty() ? outline : written + "\n\n" + outline), model);
  }

  /** What the instructions say and leave open, while they are being written. */
  @PostMapping("/jobs/clarity")
  String clarity(@RequestParam @Nullable String instructions, Model model) {
    model.addAttribute("clarity", Clarity.of(instructions == null ? "" : instructions));
    return "_clarity";
  }

  private String show(Desk desk, InstructionsForm form, Model model) {
    var text = form.instructions();
    model.addAttribute("clarity", Clarity.of(text == null ? "" : text));
    return steps.open(desk, form, model);
  }
}
