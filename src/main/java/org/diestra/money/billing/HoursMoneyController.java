package org.diestra.money.billing;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.page.Flash;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.time.WeekId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /contracts/{id}/money/hours}: the deposit, and what became of each week. */
@Controller
@RequestMapping("/contracts/{id}/money/hours")
class HoursMoneyController {
  private final HoursMoney money;
  private final Withheld withheld;

  HoursMoneyController(HoursMoney money, Withheld withheld) {
    this.money = money;
    this.withheld = withheld;
  }

  @GetMapping
  String show(Viewer viewer, @PathVariable ContractId id, Model model) {
    model.addAttribute("view", money.view(viewer, id));
    return "hours";
  }

  @PostMapping("/{week}/settlement")
  String pay(
      Viewer viewer,
      @PathVariable ContractId id,
      @PathVariable String week,
      RedirectAttributes onward) {
    return after(withheld.pay(viewer, week(id, week)), id, "billing.paid", onward);
  }

  @PostMapping("/{week}/renunciation")
  String letGo(
      Viewer viewer,
      @PathVariable ContractId id,
      @PathVariable String week,
      RedirectAttributes onward) {
    return after(withheld.letGo(viewer, week(id, week)), id, "billing.let-go", onward);
  }

  private static String after(
      Outcome<Money> outcome, ContractId id, String key, RedirectAttributes onward) {
    switch (outcome) {
      case Outcome.Done<Money>(var amount) -> Flash.ok(onward, key, amount);
      case Outcome.Refused<Money>(var why) -> Flash.refused(onward, why);
    }
    return "redirect:/contracts/" + id + "/money/hours";
  }

  private static WeekId week(ContractId id, String text) {
    try {
      return new WeekId(id, LocalDate.parse(text));
    } catch (DateTimeException wrong) {
      throw new NotFound();
    }
  }
}
