package org.diestra.money.direct;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Currency;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Problems;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Operators;
import org.diestra.platform.page.Pages;
import org.diestra.platform.sessions.Proven;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /operator/direct}: which currencies the house does not hold, and who disagrees. */
@Controller
@Operators
@RequestMapping(DirectDeskController.PAGE)
class DirectDeskController {
  static final String PAGE = "/operator/direct";
  private final DirectDesk desk;
  private final Modes modes;

  DirectDeskController(DirectDesk desk, Modes modes) {
    this.desk = desk;
    this.modes = modes;
  }

  @GetMapping
  String index(Model model) {
    model.addAttribute("form", ModeForm.EMPTY);
    return page(model);
  }

  private String page(Model model) {
    model.addAttribute("view", desk.view());
    return "desk";
  }

  @Proven(page = PAGE)
  @PostMapping("/currencies")
  String begin(
      Viewer viewer,
      @ModelAttribute("form") ModeForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var problems = new Problems();
    var read = form.read(problems).orElse(null);
    if (read == null) {
      return Pages.again(response, model, problems, page(model));
    }
    modes.begin(viewer, read.currency(), read.days());
    Flash.ok(onward, "direct.begun", read.currency().getCurrencyCode());
    return "redirect:" + PAGE;
  }

  @Proven(page = PAGE)
  @PostMapping("/currencies/{currency}/end")
  String end(Viewer viewer, @PathVariable String currency, RedirectAttributes onward) {
    var found =
        Currency.getAvailableCurrencies().stream()
            .filter(c -> c.getCurrencyCode().equals(currency))
            .findFirst()
            .orElseThrow(NotFound::new);
    modes.end(viewer, found);
    Flash.ok(onward, "direct.ended", currency);
    return "redirect:" + PAGE;
  }
}
