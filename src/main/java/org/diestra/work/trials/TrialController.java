package org.diestra.work.trials;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.diestra.hiring.tryouts.ScoreForm;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.diestra.work.contracts.Signatures;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /trials/{id}}: a paid trial, for the bidder and for the client's team. */
@Controller
@RequestMapping("/trials/{id}")
class TrialController {
  private static final int REASON = 500;
  private final Trials trials;
  private final TrialPages pages;

  TrialController(Trials trials, TrialPages pages) {
    this.trials = trials;
    this.pages = pages;
  }

  @GetMapping
  String show(Viewer viewer, @PathVariable TrialId id, Model model) {
    return pages.show(viewer, id, model);
  }

  @PostMapping("/acceptance")
  String accept(
      Viewer viewer,
      @PathVariable TrialId id,
      @RequestParam(defaultValue = "0") int version,
      @RequestParam(defaultValue = "") String signature,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    trials.require(viewer, id, true);
    var problems = new Problems();
    var name = Signatures.read(signature, viewer, problems);
    if (problems.any()) {
      model.addAttribute("signature", signature);
      return Pages.again(response, model, problems, pages.show(viewer, id, model));
    }
    var done = trials.accept(viewer, id, version, name);
    return answer(viewer, id, done, "trials.accepted", model, response, onward);
  }

  @PostMapping("/refusal")
  String decline(
      Viewer viewer,
      @PathVariable TrialId id,
      @RequestParam(defaultValue = "0") int version,
      @RequestParam @Nullable String reason,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    trials.require(viewer, id, true);
    var problems = new Problems();
    var why = new Typed(problems).text("reason", reason, REASON, "trials.reason.missing");
    if (problems.any()) {
      model.addAttribute("reason", reason);
      return Pages.again(response, model, problems, pages.show(viewer, id, model));
    }
    var done = trials.decline(viewer, id, version, why);
    return answer(viewer, id, done, "trials.declined", model, response, onward);
  }

  @PostMapping("/withdrawal")
  String withdraw(
      Viewer viewer,
      @PathVariable TrialId id,
      @RequestParam(defaultValue = "0") int version,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    trials.require(viewer, id, false);
    var done = trials.withdraw(viewer, id, version);
    return answer(viewer, id, done, "trials.withdrawn", model, response, onward);
  }

  @PostMapping("/score")
  String score(
      Viewer viewer,
      @PathVariable TrialId id,
      @RequestParam(defaultValue = "0") int version,
      @RequestParam Map<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    trials.require(viewer, id, false);
    var form = new ScoreForm(Map.copyOf(sent));
    model.addAttribute("scoring", form);
    var problems = new Problems();
    var scores = form.read(pages.view(viewer, id).areas(), problems);
    if (scores == null) {
      return Pages.again(response, model, problems, pages.show(viewer, id, model));
    }
    var done = trials.score(viewer, id, version, scores);
    return answer(viewer, id, done, "trials.scored", model, response, onward);
  }

  private <T> String answer(
      Viewer viewer,
      TrialId id,
      Outcome<T> outcome,
      String key,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    return outcome.fold(
        done -> {
          Flash.ok(onward, key);
          return "redirect:" + id.href();
        },
        why -> Pages.again(response, model, why, pages.show(viewer, id, model)));
  }
}
