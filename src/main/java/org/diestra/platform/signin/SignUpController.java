package org.diestra.platform.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Token;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Guests;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asking for an account, and confirming the address. */
@Controller
@Guests
@RequestMapping("/signup")
class SignUpController {
  private final SignUps signUps;
  private final PasswordRules rules;
  private final Entrance entrance;

  SignUpController(SignUps signUps, PasswordRules rules, Entrance entrance) {
    this.signUps = signUps;
    this.rules = rules;
    this.entrance = entrance;
  }

  @GetMapping
  String form(
      @Nullable Viewer viewer,
      @RequestParam @Nullable String as,
      @RequestParam @Nullable String next,
      Model model) {
    if (viewer != null) {
      return "redirect:/home";
    }
    model.addAttribute("form", SignUpForm.empty(as, next));
    return "signup";
  }

  @PostMapping
  String ask(
      @ModelAttribute("form") SignUpForm form,
      Locale locale,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var problems = new Problems();
    var person = form.read(rules, locale, problems);
    if (problems.any()) {
      return Pages.again(response, model, problems, "signup");
    }
    signUps.ask(person, String.valueOf(form.password()), form.next());
    onward.addFlashAttribute("email", person.email().text());
    return "redirect:/signup/sent";
  }

  @GetMapping("/sent")
  String sent() {
    return "sent";
  }

  /** A page with a button, as mail scanners open links; only the button confirms. */
  @GetMapping("/confirm/{token}")
  String confirmation(@PathVariable String token, Model model) {
    model.addAttribute("token", token);
    return signUps.open(Token.of(token)) ? "confirm" : "gone";
  }

  @PostMapping("/confirm/{token}")
  String confirm(
      @PathVariable String token,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var confirmed = signUps.confirm(Token.of(token));
    if (confirmed.isEmpty()) {
      return "gone";
    }
    entrance.admit(request, response, confirmed.get().person(), "mail");
    Flash.ok(onward, "signin.signup.done");
    return "redirect:" + Entrance.onward(confirmed.get().next());
  }
}
