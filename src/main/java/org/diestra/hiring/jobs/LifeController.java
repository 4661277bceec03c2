package org.diestra.hiring.jobs;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What a client does with a job that is out. What can't be done in its stage answers 409 with the
 * job's page, which says why and shows what can.
 */
@Controller
@RequestMapping("/jobs/{id}")
class LifeController {
  private final Life life;
  private final Writing writing;
  private final Viewing viewing;

  LifeController(Life life, Writing writing, Viewing viewing) {
    this.life = life;
    this.writing = writing;
    this.viewing = viewing;
  }

  @PostMapping("/pause")
  String pause(
      Viewer viewer,
      @PathVariable JobId id,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var done = life.pause(viewer, id);
    return answer(done, "jobs.paused", viewer, id, model, response, onward);
  }

  @PostMapping("/resumption")
  String resume(
      Viewer viewer,
      @PathVariable JobId id,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var done = life.resume(viewer, id);
    return answer(done, "jobs.resumed", viewer, id, model, response, onward);
  }

  @PostMapping("/renewal")
  String renew(
      Viewer viewer,
      @PathVariable JobId id,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var done = life.renew(viewer, id);
    return answer(done, "jobs.renewed", viewer, id, model, response, onward);
  }

  /** Takes a job back that waits for review. */
  @PostMapping("/withdrawal")
  String takeBack(
      Viewer viewer,
      @PathVariable JobId id,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var done = life.takeBack(viewer, id);
    return answer(done, "jobs.taken-back", viewer, id, model, response, onward);
  }

  @GetMapping("/closure")
  String closing(Viewer viewer, @PathVariable JobId id, Model model) {
    return closing(viewing.own(id, viewer), viewer, model);
  }

  @PostMapping("/closure")
  String close(
      Viewer viewer,
      @PathVariable JobId id,
      @RequestParam @Nullable String ending,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var chosen = ending(ending);
    if (chosen.isEmpty()) {
      var problems = new Problems().add("ending", "jobs.close.why.missing");
      return Pages.again(
          response, model, problems, closing(viewing.own(id, viewer), viewer, model));
    }
    var done = life.close(viewer, id, chosen.get());
    return answer(done, "jobs.closed", viewer, id, model, response, onward);
  }

  /** The same once more, as a new draft. */
  @PostMapping("/copies")
  String copy(Viewer viewer, @PathVariable JobId id, RedirectAttributes onward) {
    var fresh = writing.copy(viewer, id);
    Flash.ok(onward, "jobs.copied");
    return "redirect:/jobs/" + fresh + "/edit";
  }

  /** Throws a draft away. */
  @PostMapping("/removal")
  String remove(
      Viewer viewer,
      @PathVariable JobId id,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    return writing
        .remove(viewer, id)
        .fold(
            gone -> {
              Flash.ok(onward, "jobs.removed");
              return "redirect:/jobs/mine";
            },
            why -> refused(why, viewer, id, model, response));
  }

  private String answer(
      Outcome<Job> done,
      String key,
      Viewer viewer,
      JobId id,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    return done.fold(
        job -> {
          Flash.ok(onward, key);
          return "redirect:/jobs/" + id;
        },
        why -> refused(why, viewer, id, model, response));
  }

  private String refused(
      Refusal why, Viewer viewer, JobId id, Model model, HttpServletResponse response) {
    var whole = viewing.own(id, viewer);
    if (whole.job().stage() == Stage.DRAFT) {
      return "redirect:/jobs/" + id + "/edit";
    }
    model.addAttribute("job", viewing.view(whole, viewer));
    return Pages.again(response, model, why, "show");
  }

  private String closing(Whole whole, Viewer viewer, Model model) {
    if (whole.job().stage() == Stage.DRAFT) {
      return "redirect:/jobs/" + whole.id() + "/edit";
    }
    model.addAttribute("job", viewing.view(whole, viewer));
    return "close";
  }

  private static Optional<Ending> ending(@Nullable String slug) {
    return Ending.BY_CLIENT.stream().filter(e -> e.slug().equals(slug)).findFirst();
  }
}
