package org.diestra.money.transfers;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Iban;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Operators;
import org.diestra.platform.page.Pages;
import org.diestra.platform.sessions.Proven;
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

/** {@code /operator/transfers/refunds/{id}}: a client's money that is to go back. */
@Controller
@Operators
@RequestMapping(DeskController.PAGE + "/refunds/{id}")
class SendBackController {
  private static final int EVIDENCE = 140;
  private final SendBacks sendBacks;
  private final Organisations organisations;

  SendBackController(SendBacks sendBacks, Organisations organisations) {
    this.sendBacks = sendBacks;
    this.organisations = organisations;
  }

  /** To whom it goes, as an operator types it. */
  record Form(@Nullable String party, @Nullable String account) {
    String plain(Problems problems) {
      var typed = new Typed(problems);
      var text =
          typed
              .line("account", account, 60, "transfers.account.missing")
              .replaceAll("[\\s\u00a0\u202f.-]", "")
              .toUpperCase(Locale.ROOT);
      boolean iban = text.matches("[A-Z]{2}[0-9]{2}.*");
      if (iban && Iban.read(text).isEmpty()) {
        problems.add("account", "transfers.iban.wrong");
      } else if (!text.isEmpty() && !text.matches("[0-9A-Z]{4,34}")) {
        problems.add("account", "transfers.number.wrong");
      }
      return text;
    }
  }

  @GetMapping
  String show(Viewer viewer, @PathVariable String id, Model model) {
    model.addAttribute("form", new Form(null, null));
    return page(viewer, sendBacks.get(Ids.require(id)), model);
  }

  private String page(Viewer viewer, SendBack back, Model model) {
    model.addAttribute("back", back);
    model.addAttribute("operator", viewer.id());
    model.addAttribute("client", organisations.get(back.client()).name());
    return "refund";
  }

  @Proven(page = DeskController.PAGE)
  @PostMapping("/account")
  String tell(
      Viewer viewer,
      @PathVariable String id,
      @ModelAttribute("form") Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var back = sendBacks.get(Ids.require(id));
    var problems = new Problems();
    var party =
        new Typed(problems).line("party", form.party(), 140, "transfers.refund.party.missing");
    var account = form.plain(problems);
    if (problems.any()) {
      return Pages.again(response, model, problems, page(viewer, back, model));
    }
    var outcome = sendBacks.tell(viewer, back.refund(), party, account);
    return answer(outcome, back.refund(), "transfers.refund.told", onward);
  }

  @Proven(page = DeskController.PAGE)
  @PostMapping("/check")
  String check(
      Viewer viewer,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String seen,
      RedirectAttributes onward) {
    var refund = Ids.require(id);
    var outcome = sendBacks.check(viewer, refund, seen);
    return answer(outcome, refund, "transfers.refund.checked", onward);
  }

  /**
   * @param paid or it could not be paid, and is the client's again
   */
  @Proven(page = DeskController.PAGE)
  @PostMapping("/outcome")
  String settle(
      Viewer viewer,
      @PathVariable String id,
      @RequestParam boolean paid,
      @RequestParam(defaultValue = "") String evidence,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var refund = Ids.require(id);
    var problems = new Problems();
    var text =
        new Typed(problems)
            .line("evidence", evidence, EVIDENCE, "transfers.refund.evidence.missing");
    if (problems.any()) {
      model.addAttribute("form", new Form(null, null));
      return Pages.again(response, model, problems, page(viewer, sendBacks.get(refund), model));
    }
    var outcome = sendBacks.settle(viewer, refund, paid, text);
    return answer(
        outcome, refund, paid ? "transfers.refund.paid" : "transfers.refund.refused", onward);
  }

  private static String answer(
      Outcome<SendBack> outcome, UUID refund, String said, RedirectAttributes onward) {
    return switch (outcome) {
      case Outcome.Done<SendBack>(var back) -> {
        Flash.ok(onward, said, back.amount());
        yield "redirect:" + DeskController.PAGE;
      }
      case Outcome.Refused<SendBack>(var why) -> {
        Flash.refused(onward, why);
        yield "redirect:" + DeskController.PAGE + "/refunds/" + Ids.text(refund);
      }
    };
  }
}
