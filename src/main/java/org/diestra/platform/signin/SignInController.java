package org.diestra.platform.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.page.Guests;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in with address and password. */
@Controller
@Guests
@RequestMapping("/login")
class SignInController {
  private final SignIns signIns;
  private final Entrance entrance;
  private final HalfWay halfWay;
  private final SecondStep secondStep;
  private final Devices devices;
  private final SignInPage page;

  SignInController(
      SignIns signIns,
      Entrance entrance,
      HalfWay halfWay,
      SecondStep secondStep,
      Devices devices,
      SignInPage page) {
    this.signIns = signIns;
    this.entrance = entrance;
    this.halfWay = halfWay;
    this.secondStep = secondStep;
    this.devices = devices;
    this.page = page;
  }

  @GetMapping
  String form(
      @Nullable Viewer viewer,
      @RequestParam @Nullable String next,
      HttpServletRequest request,
      Model model) {
    return viewer != null
        ? "redirect:" + Entrance.onward(next)
        : page.show(request, model, new SignInForm(null, null, next));
  }

  @PostMapping
  String signIn(
      @ModelAttribute("form") SignInForm form,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    var email = form.email() == null ? "" : form.email();
    var person = signIns.candidate(email).orElse(null);
    var device = devices.known(request, person).orElse(null);
    var password = form.password() == null ? "" : form.password();
    return signIns
        .withPassword(person, email, password, request.getRemoteAddr(), device)
        .fold(
            known -> goOn(known, form, model, request, response),
            why -> page.again(request, response, model, form, why));
  }

  private String goOn(
      PersonId person,
      SignInForm form,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    var kept = page.keptOut(person, response, model);
    if (kept.isPresent()) {
      return kept.get();
    }
    if (secondStep.asks(person)) {
      halfWay.begin(request, person, form.next());
      return "redirect:" + secondStep.page();
    }
    entrance.admit(request, response, person, "password");
    return "redirect:" + Entrance.onward(form.next());
  }
}
