package org.diestra.office.invitations;

import jakarta.servlet.http.HttpServletResponse;
import org.diestra.office.invitations.Answers.Mine;
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

/** {@code /calendar/invitations/{id}}: a member of the house answers an invitation. */
@Controller
@RequestMapping("/calendar/invitations/{id}")
class InvitationController {
  private final Answers answers;

  InvitationController(Answers answers) {
    this.answers = answers;
  }

  @GetMapping
  String show(Viewer viewer, @PathVariable GuestId id, Model model) {
    model.addAttribute("mine", answers.of(viewer, id));
    return "show";
  }

  @PostMapping
  String answer(
      Viewer viewer,
      @PathVariable GuestId id,
      @RequestParam(defaultValue = "") String answer,
      @RequestParam(defaultValue = "") String date,
      @RequestParam(defaultValue = "") String words,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var mine = answers.of(viewer, id);
    var problems = new Problems();
    var said = new Typed(problems).text("words", words, Guest.LONGEST_WORDS);
    var meant = Answer.of(answer);
    if (meant.isEmpty()) {
      problems.add("answer", "invitations.answer.choose");
    }
    if (problems.none()) {
      switch (answers.take(viewer, id, meant.orElseThrow(), date, said)) {
        case Outcome.Done<Mine> done -> {
          Flash.ok(onward, "invitations.answered");
          return "redirect:" + mine.guest().href();
        }
        case Outcome.Refused<Mine>(var why) -> problems.add(why);
      }
    }
    model.addAttribute("mine", answers.of(viewer, id));
    model.addAttribute("typed", words);
    return Pages.again(response, model, problems, "show");
  }
}
