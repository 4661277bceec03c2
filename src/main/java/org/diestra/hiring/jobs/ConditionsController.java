package org.diestra.hiring.jobs;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The third step of a job: pay, amount of work, languages, hours. */
@Controller
class ConditionsController {
  private final Steps steps;
  private final Writing writing;
  private final Organisations organisations;
  private final Clock clock;

  ConditionsController(Steps steps, Writing writing, Organisations organisations, Clock clock) {
    this.steps = steps;
    this.writing = writing;
    this.organisations = organisations;
    this.clock = clock;
  }

  @GetMapping("/jobs/{id}/edit/conditions")
  String conditions(Viewer viewer, @PathVariable JobId id, Model model) {
    var copy = writing.open(viewer, id);
    var client = organisations.get(copy.job().post().client());
    var desk = Desk.of(copy, Step.CONDITIONS);
    return steps.open(desk, ConditionsForm.of(copy.sketch(), client, desk.version()), model);
  }

  @PostMapping("/jobs/{id}/edit/conditions")
  String save(
      Viewer viewer,
      @PathVariable JobId id,
      @ModelAttribute("form") ConditionsForm form,
      @RequestParam @Nullable String then,
      Model model,
      HttpServletResponse response) {
    var desk = steps.desk(viewer, id, Step.CONDITIONS);
    var problems = new Problems();
    var change = form.read(LocalDate.ofInstant(clock.instant(), viewer.zone()), problems);
    if (problems.any()) {
      return steps.again(desk, form, problems, model, response);
    }
    return steps.save(
        viewer, desk, form.version(), form, change, desk.step().onward(then), model, response);
  }
}
