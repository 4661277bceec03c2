package org.diestra.money.payments;

import java.util.Currency;
import org.diestra.money.ledger.Book;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.page.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code POST /money/refunds}: a client's credit goes back to the client's own account. */
@Controller
class RefundController {
  private final Refunds refunds;

  RefundController(Refunds refunds) {
    this.refunds = refunds;
  }

  @PostMapping("/money/refunds")
  String send(
      Viewer viewer,
      @RequestParam String of,
      @RequestParam String rail,
      @RequestParam String currency,
      RedirectAttributes onward) {
    var client = new OrganisationId(Ids.require(of));
    switch (refunds.send(viewer, client, book(rail, currency))) {
      case Outcome.Done<Refund>(var refund) ->
          Flash.ok(onward, "payments.refund.sent", refund.amount());
      case Outcome.Refused<Refund>(var why) -> Flash.refused(onward, why);
    }
    return "redirect:/money?of=" + Ids.text(client.value());
  }

  private static Book book(String rail, String currency) {
    try {
      return new Book(rail, Currency.getInstance(currency));
    } catch (IllegalArgumentException unknown) {
      throw new NotFound();
    }
  }
}
