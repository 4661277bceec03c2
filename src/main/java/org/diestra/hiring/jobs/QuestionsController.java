package org.diestra.hiring.jobs;

import jakarta.servlet.http.HttpServletResponse;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The second step of a job: what its areas ask. */
@Controller
class QuestionsController {
  private final Steps steps;

  QuestionsController(Steps steps) {
    this.steps = steps;
  }

  @GetMapping("/jobs/{id}/edit/questions")
  String questions(Viewer viewer, @PathVariable JobId id, Model model) {
    var desk = steps.desk(viewer, id, Step.QUESTIONS);
    return steps.open(desk, AnswersForm.of(desk.sketch(), desk.version()), model);
  }

  @PostMapping("/jobs/{id}/edit/questions")
  String save(
      Viewer viewer,
      @PathVariable JobId id,
      @RequestParam MultiValueMap<String, String> fields,
      @RequestParam @Nullable String then,
      Model model,
      HttpServletResponse response) {
    var desk = steps.desk(viewer, id, Step.QUESTIONS);
    var form = AnswersForm.sent(fields);
    var problems = new Problems();
    var change = form.read(desk.sketch().areas(), problems);
    if (problems.any()) {
      return steps.again(desk, form, problems, model, response);
    }
    return steps.save(
        viewer, desk, form.version(), form, change, desk.step().onward(then), model, response);
  }
}
