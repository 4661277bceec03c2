package org.diestra.platform.factors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Collectors;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.diestra.platform.sessions.Proofs;
import org.diestra.platform.sessions.Proven;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /settings/security/codes}: one-time codes from a phone. */
@Controller
@RequestMapping(CodesController.PAGE)
class CodesController {
  static final String PAGE = "/settings/security/codes";
  private final Codes codes;
  private final Proving proving;
  private final Proofs proofs;

  CodesController(Codes codes, Proving proving, Proofs proofs) {
    this.codes = codes;
    this.proving = proving;
    this.proofs = proofs;
  }

  @GetMapping
  String show(Viewer viewer, Model model) {
    return page(viewer, model);
  }

  @Proven(page = PAGE)
  @PostMapping("/setup")
  String begin(Viewer viewer) {
    codes.begin(viewer.id());
    return "redirect:" + PAGE + "/setup";
  }

  @Proven(page = PAGE)
  @GetMapping("/setup")
  String setup(Viewer viewer, Model model) {
    return setupPage(viewer, model);
  }

  /** The answer holds the codes for recovery, which nobody will see again. */
  @Proven(page = PAGE + "/setup")
  @PostMapping
  String switchOn(
      Viewer viewer,
      @RequestParam(defaultValue = "") String code,
      Model model,
      HttpServletResponse response) {
    return codes
        .switchOn(viewer.id(), code)
        .fold(
            made -> recovery(made, true, model),
            why -> Pages.again(response, model, why, setupPage(viewer, model)));
  }

  @Proven(page = PAGE)
  @PostMapping("/recovery")
  String renewRecovery(Viewer viewer, Model model, HttpServletResponse response) {
    return codes
        .renewRecovery(viewer.id())
        .fold(
            made -> recovery(made, false, model),
            why -> Pages.again(response, model, why, page(viewer, model)));
  }

  /** Asks for all of it, however lately it was proved. */
  @PostMapping("/removal")
  String switchOff(
      Viewer viewer,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String code,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes onward) {
    return proving
        .withPassword(viewer.id(), password, code)
        .fold(
            person -> {
              codes.switchOff(person);
              proofs.renew(request, person, "password");
              Flash.ok(onward, "factors.codes.off.done");
              return "redirect:/settings/security";
            },
            why -> Pages.again(response, model, why, page(viewer, model)));
  }

  private String page(Viewer viewer, Model model) {
    model.addAttribute("email", viewer.email());
    model.addAttribute("since", codes.onSince(viewer.id()).orElse(null));
    model.addAttribute("left", codes.recoveryLeft(viewer.id()));
    return "codes";
  }

  private String setupPage(Viewer viewer, Model model) {
    var setup = codes.setup(viewer).orElse(null);
    if (setup == null) {
      return page(viewer, model);
    }
    model.addAttribute("setup", setup);
    return "setup";
  }

  private static String recovery(List<RecoveryCode> made, boolean first, Model model) {
    model.addAttribute("codes", made);
    model.addAttribute("first", first);
    model.addAttribute(
        "text", made.stream().map(RecoveryCode::text).collect(Collectors.joining("\n")));
    return "recovery";
  }
}
