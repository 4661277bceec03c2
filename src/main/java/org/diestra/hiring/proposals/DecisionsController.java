package org.diestra.hiring.proposals;

import jakarta.servlet.http.HttpServletResponse;
import org.diestra.hiring.jobs.JobId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.LocalPath;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What a hiring team does with one bid. Done, it leads back to where it was decided; refused, it
 * shows the bids as they stand now.
 */
@Controller
@RequestMapping("/jobs/{id}/bids/{bid}")
class DecisionsController {
  private final Decisions decisions;
  private final Comparison comparison;

  DecisionsController(Decisions decisions, Comparison comparison) {
    this.decisions = decisions;
    this.comparison = comparison;
  }

  @PostMapping("/shortlisting")
  String keep(
      Viewer viewer,
      @PathVariable JobId id,
      @PathVariable BidId bid,
      @RequestParam @Nullable String back,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    return decisions
        .keep(viewer, id, bid)
        .fold(
            kept -> {
              Flash.undoable(onward, here(id, bid) + "/shortlisting/undo", "proposals.kept");
              return leadTo(back, id);
            },
            why -> refused(viewer, id, why, model, response));
  }

  @PostMapping("/shortlisting/undo")
  String letGo(
      Viewer viewer,
      @PathVariable JobId id,
      @PathVariable BidId bid,
      @RequestParam @Nullable String back,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    return decisions
        .letGo(viewer, id, bid)
        .fold(
            gone -> {
              Flash.ok(onward, "proposals.let-go");
              return leadTo(back, id);
            },
            why -> refused(viewer, id, why, model, response));
  }

  @PostMapping("/decline")
  String decline(
      Viewer viewer,
      @PathVariable JobId id,
      @PathVariable BidId bid,
      @RequestParam @Nullable String reason,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var chosen = DeclineReason.read(reason);
    if (chosen.isEmpty()) {
      return unreasoned(viewer, id, bid, model, response);
    }
    return decisions
        .decline(viewer, id, bid, chosen.get())
        .fold(
            declined -> {
              Flash.undoable(onward, here(id, bid) + "/decline/undo", "proposals.declined.done");
              return leadTo(null, id);
            },
            why -> refused(viewer, id, why, model, response));
  }

  @PostMapping("/decline/undo")
  String undoDecline(
      Viewer viewer,
      @PathVariable JobId id,
      @PathVariable BidId bid,
      @RequestParam @Nullable String back,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    return decisions
        .undoDecline(viewer, id, bid)
        .fold(
            undone -> {
              Flash.ok(onward, "proposals.declined.undone");
              return leadTo(back, id);
            },
            why -> refused(viewer, id, why, model, response));
  }

  private String unreasoned(
      Viewer viewer, JobId id, BidId bid, Model model, HttpServletResponse response) {
    return comparison
        .own(viewer, id, bid)
        .fold(
            page -> {
              model.addAttribute("page", page);
              var missing = Refusal.invalid("reason", "proposals.reason.missing");
              return Pages.again(response, model, missing, "decline");
            },
            why -> refused(viewer, id, why, model, response));
  }

  private String refused(
      Viewer viewer, JobId id, Refusal why, Model model, HttpServletResponse response) {
    model.addAttribute("board", comparison.board(viewer, id, Show.ALL, Sorting.USUAL));
    return Pages.again(response, model, why, "compare");
  }

  private static String here(JobId id, BidId bid) {
    return "/jobs/" + id + Board.PATH + "/" + bid;
  }

  private static String leadTo(@Nullable String back, JobId id) {
    return "redirect:" + (back == null ? "/jobs/" + id + Board.PATH : LocalPath.orHome(back));
  }
}
