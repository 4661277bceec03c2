package org.diestra.hiring.jobs;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import org.diestra.hiring.briefs.Clarity;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The last step of a job: what it looks like, what is wrong with it, and out it goes. */
@Controller
class PreviewController {
  private final Publishing publishing;
  private final Writing writing;
  private final Clock clock;

  PreviewController(Publishing publishing, Writing writing, Clock clock) {
    this.publishing = publishing;
    this.writing = writing;
    this.clock = clock;
  }

  @GetMapping("/jobs/{id}/edit/preview")
  String preview(Viewer viewer, @PathVariable JobId id, Model model) {
    return show(viewer, publishing.check(viewer, id), model);
  }

  @PostMapping("/jobs/{id}/publication")
  String publish(
      Viewer viewer,
      @PathVariable JobId id,
      @RequestParam @Nullable String version,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    return publishing
        .publish(viewer, id, Steps.version(version))
        .fold(
            job -> {
              Flash.ok(onward, said(job));
              return "redirect:/jobs/" + id;
            },
            why -> refused(viewer, id, why, model, response));
  }

  private static String said(Job job) {
    boolean again = job.stage() == Stage.OPEN && job.post().edition() > 1;
    return again ? "jobs.published.again" : "jobs.published." + job.stage().slug();
  }

  /** Forgets changes that were not published. */
  @PostMapping("/jobs/{id}/edit/discarding")
  String discard(Viewer viewer, @PathVariable JobId id, RedirectAttributes onward) {
    writing.discard(viewer, id);
    Flash.ok(onward, "jobs.discarded");
    return "redirect:/jobs/" + id;
  }

  private String refused(
      Viewer viewer, JobId id, Refusal why, Model model, HttpServletResponse response) {
    var view = show(viewer, publishing.check(viewer, id), model);
    return view.startsWith("redirect:") ? view : Pages.again(response, model, why, view);
  }

  private String show(Viewer viewer, Publishing.Check check, Model model) {
    var desk = Desk.of(check.job(), check.sketch(), Step.PREVIEW);
    if (!desk.reachable(Step.PREVIEW)) {
      return "redirect:" + desk.href(check.sketch().missing().orElse(Step.WORK));
    }
    model.addAttribute("desk", desk);
    model.addAttribute("check", check);
    model.addAttribute("clarity", Clarity.of(check.sketch().instructions()));
    model.addAttribute("today", LocalDate.ofInstant(clock.instant(), viewer.zone()));
    return "preview";
  }
}
