package org.diestra.platform.signin;

import jakarta.servlet.http.HttpServletResponse;
import org.diestra.platform.accounts.EmailAddress;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Token;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Guests;
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

/** A forgotten password. */
@Controller
@Guests
@RequestMapping("/reset")
class ResetController {
  private final Resets resets;
  private final PasswordRules rules;

  ResetController(Resets resets, PasswordRules rules) {
    this.resets = resets;
    this.rules = rules;
  }

  @GetMapping
  String form(Model model) {
    model.addAttribute("email", "");
    return "reset";
  }

  @PostMapping
  String ask(
      @RequestParam(defaultValue = "") String email,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var address = EmailAddress.read(email);
    if (address.isEmpty()) {
      model.addAttribute("email", email);
      return Pages.again(
          response, model, new Problems().add("email", "signin.email.wrong"), "reset");
    }
    resets.ask(address.get());
    onward.addFlashAttribute("email", address.get().text());
    return "redirect:/reset/sent";
  }

  @GetMapping("/sent")
  String sent() {
    return "resetSent";
  }

  @GetMapping("/{token}")
  String choice(@PathVariable String token, Model model) {
    model.addAttribute("token", token);
    return resets.holder(Token.of(token)).isPresent() ? "choose" : "resetGone";
  }

  @PostMapping("/{token}")
  String choose(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String again,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var holder = resets.holder(Token.of(token)).orElse(null);
    if (holder == null) {
      return "resetGone";
    }
    var problems = checked(password, again, holder.name(), holder.email());
    if (problems.any()) {
      model.addAttribute("token", token);
      return Pages.again(response, model, problems, "choose");
    }
    if (!resets.finish(Token.of(token), password)) {
      return "resetGone";
    }
    Flash.ok(onward, "signin.reset.done");
    return "redirect:/login";
  }

  private Problems checked(String password, String again, String name, @Nullable String email) {
    var problems = new Problems();
    rules.check(password, name, email == null ? "" : email, "password", problems);
    if (problems.none() && !password.equals(again)) {
      problems.add("again", "signin.password.differs");
    }
    return problems;
  }
}
