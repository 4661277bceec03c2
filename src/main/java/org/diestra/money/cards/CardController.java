package org.diestra.money.cards;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.UUID;
import org.diestra.money.cards.Checkout.State;
import org.diestra.money.payments.Receipts;
import org.diestra.money.payments.Receipts.Expected;
import org.diestra.money.payments.Receipts.Stage;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.diestra.platform.page.SecurityHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /money/cards/{id}}: where a client goes on to Stripe, and comes back to. */
@Controller
@RequestMapping(CardController.PAGE + "/{id}")
class CardController {
  static final String PAGE = "/money/cards";

  /** Where Stripe's pages are; houses may have them at an address of their own. */
  private static final String CHECKOUT = "https://checkout.stripe.com";

  private final CardPayments payments;
  private final Receipts receipts;
  private final StripeSettings settings;
  private final Pages pages;

  CardController(CardPayments payments, Receipts receipts, StripeSettings settings, Pages pages) {
    this.payments = payments;
    this.receipts = receipts;
    this.settings = settings;
    this.pages = pages;
  }

  /**
   * @param held whether somebody has to look at what was paid
   * @param url at Stripe, where its page is open there already
   * @param live whether it is money
   */
  record View(Expected payment, boolean held, @Nullable String url, boolean live) {
    boolean begun() {
      return payment.stage() == Stage.SENT;
    }

    String href() {
      return PAGE + "/" + Ids.text(payment.payment());
    }
  }

  @GetMapping
  String show(
      Viewer viewer,
      @PathVariable String id,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var uuid = Ids.require(id);
    var payment = payments.get(viewer, uuid);
    String url = null;
    @Nullable Refusal why = null;
    if (payment.stage() == Stage.SENT && !held(uuid)) {
      switch (payments.pay(viewer, uuid, words(viewer))) {
        case Outcome.Done<String>(var to) -> url = to.startsWith("/") ? null : to;
        case Outcome.Refused<String>(var no) -> why = no;
      }
      payment = payments.get(viewer, uuid);
    }
    if (!payment.stage().live()) {
      if (why != null) {
        Flash.refused(onward, why);
      }
      return "redirect:" + payment.page();
    }
    SecurityHeaders.forFormsTo(response, origin());
    model.addAttribute("why", why);
    model.addAttribute("view", new View(payment, held(uuid), url, settings.live()));
    return "checkout";
  }

  /** The client says that it pays: onward to Stripe. */
  @PostMapping("/paying")
  String pay(Viewer viewer, @PathVariable String id, RedirectAttributes onward) {
    var uuid = Ids.require(id);
    return switch (payments.pay(viewer, uuid, words(viewer))) {
      case Outcome.Done<String>(var to) when to.startsWith("/") -> "redirect:" + to;
      case Outcome.Done<String>(var to) when to.startsWith(origin() + "/") -> "redirect:" + to;
      case Outcome.Done<String> elsewhere -> "redirect:" + PAGE + "/" + id; // has a link to it
      case Outcome.Refused<String>(var why) -> {
        Flash.refused(onward, why);
        var now = payments.get(viewer, uuid); // one way on, or what is said is lost between two
        yield "redirect:" + (now.stage().live() ? PAGE + "/" + id : now.page());
      }
    };
  }

  /** Who comes back may have paid, or not: only Stripe knows. */
  @GetMapping("/return")
  String back(Viewer viewer, @PathVariable String id) {
    var uuid = Ids.require(id);
    payments.get(viewer, uuid);
    receipts.look(uuid);
    return "redirect:" + payments.get(viewer, uuid).page();
  }

  /** The client does not pay after all. */
  @PostMapping("/leaving")
  String leave(Viewer viewer, @PathVariable String id, RedirectAttributes onward) {
    var uuid = Ids.require(id);
    return switch (payments.leave(viewer, uuid)) {
      case Outcome.Done<Expected>(var left) -> "redirect:" + left.page();
      case Outcome.Refused<Expected>(var why) -> {
        Flash.refused(onward, why);
        yield "redirect:" + PAGE + "/" + id;
      }
    };
  }

  private boolean held(UUID payment) {
    return payments.find(payment).filter(c -> c.state() == State.HELD).isPresent();
  }

  private String words(Viewer viewer) {
    return pages.formats(viewer.locale(), viewer.zone()).words("cards.checkout.words");
  }

  /** Where a form of ours may lead to: Stripe, or where the tests pretend to be it. */
  private String origin() {
    return settings.api().equals(StripeSettings.STRIPE)
        ? CHECKOUT
        : URI.create(settings.api()).resolve("/").toString().replaceFirst("/$", "");
  }
}
