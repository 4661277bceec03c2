package org.diestra.hiring.jobs;

import jakarta.servlet.http.HttpServletResponse;
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

/** The first step of a job: what it is about. With it a new job begins. */
@Controller
class WorkController {
  private final Writing writing;
  private final Steps steps;

  WorkController(Writing writing, Steps steps) {
    this.writing = writing;
    this.steps = steps;
  }

  @GetMapping("/jobs/new")
  String fresh(Viewer viewer, Model model) {
    if (viewer.hiring().isEmpty()) {
      return Steps.nobody(viewer, model);
    }
    return show(viewer, Desk.NEW, WorkForm.of(Sketch.EMPTY, 0), model);
  }

  @PostMapping("/jobs")
  String begin(
      Viewer viewer,
      @ModelAttribute("form") WorkForm form,
      Model model,
      HttpServletResponse response) {
    if (viewer.hiring().isEmpty()) {
      return Steps.nobody(viewer, model);
    }
    var problems = new Problems();
    var change = form.read(problems);
    var client = form.client(viewer);
    if (client.isEmpty()) {
      problems.add("client", "jobs.work.client.missing");
    }
    if (problems.any() || client.isEmpty()) {
      show(viewer, Desk.NEW, form, model);
      return steps.again(Desk.NEW, form, problems, model, response);
    }
    var id = writing.begin(viewer, client.get(), change.apply(Sketch.EMPTY));
    return "redirect:/jobs/" + id + "/edit/questions";
  }

  /** To where the writing goes on. */
  @GetMapping("/jobs/{id}/edit")
  String edit(Viewer viewer, @PathVariable JobId id) {
    var desk = steps.desk(viewer, id, Step.WORK);
    var goesOn = desk.live() ? Step.WORK : desk.sketch().missing().orElse(Step.PREVIEW);
    return "redirect:" + desk.href(goesOn);
  }

  @GetMapping("/jobs/{id}/edit/work")
  String work(Viewer viewer, @PathVariable JobId id, Model model) {
    var desk = steps.desk(viewer, id, Step.WORK);
    return show(viewer, desk, WorkForm.of(desk.sketch(), desk.version()), model);
  }

  @PostMapping("/jobs/{id}/edit/work")
  String save(
      Viewer viewer,
      @PathVariable JobId id,
      @ModelAttribute("form") WorkForm form,
      @RequestParam @Nullable String then,
      Model model,
      HttpServletResponse response) {
    var desk = steps.desk(viewer, id, Step.WORK);
    var problems = new Problems();
    var change = form.read(problems);
    show(viewer, desk, form, model);
    if (problems.any()) {
      return steps.again(desk, form, problems, model, response);
    }
    return steps.save(
        viewer, desk, form.version(), form, change, desk.step().onward(then), model, response);
  }

  private String show(Viewer viewer, Desk desk, WorkForm form, Model model) {
    model.addAttribute("clients", WorkForm.clients(viewer));
    return desk.id() == null ? first(desk, form, model) : steps.open(desk, form, model);
  }

  private static String first(Desk desk, WorkForm form, Model model) {
    model.addAttribute("desk", desk);
    model.addAttribute("form", form);
    return "work";
  }
}
