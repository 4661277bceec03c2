package org.diestra.money.taxes;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Problems;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.OperatorEntry;
import org.diestra.platform.page.Operators;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /operator/tax}: the rules, the next one, and who the house itself is to a tax office. */
@Controller
@Operators
@RequestMapping("/operator/tax")
class TaxRulesController {
  private static final String HERE = "/operator/tax";
  private final Taxes taxes;
  private final Clock clock;

  @Bean
  static OperatorEntry taxEntry() {
    return new OperatorEntry(HERE, "taxes.nav", "landmark", 82);
  }

  TaxRulesController(Taxes taxes, Clock clock) {
    this.taxes = taxes;
    this.clock = clock;
  }

  /**
   * @param today decides what holds
   */
  record View(List<Rule> rules, @Nullable TaxProfile house, LocalDate today, int year) {
    boolean holds(Rule rule) {
      return rule.holds(today)
          && rules.stream()
              .noneMatch(r ->
                  r.topic() == rule.topic()
                      && r.country().equals(rule.country())
                      && r.holds(today)
                      && r.from().isAfter(rule.from()));
    }

    boolean planned(Rule rule) {
      return rule.from().isAfter(today);
    }
  }

  @GetMapping
  String rules(Viewer viewer, Model model) {
    var tomorrow = LocalDate.ofInstant(clock.instant(), viewer.zone()).plusDays(1);
    model.addAttribute("form", RuleForm.empty(tomorrow));
    return page(viewer, model);
  }

  @PostMapping
  String plan(
      Viewer viewer,
      @ModelAttribute("form") RuleForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var problems = new Problems();
    var rule = form.read(problems);
    if (problems.any()) {
      return Pages.again(response, model, problems, page(viewer, model));
    }
    return taxes
        .plan(viewer.id(), rule)
        .fold(
            done -> {
              Flash.ok(onward, "taxes.planned", done.from());
              return "redirect:" + HERE;
            },
            why -> Pages.again(response, model, why, page(viewer, model)));
  }

  @GetMapping("/own")
  String own(Model model) {
    var profile = taxes.profile(TaxProfile.HOUSE).orElse(null);
    model.addAttribute("form", profile == null ? TaxForm.empty("") : TaxForm.of(profile));
    return "house";
  }

  @PostMapping("/own")
  String keep(
      Viewer viewer,
      @ModelAttribute("form") TaxForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var problems = new Problems();
    var today = LocalDate.ofInstant(clock.instant(), viewer.zone());
    var read = form.read(TaxProfile.HOUSE, today, problems);
    if (problems.any()) {
      return Pages.again(response, model, problems, "house");
    }
    taxes.keep(viewer.id(), read);
    Flash.ok(onward, "taxes.kept");
    return "redirect:" + HERE;
  }

  private String page(Viewer viewer, Model model) {
    var today = LocalDate.ofInstant(clock.instant(), viewer.zone());
    var house = taxes.profile(TaxProfile.HOUSE).orElse(null);
    model.addAttribute("view", new View(taxes.rules(), house, today, today.getYear()));
    return "rules";
  }
}
