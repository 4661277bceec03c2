package org.diestra.platform.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Suspensions;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.mail.Mail;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The sign-in page, with what is offered beside the password. */
@Component
public class SignInPage {
  private static final String VIEW = "platform/signin/login";
  private static final String SUSPENDED = "platform/signin/suspended";
  private final SignInOffer offer;
  private final Suspensions suspensions;
  private final Mail mail;

  SignInPage(SignInOffer offer, Suspensions suspensions, Mail mail) {
    this.offer = offer;
    this.suspensions = suspensions;
    this.mail = mail;
  }

  /** Only who proved who they are is told that, and why, they are kept out. */
  public Optional<String> keptOut(PersonId person, HttpServletResponse response, Model model) {
    return suspensions
        .of(person)
        .map(kept -> {
          response.setStatus(HttpServletResponse.SC_FORBIDDEN);
          model.addAttribute("why", kept.why());
          model.addAttribute("since", kept.at());
          model.addAttribute("contact", mail.address());
          return SUSPENDED;
        });
  }

  /** The page once more, because another way in was refused. */
  public String again(
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      @Nullable String next,
      Refusal why) {
    return again(request, response, model, new SignInForm(null, null, next), why);
  }

  String show(HttpServletRequest request, Model model, SignInForm form) {
    model.addAttribute("form", form);
    model.addAttribute("offer", offer);
    model.addAttribute("question", offer.question(request));
    return VIEW;
  }

  String again(
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      SignInForm form,
      Refusal why) {
    return Pages.again(response, model, why, show(request, model, form));
  }
}
