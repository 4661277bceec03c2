package org.diestra.money.payments;

import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.page.Flash;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /money/payments/{id}}: one payment, from the wish to what became of it. */
@Controller
@RequestMapping("/money/payments/{id}")
class PaymentController {
  private final PayIns payIns;
  private final Bills bills;
  private final Rails rails;
  private final ObjectProvider<Chargebacks> chargebacks; // which know payments themselves

  PaymentController(
      PayIns payIns, Bills bills, Rails rails, ObjectProvider<Chargebacks> chargebacks) {
    this.payIns = payIns;
    this.bills = bills;
    this.rails = rails;
    this.chargebacks = chargebacks;
  }

  @GetMapping
  String show(Viewer viewer, @PathVariable String id, Model model) {
    var payIn = payIns.get(viewer, Ids.require(id));
    var facts = payIn.facts();
    model.addAttribute("payIn", payIn);
    model.addAttribute("wanted", bills.wanted(viewer, facts.subject()));
    var rail = rails.named(facts.rail());
    model.addAttribute("onward", rail.map(r -> r.page(facts.id())).orElse(""));
    model.addAttribute("answers", rail.map(Rail::answers).orElse(true));
    model.addAttribute("resumes", rail.map(Rail::resumes).orElse(false));
    model.addAttribute("taken", chargebacks.getObject().of(facts.id()).orElse(null));
    return "payment";
  }

  @PostMapping("/leaving")
  String leave(Viewer viewer, @PathVariable String id, RedirectAttributes onward) {
    var uuid = Ids.require(id);
    var subject = payIns.get(viewer, uuid).facts().subject();
    boolean extra = subject.extra() != null || subject.period() != null;
    switch (payIns.leave(viewer, uuid)) {
      case Outcome.Done<PayIn> done ->
          Flash.ok(onward, extra ? "payments.left.extra" : "payments.left");
      case Outcome.Refused<PayIn>(var why) -> Flash.refused(onward, why);
    }
    return "redirect:" + (extra ? subject.page() : "/contracts/" + subject.contract() + "/money");
  }
}
