package org.diestra.office.invitations;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.diestra.office.invitations.Answers.Mine;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.base.Token;
import org.diestra.platform.base.Typed;
import org.diestra.platform.page.CrossSite;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Guests;
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
 * {@code /meetings/{token}}: whoever has no account answers behind a link that nobody guesses. A
 * program that looks through mail opens it and presses no button.
 */
@Controller
@Guests
@RequestMapping("/meetings/{token}")
class GuestController {
  private static final Refusal ELSEWHERE = Refusal.conflict("invitations.elsewhere");
  private final Answers answers;

  GuestController(Answers answers) {
    this.answers = answers;
  }

  @GetMapping
  String show(@PathVariable String token, Model model, HttpServletResponse response) {
    page(token, model, response);
    return "guest";
  }

  private Mine page(String token, Model model, HttpServletResponse response) {
    var mine = answers.of(Token.of(token));
    response.setHeader("Referrer-Policy", "no-referrer"); // the address is the key
    model.addAttribute("mine", mine);
    model.addAttribute("href", Keys.href(Token.of(token)));
    return mine;
  }

  @PostMapping
  String answer(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String answer,
      @RequestParam(defaultValue = "") String date,
      @RequestParam(defaultValue = "") String words,
      HttpServletRequest request,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    page(token, model, response);
    var problems = new Problems();
    var said = new Typed(problems).text("words", words, Guest.LONGEST_WORDS);
    var meant = Answer.of(answer);
    if (CrossSite.sends(request)) {
      problems.add(ELSEWHERE);
    } else if (meant.isEmpty()) {
      problems.add("answer", "invitations.answer.choose");
    }
    if (problems.none()) {
      switch (answers.take(Token.of(token), meant.orElseThrow(), date, said)) {
        case Outcome.Done<Mine> done -> {
          Flash.ok(onward, "invitations.answered");
          return "redirect:" + Keys.href(Token.of(token));
        }
        case Outcome.Refused<Mine>(var why) -> problems.add(why);
      }
    }
    model.addAttribute("typed", words);
    return Pages.again(response, model, problems, "guest");
  }
}
