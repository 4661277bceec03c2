package org.diestra.office.invited;

import jakarta.servlet.http.HttpServletResponse;
import org.diestra.office.invitations.Answer;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
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

/**
 * {@code /calendar/invited}: the address by which people outside ask somebody, and what they are
 * asked to.
 */
@Controller
@RequestMapping("/calendar/invited")
class InvitedController {
  private final Invitations invitations;

  InvitedController(Invitations invitations) {
    this.invitations = invitations;
  }

  @GetMapping
  String list(Viewer viewer, Model model) {
    model.addAttribute("address", invitations.address(viewer).orElse(null));
    model.addAttribute("all", invitations.open(viewer));
    return "index";
  }

  @PostMapping("/address")
  String renew(Viewer viewer, RedirectAttributes onward) {
    invitations.renew(viewer);
    Flash.ok(onward, "invited.renewed");
    return "redirect:/calendar/invited";
  }

  @GetMapping("/{id}")
  String show(Viewer viewer, @PathVariable InvitedId id, Model model) {
    var mine = invitations.of(viewer, id);
    model.addAttribute("mine", mine);
    model.addAttribute("words", mine.it().words());
    return "show";
  }

  @PostMapping("/{id}")
  String answer(
      Viewer viewer,
      @PathVariable InvitedId id,
      @RequestParam(defaultValue = "") String answer,
      @RequestParam(defaultValue = "") String words,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var mine = invitations.of(viewer, id);
    var problems = new Problems();
    var said = new Typed(problems).text("words", words, Invited.LONGEST_WORDS);
    var meant = Answer.of(answer);
    if (meant.isEmpty()) {
      problems.add("answer", "invitations.answer.choose");
    }
    if (problems.none()) {
      switch (invitations.answer(viewer, id, meant.orElseThrow(), said)) {
        case Outcome.Done<Invited> done -> {
          Flash.ok(onward, "invitations.answered");
          return "redirect:" + mine.it().href();
        }
        case Outcome.Refused<Invited>(var why) -> problems.add(why);
      }
    }
    model.addAttribute("mine", invitations.of(viewer, id));
    model.addAttribute("words", words);
    return Pages.again(response, model, problems, "show");
  }

  @PostMapping("/{id}/removal")
  String refuse(Viewer viewer, @PathVariable InvitedId id, RedirectAttributes onward) {
    switch (invitations.refuse(viewer, id)) {
      case Outcome.Done<InvitedId> done -> Flash.ok(onward, "invited.refused");
      case Outcome.Refused<InvitedId>(var why) -> Flash.refused(onward, why);
    }
    return "redirect:/calendar/invited";
  }
}
