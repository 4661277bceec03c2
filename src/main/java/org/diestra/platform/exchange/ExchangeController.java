package org.diestra.platform.exchange;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.exchange.DailyStore.Asked;
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
  private final EcbRates ecb;
  private final Clock clock;

  @Bean
  static OperatorEntry exchangeEntry() {
    return new OperatorEntry("/operator/exchange", "exchange.nav", "arrow-left-right", 90);
  }

  ExchangeController(Exchange exchange, EcbRates ecb, Clock clock) {
    this.exchange = exchange;
    this.ecb = ecb;
    this.clock = clock;
  }

  /**
   * What is known of the central bank's rates.
   *
   * @param host that is asked; empty where nobody is
   */
  record Ecb(String host, Optional<LocalDate> newest, Optional<Asked> asked) {}

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

  /** Asks the central bank now; nothing is held while it answers. */
  @PostMapping("/asking")
  String ask(Viewer viewer, RedirectAttributes onward) {
    if (ecb.on()) {
      exchange.asks(viewer.id());
      ecb.fetch();
      var fault = ecb.asked().map(Asked::fault).orElse(null);
      if (fault == null) {
        Flash.ok(onward, "exchange.ecb.done");
      } else {
        Flash.refused(onward, Refusal.conflict(fault));
      }
    }
    return "redirect:/operator/exchange";
  }

  private String show(RatesForm form, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("rates", exchange.all());
    model.addAttribute("ecb", new Ecb(ecb.on() ? ecb.host() : "", ecb.newest(), ecb.asked()));
    return "index";
  }

  private LocalDate today(Viewer viewer) {
    return LocalDate.ofInstant(clock.instant(), viewer.zone());
  }
}
