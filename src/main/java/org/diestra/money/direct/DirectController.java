package org.diestra.money.direct;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import org.diestra.money.direct.DirectPages.Paying;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * {@code /contracts/{id}/money/direct}: what is due from account to account, saying that it was
 * paid, and saying whether it arrived.
 */
@Controller
@RequestMapping("/contracts/{id}/money/direct")
class DirectController {
  private final DirectPages pages;
  private final Proofs proofs;
  private final Answers answers;
  private final Rests rests;
  private final Clock clock;

  DirectController(DirectPages pages, Proofs proofs, Answers answers, Rests rests, Clock clock) {
    this.pages = pages;
    this.proofs = proofs;
    this.answers = answers;
    this.rests = rests;
    this.clock = clock;
  }

  @GetMapping
  String show(Viewer viewer, @PathVariable ContractId id, Model model) {
    model.addAttribute("view", pages.view(viewer, id));
    return "index";
  }

  @GetMapping("/payment")
  String pay(Viewer viewer, @PathVariable ContractId id, Model model) {
    var paying = pages.paying(viewer, id);
    return form(viewer, paying, SayForm.of(paying.view(), paying.words(), today(viewer)), model);
  }

  private String form(Viewer viewer, Paying paying, SayForm form, Model model) {
    pages.shown(viewer, paying);
    model.addAttribute("paying", paying);
    model.addAttribute("form", form);
    return "pay";
  }

  private LocalDate today(Viewer viewer) {
    return LocalDate.ofInstant(clock.instant(), viewer.zone());
  }

  @PostMapping("/payment")
  String say(
      Viewer viewer,
      @PathVariable ContractId id,
      @ModelAttribute("form") SayForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var paying = pages.paying(viewer, id);
    var problems = new Problems();
    var saying = form.read(paying.view(), today(viewer), problems).orElse(null);
    if (saying == null) {
      return Pages.again(response, model, problems, form(viewer, paying, form, model));
    }
    return proofs
        .say(viewer, id, saying)
        .fold(
            proof -> {
              Flash.ok(onward, "direct.said", proof.facts().amount());
              return "redirect:" + paying.view().base();
            },
            why ->
                Pages.again(response, model, problems.add(why), form(viewer, paying, form, model)));
  }

  @PostMapping("/dues/{entry}/renunciation")
  String letGo(
      Viewer viewer,
      @PathVariable ContractId id,
      @PathVariable String entry,
      @RequestParam String rest,
      RedirectAttributes onward) {
    long seen = Typed.line(rest).matches("[0-9]{1,16}") ? Long.parseLong(Typed.line(rest)) : 0;
    switch (rests.letGo(viewer, id, Ids.require(entry), seen)) {
      case Outcome.Done<Due>(var due) -> Flash.ok(onward, "direct.let-go.done", due.rest());
      case Outcome.Refused<Due>(var why) -> Flash.refused(onward, why);
    }
    return "redirect:" + DirectNotices.page(id);
  }

  @GetMapping("/{proof}")
  String one(Viewer viewer, @PathVariable ContractId id, @PathVariable String proof, Model model) {
    var one = pages.one(viewer, id, Ids.require(proof));
    model.addAttribute("form", AnswerForm.of(one.proof()));
    return one(one, model);
  }

  private static String one(DirectPages.One one, Model model) {
    model.addAttribute("one", one);
    return "show";
  }

  @PostMapping("/{proof}/arrival")
  String arrive(
      Viewer viewer,
      @PathVariable ContractId id,
      @PathVariable String proof,
      @ModelAttribute("form") AnswerForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var one = pages.answering(viewer, id, Ids.require(proof));
    var problems = new Problems();
    var amount = form.arrived(one.view().plan().currency(), problems).orElse(null);
    if (amount == null) {
      return Pages.again(response, model, problems, one(one, model));
    }
    return after(
        answers.arrive(viewer, one.proof().facts().id(), form.version(), amount),
        one,
        "direct.arrived",
        onward);
  }

  @PostMapping("/{proof}/denial")
  String deny(
      Viewer viewer,
      @PathVariable ContractId id,
      @PathVariable String proof,
      @ModelAttribute("form") AnswerForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var one = pages.answering(viewer, id, Ids.require(proof));
    var problems = new Problems();
    var words = form.why(problems).orElse(null);
    if (words == null) {
      return Pages.again(response, model, problems, one(one, model));
    }
    return after(
        answers.deny(viewer, one.proof().facts().id(), form.version(), words),
        one,
        "direct.denied",
        onward);
  }

  @PostMapping("/{proof}/withdrawal")
  String withdraw(
      Viewer viewer,
      @PathVariable ContractId id,
      @PathVariable String proof,
      @ModelAttribute("form") AnswerForm form,
      RedirectAttributes onward) {
    var one = pages.one(viewer, id, Ids.require(proof));
    return after(
        proofs.withdraw(viewer, one.proof().facts().id(), form.version()),
        one,
        "direct.withdrawn",
        onward);
  }

  private static String after(
      Outcome<Proof> outcome, DirectPages.One one, String key, RedirectAttributes onward) {
    switch (outcome) {
      case Outcome.Done<Proof> done -> Flash.ok(onward, key);
      case Outcome.Refused<Proof>(var why) -> Flash.refused(onward, why);
    }
    return "redirect:" + one.proof().facts().href();
  }
}
