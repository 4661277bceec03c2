package org.diestra.money.payouts;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.money.ledger.Book;
import org.diestra.money.ledger.Ledger.Holding;
import org.diestra.money.payouts.PayoutStore.Move;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /money/payouts}: what an assistant may call for, and what became of what they did. */
@Controller
@RequestMapping(PayoutsController.PAGE)
class PayoutsController {
  static final String PAGE = "/money/payouts";
  private static final int A_PAGE = 20;
  private final Payouts payouts;
  private final Payees payees;
  private final Freezes freezes;
  private final Weekly weekly;
  private final Minimums minimums;
  private final List<PayoutWay> ways;

  PayoutsController(
      Payouts payouts,
      Payees payees,
      Freezes freezes,
      Weekly weekly,
      Minimums minimums,
      List<PayoutWay> ways) {
    this.payouts = payouts;
    this.payees = payees;
    this.freezes = freezes;
    this.weekly = weekly;
    this.minimums = minimums;
    this.ways = ways.stream().filter(PayoutWay::offered).toList();
  }

  /**
   * What may be called for.
   *
   * @param least what is paid out at once at least
   */
  record Purse(Book book, Money amount, Money least) {
    boolean enough() {
      return !least.isMoreThan(amount);
    }

    String href() {
      return PAGE + "/new?rail=" + book.rail() + "&currency=" + book.currency().getCurrencyCode();
    }
  }

  /**
   * @param payee where money goes, or null
   * @param frozen since when payouts stand still, or null
   * @param turn of the standing order, or null
   * @param ways where else money may go
   * @param next the address of the next page, or null
   */
  record View(
      List<Purse> purses,
      @Nullable Payee payee,
      @Nullable Instant frozen,
      @Nullable Instant turn,
      List<Payout> payouts,
      List<PayoutWay> ways,
      @Nullable String next) {}

  @GetMapping
  String index(Viewer viewer, @RequestParam @Nullable String after, Model model) {
    var start = after == null ? null : Ids.require(after);
    var found = payouts.of(viewer.id(), start, A_PAGE + 1);
    var page = found.stream().limit(A_PAGE).toList();
    model.addAttribute(
        "view",
        new View(
            payouts.available(viewer.id()).stream().map(this::purse).toList(),
            payees.of(viewer.id()).orElse(null),
            freezes.since(viewer.id()).orElse(null),
            weekly.next(viewer.id()).orElse(null),
            page,
            viewer.assistant() ? ways : List.of(),
            found.size() > A_PAGE
                ? PAGE + "?after=" + Ids.text(page.getLast().facts().id())
                : null));
    return "index";
  }

  private Purse purse(Holding holding) {
    return new Purse(holding.book(), holding.amount(), minimums.of(holding.amount().currency()));
  }

  @GetMapping("/new")
  String ask(Viewer viewer, @RequestParam String rail, @RequestParam String currency, Model model) {
    var book = new RequestForm(null, rail, currency, null).book();
    var all = payouts.available(viewer.id(), book);
    if (payees.of(viewer.id()).isEmpty() || !all.isPositive()) {
      return "redirect:" + PAGE;
    }
    return form(viewer, RequestForm.of(book, all), model);
  }

  @PostMapping
  String request(
      Viewer viewer,
      @ModelAttribute("form") RequestForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var problems = new Problems();
    var id = form.payout();
    var amount = form.read(problems).orElse(null);
    if (amount == null) {
      return again(viewer, form, problems, model, response);
    }
    return payouts
        .request(viewer, id, form.book(), amount)
        .fold(
            payout -> {
              Flash.ok(onward, "payouts.asked", payout.facts().amount());
              return "redirect:" + payout.facts().href();
            },
            why -> {
              if (why.field() == null) {
                Flash.refused(onward, why);
                return "redirect:" + PAGE;
              }
              return again(viewer, form, problems.add(why), model, response);
            });
  }

  private String again(
      Viewer viewer,
      RequestForm form,
      Problems problems,
      Model model,
      HttpServletResponse response) {
    return Pages.again(response, model, problems, form(viewer, form, model));
  }

  private String form(Viewer viewer, RequestForm form, Model model) {
    var book = form.book();
    model.addAttribute("form", form);
    model.addAttribute("all", payouts.available(viewer.id(), book));
    model.addAttribute("least", minimums.of(book.currency()));
    model.addAttribute("payee", payees.of(viewer.id()).orElse(null));
    model.addAttribute("account", payouts.account(viewer.id(), book).orElse(null));
    return "request";
  }

  /**
   * One payout and its course.
   *
   * @param payee the account it was approved for, or the present one before; null where there is
   *     none
   * @param account where its rail pays to, where that is not a bank account
   */
  record One(Payout payout, @Nullable Payee payee, @Nullable String account, List<Move> moves) {
    /** How many steps are behind it. */
    int done() {
      return switch (payout) {
        case Payout.Requested it -> 1;
        case Payout.Approved it -> 2;
        case Payout.Sent it -> 3;
        case Payout.Paid it -> 4;
        case Payout.Returned it -> 0;
        case Payout.Cancelled it -> 0;
      };
    }
  }

  @GetMapping("/{id}")
  String show(Viewer viewer, @PathVariable String id, Model model) {
    var payout = payouts.get(viewer, Ids.require(id));
    var payee = Optional.ofNullable(payouts.payee(payout)).or(() -> payees.of(viewer.id()));
    model.addAttribute(
        "one",
        new One(
            payout,
            payee.orElse(null),
            payouts.account(viewer.id(), payout.facts().book()).orElse(null),
            payouts.moves(payout.facts().id())));
    return "show";
  }

  @PostMapping("/{id}/cancellation")
  String cancel(Viewer viewer, @PathVariable String id, RedirectAttributes onward) {
    UUID payout = Ids.require(id);
    switch (payouts.cancel(viewer, payout)) {
      case Outcome.Done<Payout>(var left) ->
          Flash.ok(onward, "payouts.left", left.facts().amount());
      case Outcome.Refused<Payout>(var why) -> Flash.refused(onward, why);
    }
    return "redirect:" + PAGE + "/" + id;
  }

  @PostMapping("/weekly")
  String begin(Viewer viewer, RedirectAttributes onward) {
    if (payees.of(viewer.id()).isEmpty()) {
      Flash.refused(onward, Refusal.conflict("payouts.conflict.no-details"));
    } else {
      Flash.ok(onward, "payouts.weekly.begun", weekly.begin(viewer));
    }
    return "redirect:" + PAGE;
  }

  @PostMapping("/weekly/end")
  String end(Viewer viewer, RedirectAttributes onward) {
    if (weekly.end(viewer)) {
      Flash.ok(onward, "payouts.weekly.ended");
    }
    return "redirect:" + PAGE;
  }
}
