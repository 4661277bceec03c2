package org.diestra.money.retainers;

import jakarta.servlet.http.HttpServletResponse;
import org.diestra.money.retainers.RetainerPages.One;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Problems;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.diestra.work.contracts.ContractId;
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

/** {@code /contracts/{id}/money/retainer}: its months, and one of them as evidence. */
@Controller
@RequestMapping("/contracts/{id}/money/retainer")
class RetainersController {
  private final RetainerPages pages;
  private final GivingBack giving;

  RetainersController(RetainerPages pages, GivingBack giving) {
    this.pages = pages;
    this.giving = giving;
  }

  @GetMapping
  String list(
      Viewer viewer,
      @PathVariable ContractId id,
      @RequestParam(required = false) @Nullable Integer before,
      Model model) {
    model.addAttribute("view", pages.overview(viewer, id, before));
    return "retainer";
  }

  @GetMapping("/{period}")
  String show(
      Viewer viewer, @PathVariable ContractId id, @PathVariable String period, Model model) {
    var one = pages.one(viewer, id, Ids.require(period));
    return page(one, GiveForm.of(one.period()), model);
  }

  private static String page(One one, GiveForm form, Model model) {
    model.addAttribute("one", one);
    model.addAttribute("form", form);
    return "month";
  }

  /** The assistant does not want a part of it, or all. */
  @PostMapping("/{period}/return")
  String giveBack(
      Viewer viewer,
      @PathVariable ContractId id,
      @PathVariable String period,
      @ModelAttribute("form") GiveForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var one = pages.one(viewer, id, Ids.require(period));
    if (one.seen().client()) {
      throw new NotFound();
    }
    var problems = new Problems();
    var amount = form.read(one.period().cost(), problems).orElse(null);
    if (amount == null) {
      return Pages.again(response, model, problems, page(one, form, model));
    }
    return giving
        .give(viewer, id, one.period().id(), amount, form.version())
        .fold(
            given -> {
              Flash.ok(onward, "retainers.given", given);
              return "redirect:" + one.period().page();
            },
            why -> {
              var again = new GiveForm(form.amount(), one.period().steps());
              return Pages.again(response, model, problems.add(why), page(one, again, model));
            });
  }
}
