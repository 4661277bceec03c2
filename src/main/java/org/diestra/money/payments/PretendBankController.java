package org.diestra.money.payments;

import java.util.Arrays;
import java.util.UUID;
import org.diestra.money.payments.PretendBank.Wish;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.page.Flash;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /money/pretend-bank/{id}}: where somebody says what the pretend bank is to do. */
@Controller
@RequestMapping("/money/pretend-bank/{id}")
class PretendBankController {
  private final PayIns payIns;
  private final PretendBank bank;
  private final ObjectProvider<Chargebacks> chargebacks; // which know payments themselves
  private final TransactionOperations transactions;

  PretendBankController(
      PayIns payIns,
      PretendBank bank,
      ObjectProvider<Chargebacks> chargebacks,
      TransactionOperations transactions) {
    this.payIns = payIns;
    this.bank = bank;
    this.chargebacks = chargebacks;
    this.transactions = transactions;
  }

  @GetMapping
  String ask(Viewer viewer, @PathVariable String id, Model model) {
    var payIn = own(viewer, Ids.require(id));
    if (!(payIn instanceof PayIn.Open || payIn instanceof PayIn.Paid)) {
      return "redirect:" + payIn.facts().href();
    }
    model.addAttribute("payIn", payIn);
    model.addAttribute("taken", chargebacks.getObject().of(payIn.facts().id()).orElse(null));
    return "bank";
  }

  @PostMapping
  String tell(
      Viewer viewer,
      @PathVariable String id,
      @RequestParam String wish,
      RedirectAttributes onward) {
    var payIn = own(viewer, Ids.require(id));
    var wanted =
        Arrays.stream(Wish.values())
            .filter(w -> w.slug().equals(wish))
            .findFirst()
            .orElseThrow(NotFound::new);
    transactions.executeWithoutResult(t -> {
      switch (payIns.send(viewer, payIn.facts().id())) {
        case Outcome.Done<PayIn> done -> bank.tell(payIn.facts().id(), wanted);
        case Outcome.Refused<PayIn>(var why) -> Flash.refused(onward, why);
      }
    });
    return "redirect:" + payIn.facts().href();
  }

  /** What a bank may still do with a payment by card. */
  @PostMapping("/chargeback")
  String takeBack(Viewer viewer, @PathVariable String id) {
    var payIn = own(viewer, Ids.require(id));
    var facts = payIn.facts();
    if (payIn instanceof PayIn.Paid) {
      chargebacks.getObject().taken(facts.id(), facts.total(), PretendBank.reference(facts.id()));
    }
    return "redirect:" + facts.href();
  }

  /** It decides otherwise, and gives it back. */
  @PostMapping("/return")
  String giveBack(Viewer viewer, @PathVariable String id) {
    var facts = own(viewer, Ids.require(id)).facts();
    chargebacks.getObject().returned(PretendBank.ID, PretendBank.reference(facts.id()));
    return "redirect:" + facts.href();
  }

  private PayIn own(Viewer viewer, UUID id) {
    var payIn = payIns.get(viewer, id);
    if (!payIn.facts().rail().equals(PretendBank.ID)) {
      throw new NotFound();
    }
    return payIn;
  }
}
