package org.diestra.hiring.fees;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Problems;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.OperatorEntry;
import org.diestra.platform.page.Operators;
import org.diestra.platform.page.Pages;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /operator/fees}: the schedule, and planning its next step. */
@Controller
@Operators
@RequestMapping("/operator/fees")
class FeesController {
  private final Fees fees;
  private final Clock clock;

  @Bean
  static OperatorEntry feesEntry() {
    return new OperatorEntry("/operator/fees", "fees.nav", "percent", 80);
  }

  FeesController(Fees fees, Clock clock) {
    this.fees = fees;
    this.clock = clock;
  }

  @GetMapping
  String schedule(Viewer viewer, Model model) {
    var tomorrow = LocalDate.ofInstant(clock.instant(), viewer.zone()).plusDays(1);
    model.addAttribute("form", FeeForm.of(fees.now(), tomorrow));
    return page(model);
  }

  @PostMapping
  String plan(
      Viewer viewer,
      @ModelAttribute("form") FeeForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var problems = new Problems();
    var rates = form.rates(problems);
    var from = form.begins(viewer.zone(), problems);
    if (problems.any()) {
      return Pages.again(response, model, problems, page(model));
    }
    return fees.plan(viewer.id(), rates, from)
        .fold(
            step -> {
              Flash.ok(onward, "fees.planned", step.from());
              return "redirect:/operator/fees";
            },
            why -> Pages.again(response, model, why, page(model)));
  }

  @PostMapping("/{step}/removal")
  String takeBack(Viewer viewer, @PathVariable String step, RedirectAttributes onward) {
    fees.takeBack(viewer.id(), Ids.require(step));
    Flash.ok(onward, "fees.taken-back");
    return "redirect:/operator/fees";
  }

  private String page(Model model) {
    model.addAttribute("view", FeesView.of(fees.schedule(), clock.instant()));
    return "index";
  }
}
