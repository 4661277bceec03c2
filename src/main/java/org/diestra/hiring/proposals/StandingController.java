package org.diestra.hiring.proposals;

import jakarta.servlet.http.HttpServletResponse;
import org.diestra.hiring.jobs.JobId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What an assistant does with a bid that has been sent. */
@Controller
@RequestMapping("/jobs/{id}/bid")
class StandingController {
  private final OwnBids own;
  private final BidDesk desk;

  StandingController(OwnBids own, BidDesk desk) {
    this.own = own;
    this.desk = desk;
  }

  @PostMapping("/confirmation")
  String confirm(
      Viewer viewer,
      @PathVariable String id,
      @RequestParam int edition,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    return switch (own.confirm(viewer.id(), JobId.of(id), edition)) {
      case Outcome.Done<Bid> confirmed -> {
        Flash.ok(onward, "proposals.confirmed");
        yield here(id);
      }
      case Outcome.Refused<Bid>(var why) -> stands(viewer, id, why, model, response);
    };
  }

  @PostMapping("/withdrawal")
  String withdraw(
      Viewer viewer,
      @PathVariable String id,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    return switch (own.withdraw(viewer.id(), JobId.of(id))) {
      case Outcome.Done<Bid> withdrawn -> {
        Flash.undoable(onward, "/jobs/" + id + "/bid/withdrawal/undo", "proposals.withdrawn");
        yield here(id);
      }
      case Outcome.Refused<Bid>(var why) -> stands(viewer, id, why, model, response);
    };
  }

  @PostMapping("/withdrawal/undo")
  String sendAgain(
      Viewer viewer,
      @PathVariable String id,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    return switch (own.sendAgain(viewer.id(), JobId.of(id))) {
      case Outcome.Done<Bid>(var bid) -> {
        Flash.ok(onward, "proposals.sent." + bid.state().slug());
        yield here(id);
      }
      case Outcome.Refused<Bid>(var why) -> stands(viewer, id, why, model, response);
    };
  }

  private static String here(String id) {
    return "redirect:/jobs/" + id + "/bid";
  }

  /** Refused: how it stands now, and why. */
  private String stands(
      Viewer viewer, String id, Refusal why, Model model, HttpServletResponse response) {
    model.addAttribute("page", desk.page(viewer, JobId.of(id), false));
    return Pages.again(response, model, why, "own");
  }
}
