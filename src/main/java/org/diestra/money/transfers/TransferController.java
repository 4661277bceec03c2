package org.diestra.money.transfers;

import java.util.List;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.payments.Receipts;
import org.diestra.money.payments.Receipts.Expected;
import org.diestra.money.payments.Receipts.Stage;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.page.Flash;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /money/transfers/{id}}: what a client has to write on a transfer, and what came of it. */
@Controller
@RequestMapping("/money/transfers/{id}")
class TransferController {
  private final Receipts receipts;
  private final ReferenceStore references;
  private final AccountStore accounts;
  private final LineStore lines;
  private final Ledger ledger;
  private final HouseRights house;

  TransferController(
      Receipts receipts,
      ReferenceStore references,
      AccountStore accounts,
      LineStore lines,
      Ledger ledger,
      HouseRights house) {
    this.receipts = receipts;
    this.references = references;
    this.accounts = accounts;
    this.lines = lines;
    this.ledger = ledger;
    this.house = house;
  }

  /**
   * @param credit what the client has with the house already, towards this
   * @param came what has come in for it so far
   * @param qr or null where banking apps know none
   */
  record View(
      Expected payment,
      CollectingAccount account,
      CreditorReference reference,
      Money credit,
      List<Line> came,
      EpcQr.@Nullable Picture qr) {
    /** What is still to be sent. */
    Money missing() {
      return missing(payment, credit);
    }

    static Money missing(Expected payment, Money credit) {
      var rest = payment.total().minus(credit);
      return rest.isPositive() ? rest : Money.zero(credit.currency());
    }

    /** What the client has with the house pays it: there is nothing to be sent. */
    boolean enough() {
      return missing().isZero();
    }

    /** As a bank's form wants it typed. */
    String plainAmount() {
      return missing().amount().toPlainString();
    }
  }

  @GetMapping
  String show(Viewer viewer, @PathVariable String id, Model model) {
    var payment = receipts.get(viewer, Ids.require(id));
    if (!payment.stage().live()) {
      return "redirect:" + payment.page();
    }
    model.addAttribute("view", view(payment));
    return "transfer";
  }

  private View view(Expected payment) {
    var credit = ledger.balance(payment.book(), Account.refundable(payment.client().value()));
    return house.call(() -> {
      var reference = references.of(payment.payment()).orElseThrow(NotFound::new);
      var account = accounts.of(payment.book().currency()).orElseThrow(NotFound::new);
      var missing = View.missing(payment, credit);
      return new View(
          payment,
          account,
          reference,
          credit,
          lines.of(payment.payment()),
          !missing.isZero() && EpcQr.fits(account, missing)
              ? EpcQr.of(account, missing, reference).picture()
              : null);
    });
  }

  @PostMapping("/sending")
  String sent(Viewer viewer, @PathVariable String id, RedirectAttributes onward) {
    var payment = receipts.get(viewer, Ids.require(id));
    if (!payment.book().rail().equals(TransferRail.ID)) {
      throw new NotFound();
    }
    switch (receipts.send(viewer, payment.payment())) {
      case Outcome.Done<Expected>(var sent) when sent.stage() == Stage.PAID ->
          Flash.ok(onward, "transfers.paid", sent.total());
      case Outcome.Done<Expected> done -> Flash.ok(onward, "transfers.sent", payment.total());
      case Outcome.Refused<Expected>(var why) -> Flash.refused(onward, why);
    }
    return "redirect:" + payment.page();
  }
}
