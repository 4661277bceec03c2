package org.diestra.money.payouts;

import jakarta.servlet.http.HttpServletResponse;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Problems;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.diestra.platform.sessions.Proven;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * {@code /money/payouts/details}: where one's money goes. To change it asks for the password or a
 * passkey again.
 */
@Controller
@RequestMapping(DetailsController.PAGE)
class DetailsController {
  static final String PAGE = "/money/payouts/details";
  private final Payees payees;
  private final Freezes freezes;

  DetailsController(Payees payees, Freezes freezes) {
    this.payees = payees;
    this.freezes = freezes;
  }

  @GetMapping
  String show(Viewer viewer, Model model) {
    model.addAttribute("payees", payees.all(viewer.id()));
    model.addAttribute("frozen", freezes.since(viewer.id()).orElse(null));
    return "details";
  }

  @Proven(page = PAGE + "/new")
  @GetMapping("/new")
  String edit(Viewer viewer, Model model) {
    return form(viewer, DetailsForm.EMPTY, model);
  }

  @Proven(page = PAGE + "/new")
  @PostMapping
  String change(
      Viewer viewer,
      @ModelAttribute("form") DetailsForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var problems = new Problems();
    var details = form.read(problems).orElse(null);
    if (details == null) {
      return Pages.again(response, model, problems, form(viewer, form, model));
    }
    return payees
        .change(viewer, details)
        .fold(
            payee -> {
              Flash.ok(onward, "payouts.details.done", payee.from());
              return "redirect:" + PAGE;
            },
            why -> {
              Flash.refused(onward, why);
              return "redirect:" + PAGE;
            });
  }

  /** "That was not me", from within: by whoever reads what is written there. */
  @PostMapping("/stop")
  String stop(Viewer viewer, RedirectAttributes onward) {
    freezes.freeze(viewer.id());
    Flash.note(onward, "payouts.stop.done");
    return "redirect:" + PAGE;
  }

  private String form(Viewer viewer, DetailsForm form, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("first", payees.of(viewer.id()).isEmpty());
    model.addAttribute("days", payees.coolingOff().toDays());
    model.addAttribute("countries", DetailsForm.countries(viewer.locale()));
    return "edit";
  }
}
