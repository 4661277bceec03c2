package org.diestra.hiring.tryouts;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.diestra.hiring.tryouts.Asked.Side;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
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

/** {@code /tryouts/{id}}: a sample, for the bidder and for the client's team. */
@Controller
@RequestMapping("/tryouts/{id}")
class TryoutController {
  private static final int REASON = 500;
  private final Tryouts tryouts;
  private final TryoutPages pages;

  TryoutController(Tryouts tryouts, TryoutPages pages) {
    this.tryouts = tryouts;
    this.pages = pages;
  }

  @GetMapping
  String show(Viewer viewer, @PathVariable TryoutId id, Model model) {
    return pages.show(viewer, id, model);
  }

  @PostMapping("/acceptance")
  String accept(
      Viewer viewer,
      @PathVariable TryoutId id,
      @RequestParam(defaultValue = "0") int version,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    return answer(
        viewer,
        id,
        tryouts.accept(viewer, id, version),
        "tryouts.accepted",
        model,
        response,
        onward);
  }

  @PostMapping("/refusal")
  String decline(
      Viewer viewer,
      @PathVariable TryoutId id,
      @RequestParam(defaultValue = "0") int version,
      @RequestParam @Nullable String reason,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    tryouts.require(viewer, Side.BIDDER, id);
    var problems = new Problems();
    var why = new Typed(problems).text("reason", reason, REASON, "tryouts.reason.missing");
    if (problems.any()) {
      model.addAttribute("reason", reason);
      return Pages.again(response, model, problems, pages.show(viewer, id, model));
    }
    return answer(
        viewer,
        id,
        tryouts.decline(viewer, id, version, why),
        "tryouts.declined",
        model,
        response,
        onward);
  }

  @PostMapping("/withdrawal")
  String withdraw(
      Viewer viewer,
      @PathVariable TryoutId id,
      @RequestParam(defaultValue = "0") int version,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    return answer(
        viewer,
        id,
        tryouts.withdraw(viewer, id, version),
        "tryouts.withdrawn",
        model,
        response,
        onward);
  }

  @PostMapping("/score")
  String score(
      Viewer viewer,
      @PathVariable TryoutId id,
      @RequestParam(defaultValue = "0") int version,
      @RequestParam Map<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    tryouts.require(viewer, Side.TEAM, id);
    var form = new ScoreForm(Map.copyOf(sent));
    model.addAttribute("scoring", form);
    var problems = new Problems();
    var scores = form.read(pages.view(viewer, id, java.util.List.of()).areas(), problems);
    if (scores == null) {
      return Pages.again(response, model, problems, pages.show(viewer, id, model));
    }
    return answer(
        viewer,
        id,
        tryouts.score(viewer, id, version, scores),
        "tryouts.scored",
        model,
        response,
        onward);
  }

  private String answer(
      Viewer viewer,
      TryoutId id,
      Outcome<Asked> done,
      String key,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    return done.fold(
        asked -> {
          Flash.ok(onward, key);
          return "redirect:" + Asked.href(id);
        },
        why -> Pages.again(response, model, why, pages.show(viewer, id, model)));
  }
}
