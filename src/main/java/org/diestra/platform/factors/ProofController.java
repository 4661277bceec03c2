package org.diestra.platform.factors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.page.LocalPath;
import org.diestra.platform.page.Pages;
import org.diestra.platform.sessions.Proofs;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * {@code /settings/security/proof}: where somebody proves again who they are, on the way to what
 * asks for it.
 */
@Controller
@RequestMapping("/settings/security/proof")
class ProofController {
  private static final Refusal FAILED = Refusal.invalid("passkey", "factors.passkeys.refused");
  private final Proving proving;
  private final Proofs proofs;
  private final Passkeys passkeys;
  private final Codes codes;

  ProofController(Proving proving, Proofs proofs, Passkeys passkeys, Codes codes) {
    this.proving = proving;
    this.proofs = proofs;
    this.passkeys = passkeys;
    this.codes = codes;
  }

  @GetMapping
  String form(
      Viewer viewer,
      @RequestParam(defaultValue = "") String next,
      HttpServletRequest request,
      Model model) {
    return page(viewer, next, request, model);
  }

  @PostMapping
  String withPassword(
      Viewer viewer,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String next,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    return proving
        .withPassword(viewer.id(), password, code)
        .fold(
            person -> {
              proofs.renew(request, person, "password");
              return "redirect:" + onward(next);
            },
            why -> Pages.again(response, model, why, page(viewer, next, request, model)));
  }

  @PostMapping("/passkey")
  String withPasskey(
      Viewer viewer,
      @RequestParam(defaultValue = "") String answer,
      @RequestParam(defaultValue = "") String next,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    var owner = passkeys.signedBy(request, answer).filter(viewer.id()::equals);
    if (owner.isEmpty()) {
      return Pages.again(response, model, FAILED, page(viewer, next, request, model));
    }
    proofs.renew(request, viewer.id(), "passkey");
    return "redirect:" + onward(next);
  }

  private String page(Viewer viewer, String next, HttpServletRequest request, Model model) {
    model.addAttribute("next", next);
    model.addAttribute("email", viewer.email());
    model.addAttribute("asksCode", codes.asks(viewer.id()));
    model.addAttribute("script", passkeys.script());
    model.addAttribute("question", passkeys.question(request));
    return "proof";
  }

  private static String onward(String next) {
    return next.isBlank() ? "/settings/security" : LocalPath.orHome(next);
  }
}
