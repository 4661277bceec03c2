package org.diestra.money.payments;

import org.diestra.money.ledger.Book;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.page.Flash;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.Contracts;
import org.diestra.work.tasks.TaskId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * {@code /contracts/{id}/money}: what is held for each task, and paying for one, for hours, for an
 * extra or for a month of a retainer.
 */
@Controller
@RequestMapping("/contracts/{id}/money")
class ContractMoneyController {
  private final ContractMoney money;
  private final PayIns payIns;
  private final Bills bills;
  private final Contracts contracts;

  ContractMoneyController(ContractMoney money, PayIns payIns, Bills bills, Contracts contracts) {
    this.money = money;
    this.payIns = payIns;
    this.bills = bills;
    this.contracts = contracts;
  }

  @GetMapping
  String show(Viewer viewer, @PathVariable ContractId id, Model model) {
    model.addAttribute("view", money.view(viewer, id));
    return "contract";
  }

  @GetMapping("/tasks/{task}")
  String fund(Viewer viewer, @PathVariable ContractId id, @PathVariable TaskId task, Model model) {
    return fund(viewer, Subject.task(id, task), model);
  }

  @GetMapping("/hours/funding")
  String fundHours(Viewer viewer, @PathVariable ContractId id, Model model) {
    return fund(viewer, Subject.hours(id), model);
  }

  @GetMapping("/extras/{extra}/funding")
  String fundExtra(
      Viewer viewer, @PathVariable ContractId id, @PathVariable String extra, Model model) {
    return fund(viewer, Subject.extra(id, Ids.require(extra)), model);
  }

  @GetMapping("/retainer/{period}/funding")
  String fundPeriod(
      Viewer viewer, @PathVariable ContractId id, @PathVariable String period, Model model) {
    return fund(viewer, Subject.period(id, Ids.require(period)), model);
  }

  private String fund(Viewer viewer, Subject subject, Model model) {
    model.addAttribute("wanted", bills.wanted(viewer, subject));
    model.addAttribute("frame", contracts.frame(contracts.get(viewer, subject.contract())));
    return "fund";
  }

  @PostMapping("/tasks/{task}/payments")
  String pay(
      Viewer viewer,
      @PathVariable ContractId id,
      @PathVariable TaskId task,
      RedirectAttributes onward) {
    return pay(viewer, Subject.task(id, task), onward);
  }

  @PostMapping("/hours/payments")
  String payHours(Viewer viewer, @PathVariable ContractId id, RedirectAttributes onward) {
    return pay(viewer, Subject.hours(id), onward);
  }

  @PostMapping("/extras/{extra}/payments")
  String payExtra(
      Viewer viewer,
      @PathVariable ContractId id,
      @PathVariable String extra,
      RedirectAttributes onward) {
    return pay(viewer, Subject.extra(id, Ids.require(extra)), onward);
  }

  @PostMapping("/retainer/{period}/payments")
  String payPeriod(
      Viewer viewer,
      @PathVariable ContractId id,
      @PathVariable String period,
      RedirectAttributes onward) {
    return pay(viewer, Subject.period(id, Ids.require(period)), onward);
  }

  private static String funded(PayIn.Paid paid) {
    return paid.facts().rail().equals(Book.DIRECT)
        ? "payments.promised.done"
        : paid.facts().subject().key("payments.funded");
  }

  private String pay(Viewer viewer, Subject subject, RedirectAttributes onward) {
    var back =
        "redirect:"
            + (subject.extra() != null || subject.period() != null
                ? subject.page()
                : "/contracts/" + subject.contract() + "/money");
    return payIns
        .open(viewer, subject)
        .fold(
            payIn -> {
              if (payIn instanceof PayIn.Paid paid) {
                Flash.ok(onward, funded(paid), paid.facts().price());
                return back;
              }
              return "redirect:" + payIn.facts().href();
            },
            why -> {
              Flash.refused(onward, why);
              return back;
            });
  }
}
