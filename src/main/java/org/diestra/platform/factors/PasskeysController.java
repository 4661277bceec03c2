package org.diestra.platform.factors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Problems;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.diestra.platform.sessions.Proven;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /settings/security/passkeys}: one's own passkeys. */
@Controller
@RequestMapping(PasskeysController.PAGE)
class PasskeysController {
  static final String PAGE = "/settings/security/passkeys";
  private final Passkeys passkeys;

  PasskeysController(Passkeys passkeys) {
    this.passkeys = passkeys;
  }

  @GetMapping
  String list(Viewer viewer, Model model) {
    return listPage(viewer, model);
  }

  @Proven(page = PAGE + "/new")
  @GetMapping("/new")
  String form(Viewer viewer, HttpServletRequest request, Model model) {
    return formPage(viewer, "", request, model);
  }

  /** The key is made by then, so a name that does not fit must not be a reason to refuse it. */
  @Proven(page = PAGE + "/new")
  @PostMapping
  String add(
      Viewer viewer,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String answer,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes onward) {
    return passkeys
        .add(request, viewer.id(), PasskeyName.fitting(name), answer)
        .fold(
            named -> {
              Flash.ok(onward, "factors.passkeys.added", named);
              return "redirect:" + PAGE;
            },
            why -> Pages.again(response, model, why, formPage(viewer, name, request, model)));
  }

  @PostMapping("/{id}/name")
  String rename(
      Viewer viewer,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String name,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var problems = new Problems();
    var read = PasskeyName.read(name, problems);
    if (problems.any()) {
      return Pages.again(response, model, problems, listPage(viewer, model));
    }
    passkeys.rename(viewer.id(), PasskeyId.of(id), read);
    Flash.ok(onward, "factors.passkeys.renamed", read);
    return "redirect:" + PAGE;
  }

  @Proven(page = PAGE)
  @PostMapping("/{id}/removal")
  String remove(Viewer viewer, @PathVariable String id, RedirectAttributes onward) {
    passkeys.remove(viewer.id(), PasskeyId.of(id));
    Flash.ok(onward, "factors.passkeys.removed");
    return "redirect:" + PAGE;
  }

  private String listPage(Viewer viewer, Model model) {
    model.addAttribute("passkeys", passkeys.all(viewer.id()));
    model.addAttribute("script", passkeys.script());
    return "passkeys";
  }

  private String formPage(Viewer viewer, String name, HttpServletRequest request, Model model) {
    model.addAttribute("name", name);
    model.addAttribute("number", passkeys.all(viewer.id()).size() + 1);
    model.addAttribute("script", passkeys.script());
    model.addAttribute("question", passkeys.questionForNew(request, viewer.id()));
    return "passkey";
  }
}
