package org.diestra.platform.factors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.page.Guests;
import org.diestra.platform.signin.Entrance;
import org.diestra.platform.signin.SignInPage;
import org.diestra.platform.signin.Throttle;
import org.diestra.platform.signin.Throttle.Allowance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /login/passkey}: signing in with a passkey, which names its owner by itself. */
@Controller
@Guests
@RequestMapping("/login/passkey")
class PasskeySignInController {
  private static final Refusal FAILED = Refusal.invalid("passkey", "factors.passkeys.refused");
  private static final Refusal TOO_OFTEN = Refusal.limit("factors.code.too-often");
  private final Passkeys passkeys;
  private final Throttle throttle;
  private final Entrance entrance;
  private final SignInPage page;

  PasskeySignInController(
      Passkeys passkeys, Throttle throttle, Entrance entrance, SignInPage page) {
    this.passkeys = passkeys;
    this.throttle = throttle;
    this.entrance = entrance;
    this.page = page;
  }

  @PostMapping
  String signIn(
      @RequestParam(defaultValue = "") String answer,
      @RequestParam @Nullable String next,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (!throttle.allows(request.getRemoteAddr(), Allowance.ADDRESS)) {
      return page.again(request, response, model, next, TOO_OFTEN);
    }
    var person = passkeys.signedBy(request, answer);
    if (person.isEmpty()) {
      return page.again(request, response, model, next, FAILED);
    }
    var kept = page.keptOut(person.get(), response, model);
    if (kept.isPresent()) {
      return kept.get();
    }
    entrance.admit(request, response, person.get(), "passkey");
    return "redirect:" + Entrance.onward(next);
  }
}
