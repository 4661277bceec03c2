package org.diestra.platform.exchange;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import org.diestra.platform.accounts.Viewer;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The operator's page of reference rates. */
@Controller
@Operators
@RequestMapping("/operator/exchange")
class ExchangeController {
  private final Exchange exchange;
  private final Clock clock;

  @Bean
  static OperatorEntry exchangeEntry() {
    return new OperatorEntry("/operator/exchange", "exchange.nav", "arrow-left-right", 90);
  }

  ExchangeController(Exchange exchange, Clock clock) {
    this.exchange = exchange;
    this.clock = clock;
  }

  @GetMapping
  String rates(Viewer viewer, Model model) {
    var all = exchange.all();
    return show(RatesForm.of(all, today(viewer)), model);
  }

  @PostMapping
  String put(
      Viewer viewer,
      @ModelAttribute("form") RatesForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var problems = new Problems();
    var rates = form.read(today(viewer), problems);
    if (problems.any()) {
      return Pages.again(response, model, problems, show(form, model));
    }
    exchange.put(rates, viewer.id());
    Flash.ok(onward, "exchange.done", rates.size());
    return "redirect:/operator/exchange";
  }

  private String show(RatesForm form, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("rates", exchange.all());
    return "index";
  }

  private LocalDate today(Viewer viewer) {
    return LocalDate.ofInstant(clock.instant(), viewer.zone());
  }
}
