package org.diestra.money.transfers;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Operators;
import org.diestra.platform.page.Pages;
import org.diestra.platform.sessions.Proven;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /operator/transfers}: what came in, what waits, and where the house collects. */
@Controller
@Operators
@RequestMapping(DeskController.PAGE)
class DeskController {
  static final String PAGE = "/operator/transfers";
  private final TransferDesk desk;
  private final Collecting collecting;
  private final Clock clock;

  DeskController(TransferDesk desk, Collecting collecting, Clock clock) {
    this.desk = desk;
    this.collecting = collecting;
    this.clock = clock;
  }

  @GetMapping
  String index(Viewer viewer, Model model) {
    model.addAttribute("view", desk.view(viewer.id()));
    return "desk";
  }

  @Proven(page = PAGE + "/accounts/new")
  @GetMapping("/accounts/new")
  String form(Model model) {
    model.addAttribute("form", AccountForm.EMPTY);
    return "account";
  }

  @Proven(page = PAGE + "/accounts/new")
  @PostMapping("/accounts")
  String open(
      Viewer viewer,
      @ModelAttribute("form") AccountForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var problems = new Problems();
    var account = form.read(problems, clock.instant());
    if (account.isEmpty()) {
      return Pages.again(response, model, problems, "account");
    }
    return switch (collecting.open(viewer, account.get())) {
      case Outcome.Refused<CollectingAccount>(var why) ->
          Pages.again(response, model, why, "account");
      case Outcome.Done<CollectingAccount>(var opened) -> {
        Flash.ok(onward, "transfers.account.opened", opened.currency().getCurrencyCode());
        yield "redirect:" + PAGE;
      }
    };
  }

  @Proven(page = PAGE)
  @PostMapping("/accounts/{id}/offer")
  String offer(Viewer viewer, @PathVariable String id, RedirectAttributes onward) {
    switch (collecting.offer(viewer, Ids.require(id))) {
      case Outcome.Done<CollectingAccount>(var account) ->
          Flash.ok(onward, "transfers.account.opened", account.currency().getCurrencyCode());
      case Outcome.Refused<CollectingAccount>(var why) -> Flash.refused(onward, why);
    }
    return "redirect:" + PAGE;
  }

  @Proven(page = PAGE)
  @PostMapping("/accounts/{id}/end")
  String close(Viewer viewer, @PathVariable String id, RedirectAttributes onward) {
    switch (collecting.close(viewer, Ids.require(id))) {
      case Outcome.Done<CollectingAccount> done -> Flash.ok(onward, "transfers.account.closed");
      case Outcome.Refused<CollectingAccount>(var why) -> Flash.refused(onward, why);
    }
    return "redirect:" + PAGE;
  }
}
