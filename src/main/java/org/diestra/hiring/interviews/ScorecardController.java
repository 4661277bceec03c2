package org.diestra.hiring.interviews;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.diestra.platform.accounts.Viewer;
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

/** {@code /interviews/{id}/scorecard}: a page of its own, or a part of the room's. */
@Controller
@RequestMapping("/interviews/{id}/scorecard")
class ScorecardController {
  private final Scorecards scorecards;

  ScorecardController(Scorecards scorecards) {
    this.scorecards = scorecards;
  }

  @GetMapping
  String show(Viewer viewer, @PathVariable InterviewId id, Model model, HttpServletRequest from) {
    model.addAttribute("card", scorecards.view(viewer, id));
    return view(from);
  }

  @PostMapping
  String keep(
      Viewer viewer,
      @PathVariable InterviewId id,
      @RequestParam Map<String, String> fields,
      Model model,
      HttpServletRequest from,
      HttpServletResponse response,
      RedirectAttributes onward) {
    boolean lock = "lock".equals(fields.get("do"));
    var form = new ScorecardForm(fields);
    var problems = new Problems();
    var outcome = scorecards.keep(viewer, id, form, lock, problems);
    var view = scorecards.view(viewer, id);
    if (outcome instanceof Outcome.Refused<Scorecard>(var why)) {
      problems.add(why);
      model.addAttribute("card", typed(view, form));
      return Pages.again(response, model, problems, view(from));
    }
    if (Pages.wantsFragment(from)) {
      model.addAttribute("card", view);
      model.addAttribute("kept", true);
      return "_scorecard";
    }
    Flash.ok(onward, lock ? "interviews.score.lock.done" : "interviews.score.kept");
    return "redirect:" + view.href();
  }

  /** The same with what was typed, unless it has been locked meanwhile. */
  private static ScorecardView typed(ScorecardView view, ScorecardForm form) {
    return new ScorecardView(
        view.interview(),
        view.assistant(),
        view.criteria(),
        view.own(),
        form,
        view.others(),
        view.hidden(),
        view.names());
  }

  private static String view(HttpServletRequest from) {
    return Pages.wantsFragment(from) ? "_scorecard" : "scorecard";
  }
}
