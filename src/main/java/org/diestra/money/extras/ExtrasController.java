package org.diestra.money.extras;

import jakarta.servlet.http.HttpServletResponse;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.diestra.work.contracts.ContractId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /contracts/{id}/money/extras}: what was given beside the work, and giving a tip. */
@Controller
@RequestMapping("/contracts/{id}/money/extras")
class ExtrasController {
  private final Tips tips;
  private final ExpensePages expenses;

  ExtrasController(Tips tips, ExpensePages expenses) {
    this.tips = tips;
    this.expenses = expenses;
  }

  @GetMapping
  String show(Viewer viewer, @PathVariable ContractId id, Model model) {
    var view = tips.view(viewer, id);
    model.addAttribute("view", view);
    model.addAttribute("expenses", expenses.of(id));
    model.addAttribute("asks", expenses.asks(viewer, view.plan()));
    return "extras";
  }

  @GetMapping("/tip")
  String form(Viewer viewer, @PathVariable ContractId id, Model model, RedirectAttributes onward) {
    var view = tips.giving(viewer, id);
    if (!view.gives()) {
      boolean waits = view.tips().stream().anyMatch(Tip.Promised.class::isInstance);
      Flash.refused(
          onward, Refusal.conflict(waits ? "extras.conflict.one" : "extras.conflict.over"));
      return back(id);
    }
    return form(view, TipForm.EMPTY, model);
  }

  @PostMapping("/tip")
  String promise(
      Viewer viewer,
      @PathVariable ContractId id,
      @ModelAttribute("form") TipForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var view = tips.giving(viewer, id);
    var problems = new Problems();
    var gift = form.read(view.least(), view.most(), problems).orElse(null);
    if (gift == null) {
      return Pages.again(response, model, problems, form(view, form, model));
    }
    return tips.promise(viewer, id, gift.amount(), gift.words())
        .fold(
            tip -> "redirect:" + tip.facts().subject().fundPage(),
            why -> Pages.again(response, model, problems.add(why), form(view, form, model)));
  }

  @PostMapping("/{tip}/removal")
  String drop(
      Viewer viewer,
      @PathVariable ContractId id,
      @PathVariable String tip,
      RedirectAttributes onward) {
    switch (tips.drop(viewer, id, Ids.require(tip))) {
      case Outcome.Done<Tip> done -> Flash.ok(onward, "extras.tip.dropped");
      case Outcome.Refused<Tip>(var why) -> Flash.refused(onward, why);
    }
    return back(id);
  }

  private static String form(Tips.View view, TipForm form, Model model) {
    model.addAttribute("view", view);
    model.addAttribute("form", form);
    return "tip";
  }

  private static String back(ContractId id) {
    return "redirect:/contracts/" + id + "/money/extras";
  }
}
