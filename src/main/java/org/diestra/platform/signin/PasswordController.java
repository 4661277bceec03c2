package org.diestra.platform.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Problems;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /settings/security/password}: another password for one's own account. */
@Controller
@RequestMapping("/settings/security/password")
class PasswordController {
  private final PasswordChange change;
  private final PasswordRules rules;

  PasswordController(PasswordChange change, PasswordRules rules) {
    this.change = change;
    this.rules = rules;
  }

  @GetMapping
  String form(Viewer viewer, Model model) {
    model.addAttribute("email", viewer.email());
    return "change";
  }

  /** The new one is read first, so that a mistake in it costs no try of the old one. */
  @PostMapping
  String save(
      Viewer viewer,
      @ModelAttribute PasswordForm form,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes onward) {
    model.addAttribute("email", viewer.email());
    var problems = new Problems();
    var fresh = form.read(viewer, rules, problems);
    if (problems.any()) {
      return Pages.again(response, model, problems, "change");
    }
    return change
        .confirm(viewer, form.currentOrEmpty())
        .fold(
            person -> {
              change.to(request, person, fresh);
              Flash.ok(onward, "signin.change.done");
              return "redirect:/settings/security";
            },
            why -> Pages.again(response, model, why, "change"));
  }
}
