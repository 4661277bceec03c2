package org.diestra.hiring.jobs;

import jakarta.servlet.http.HttpServletResponse;
import java.util.function.UnaryOperator;
import org.diestra.platform.accounts.Membership;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the steps' controllers do alike: open a step, save it and go on, or show it again. */
@Component
class Steps {
  private final Writing writing;

  Steps(Writing writing) {
    this.writing = writing;
  }

  /** The version a form was made from; what is no number was made from none. */
  static int version(@Nullable String typed) {
    return typed != null && typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : -1;
  }

  /** What whoever hires for nobody is shown: that others of the business do, or how to begin. */
  static String nobody(Viewer viewer, Model model) {
    var business = viewer.memberships().stream().map(Membership::name).findFirst();
    model.addAttribute("business", business.orElse(null));
    return "nobody";
  }

  Desk desk(Viewer viewer, JobId job, Step step) {
    return Desk.of(writing.open(viewer, job), step);
  }

  /** The step's page, or the first step that is still missing before it. */
  String open(Desk desk, Object form, Model model) {
    if (!desk.reachable(desk.step())) {
      return "redirect:" + desk.href(desk.sketch().missing().orElse(Step.WORK));
    }
    return page(desk, form, model);
  }

  /** The step once more, with what was typed and what is wrong. */
  String again(
      Desk desk, Object form, Problems problems, Model model, HttpServletResponse response) {
    return Pages.again(response, model, problems, page(desk, form, model));
  }

  /**
   * Saves the step and goes on to the next, or to the preview.
   *
   * @param typed the version that the form was made from
   */
  String save(
      Viewer viewer,
      Desk desk,
      @Nullable String typed,
      Object form,
      UnaryOperator<Sketch> change,
      Step next,
      Model model,
      HttpServletResponse response) {
    var job = java.util.Objects.requireNonNull(desk.id());
    return writing
        .save(viewer, job, version(typed), change)
        .fold(
            saved -> "redirect:" + desk.href(next),
            why -> refused(viewer, job, desk.step(), form, change, why, model, response));
  }

  private String refused(
      Viewer viewer,
      JobId job,
      Step step,
      Object form,
      UnaryOperator<Sketch> change,
      Refusal why,
      Model model,
      HttpServletResponse response) {
    var now = desk(viewer, job, step);
    var mine = change.apply(now.sketch());
    return Pages.again(response, model, why, page(now.met(mine), form, model));
  }

  private static String page(Desk desk, Object form, Model model) {
    model.addAttribute("desk", desk);
    model.addAttribute("form", form);
    return desk.step().slug();
  }
}
