package org.diestra.work.trials;

import jakarta.servlet.http.HttpServletResponse;
import org.diestra.hiring.jobs.Jobs;
import org.diestra.hiring.proposals.BidId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.diestra.work.contracts.Signatures;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /trials?bid=…}: asking whoever bid for a paid trial. */
@Controller
@RequestMapping("/trials")
class TrialAskController {
  private final TrialAsking asking;
  private final TrialPages pages;
  private final Jobs jobs;

  TrialAskController(TrialAsking asking, TrialPages pages, Jobs jobs) {
    this.asking = asking;
    this.pages = pages;
    this.jobs = jobs;
  }

  /** Where none can be asked for now it leads to the bids, with the reason. */
  @GetMapping("/new")
  String form(Viewer viewer, @RequestParam BidId bid, Model model, RedirectAttributes onward) {
    var on = asking.own(viewer, bid);
    var why = asking.closed(jobs.terms(on.job()), bid);
    if (why.isPresent()) {
      Flash.refused(onward, why.get());
      return "redirect:/jobs/" + on.job() + "/bids";
    }
    return pages.ask(viewer, bid, pages.proposed(viewer, bid), model);
  }

  /**
   * @param what {@code send}, or {@code count} for the figures alone
   */
  @PostMapping
  String ask(
      Viewer viewer,
      @RequestParam BidId bid,
      @ModelAttribute("form") TrialForm form,
      @RequestParam(name = "do", defaultValue = "send") String what,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var on = asking.own(viewer, bid);
    if (what.equals("count")) {
      return pages.ask(viewer, bid, form, model);
    }
    var problems = new Problems();
    var draft = form.read(on.price().currency(), pages.today(viewer), pages.hours(), problems);
    var typed = form.signature();
    var signature = Signatures.read(typed == null ? "" : typed, viewer, problems);
    if (draft == null || problems.any()) {
      return Pages.again(response, model, problems, pages.ask(viewer, bid, form, model));
    }
    return switch (asking.ask(viewer, bid, draft, signature)) {
      case Outcome.Refused<TrialAsking.Answer>(var why) ->
          Pages.again(response, model, why, pages.ask(viewer, bid, form, model));
      case Outcome.Done<TrialAsking.Answer>(TrialAsking.Answer.Sent(var id)) -> {
        Flash.ok(onward, "trials.asked");
        yield "redirect:" + id.href();
      }
      case Outcome.Done<TrialAsking.Answer>(TrialAsking.Answer.Stopped stopped) -> {
        Flash.note(onward, "trials.farm.stopped");
        yield "redirect:/jobs/" + on.job();
      }
    };
  }

  /** The figures alone, while the price is being typed. */
  @PostMapping("/figures")
  String figures(
      Viewer viewer, @RequestParam BidId bid, @ModelAttribute("form") TrialForm form, Model model) {
    pages.ask(viewer, bid, form, model);
    return "_figures";
  }
}
