package org.diestra.hiring.proposals;

import jakarta.servlet.http.HttpServletResponse;
import org.diestra.hiring.jobs.JobId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Refusal;
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

/** {@code /jobs/{id}/bids}: a job's bids side by side, and one by one. */
@Controller
@RequestMapping("/jobs/{id}/bids")
class ComparisonController {
  private static final int NOTE = 4_000;

  private final Comparison comparison;
  private final Decisions decisions;

  ComparisonController(Comparison comparison, Decisions decisions) {
    this.comparison = comparison;
    this.decisions = decisions;
  }

  @GetMapping
  String compare(
      Viewer viewer,
      @PathVariable JobId id,
      @RequestParam @Nullable String show,
      @RequestParam @Nullable String sort,
      Model model) {
    model.addAttribute("board", comparison.board(viewer, id, Show.read(show), Sorting.read(sort)));
    return "compare";
  }

  @PostMapping("/blindness")
  String hideNames(
      Viewer viewer,
      @PathVariable JobId id,
      @RequestParam(defaultValue = "false") boolean hide,
      RedirectAttributes onward) {
    decisions.hideNames(viewer, id, hide);
    Flash.ok(onward, hide ? "proposals.blind.on.done" : "proposals.blind.off.done");
    return "redirect:/jobs/" + id + Board.PATH;
  }

  @PostMapping("/batch")
  String openBatch(Viewer viewer, @PathVariable JobId id, RedirectAttributes onward) {
    switch (decisions.openBatch(viewer, id)) {
      case Outcome.Done<Integer>(var came) -> Flash.ok(onward, "proposals.batch.done", came);
      case Outcome.Refused<Integer>(var why) -> Flash.refused(onward, why);
    }
    return "redirect:/jobs/" + id + Board.PATH;
  }

  /** What was taken back, or ran out, leads to the others, with what became of it. */
  @GetMapping("/{bid}")
  String one(
      Viewer viewer,
      @PathVariable JobId id,
      @PathVariable BidId bid,
      Model model,
      RedirectAttributes onward) {
    return comparison
        .page(viewer, id, bid)
        .fold(page -> page(page, model, "bid"), why -> others(id, why, onward));
  }

  @PostMapping("/{bid}/note")
  String note(
      Viewer viewer,
      @PathVariable JobId id,
      @PathVariable BidId bid,
      @RequestParam(defaultValue = "") String note,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var problems = new Problems();
    var text = new Typed(problems).text("note", note, NOTE);
    if (problems.any()) {
      model.addAttribute("typed", note);
      return comparison
          .own(viewer, id, bid)
          .fold(
              page -> Pages.again(response, model, problems, page(page, model, "bid")),
              why -> others(id, why, onward));
    }
    decisions.note(viewer, id, bid, text);
    Flash.ok(onward, text.isEmpty() ? "proposals.note.gone" : "proposals.note.kept");
    return "redirect:/jobs/" + id + Board.PATH + "/" + bid;
  }

  /** The question before a no; without a reason there is none. */
  @GetMapping("/{bid}/decline")
  String decline(
      Viewer viewer,
      @PathVariable JobId id,
      @PathVariable BidId bid,
      Model model,
      RedirectAttributes onward) {
    return comparison
        .own(viewer, id, bid)
        .fold(
            page -> {
              var now = page.line().bid();
              return now.stage() instanceof Stage.Decidable
                  ? page(page, model, "decline")
                  : others(id, Bids.why(now), onward);
            },
            why -> others(id, why, onward));
  }

  private static String page(BidPage page, Model model, String view) {
    model.addAttribute("page", page);
    return view;
  }

  private static String others(JobId id, Refusal why, RedirectAttributes onward) {
    Flash.refused(onward, why);
    return "redirect:/jobs/" + id + Board.PATH;
  }
}
