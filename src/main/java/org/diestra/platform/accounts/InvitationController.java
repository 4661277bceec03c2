package org.diestra.platform.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Answering an invitation to act for a business. */
@Controller
@RequestMapping("/invitations/{token}")
class InvitationController {
  private final Invitations invitations;
  private final Viewers viewers;

  InvitationController(Invitations invitations, Viewers viewers) {
    this.invitations = invitations;
    this.viewers = viewers;
  }

  @GetMapping
  @Guests
  String show(@Nullable Viewer viewer, @PathVariable String token, Model model) {
    model.addAttribute("token", token);
    model.addAttribute("guest", viewer == null);
    model.addAttribute("invitation", invitations.find(Token.of(token)).orElse(null));
    return "invitation";
  }

  @PostMapping
  String accept(
      Viewer viewer,
      @PathVariable String token,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes onward) {
    return invitations
        .accept(viewer, Token.of(token))
        .fold(
            organisation -> {
              viewers.forget(request);
              Flash.ok(onward, "accounts.invitation.accepted");
              return "redirect:/home";
            },
            why -> Pages.again(response, model, why, show(viewer, token, model)));
  }
}
