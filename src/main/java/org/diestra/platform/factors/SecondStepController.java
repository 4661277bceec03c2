package org.diestra.platform.factors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Guests;
import org.diestra.platform.page.Pages;
import org.diestra.platform.signin.Entrance;
import org.diestra.platform.signin.HalfWay;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /login/code}: the code that is asked for after the password. */
@Controller
@Guests
@RequestMapping("/login/code")
class SecondStepController {
  private static final Refusal GONE = Refusal.conflict("factors.step.gone");
  private final HalfWay halfWay;
  private final CodeCheck codes;
  private final Codes recovery;
  private final Entrance entrance;

  SecondStepController(HalfWay halfWay, CodeCheck codes, Codes recovery, Entrance entrance) {
    this.halfWay = halfWay;
    this.codes = codes;
    this.recovery = recovery;
    this.entrance = entrance;
  }

  /**
   * @param lost whether the phone is not at hand, so that the page asks for a code for recovery
   */
  @GetMapping
  String form(
      @RequestParam(defaultValue = "false") boolean lost,
      HttpServletRequest request,
      Model model,
      RedirectAttributes onward) {
    model.addAttribute("lost", lost);
    return halfWay.of(request).isPresent() ? "step" : gone(onward);
  }

  @PostMapping
  String check(
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "false") boolean lost,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var somebody = halfWay.of(request).orElse(null);
    if (somebody == null) {
      return gone(onward);
    }
    model.addAttribute("lost", lost);
    return codes
        .atSignIn(somebody.person(), code, somebody.device())
        .fold(
            kind -> {
              entrance.admit(request, response, somebody.person(), kind.word());
              if (kind == CodeCheck.Kind.RECOVERY) {
                int left = recovery.recoveryLeft(somebody.person());
                Flash.note(onward, "factors.step.recovery", left);
              }
              return "redirect:" + Entrance.onward(somebody.next());
            },
            why -> Pages.again(response, model, why, "step"));
  }

  private static String gone(RedirectAttributes onward) {
    Flash.refused(onward, GONE);
    return "redirect:/login";
  }
}
