package org.diestra.work.contracts;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.diestra.hiring.proposals.BidId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /offers}: making an offer, looking at it, accepting, declining, withdrawing. */
@Controller
@RequestMapping("/offers")
class OffersController {
  private final Offers offers;
  private final OfferPages pages;
  private final Clock clock;

  OffersController(Offers offers, OfferPages pages, Clock clock) {
    this.offers = offers;
    this.pages = pages;
    this.clock = clock;
  }

  /** A bid that has moved on leads to the others of its job, with what became of it. */
  @GetMapping("/new")
  String form(Viewer viewer, @RequestParam BidId bid, Model model, RedirectAttributes onward) {
    var why = pages.notOfferable(viewer, bid);
    if (why.isPresent()) {
      Flash.refused(onward, why.get());
      return "redirect:" + pages.bids(viewer, bid);
    }
    model.addAttribute("form", pages.proposed(viewer, bid));
    return pages.make(viewer, bid, model);
  }

  @PostMapping
  String make(
      Viewer viewer,
      @RequestParam BidId bid,
      @ModelAttribute("form") TermsForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var problems = new Problems();
    var terms = form.read(pages.currency(viewer, bid), clock, problems);
    var signing = Signatures.read(form, viewer, problems);
    if (terms == null || problems.any()) {
      return Pages.again(response, model, problems, pages.make(viewer, bid, model));
    }
    return offers
        .make(viewer, bid, terms, form.check(), signing)
        .fold(
            id -> {
              Flash.ok(onward, "contracts.offer.sent");
              return "redirect:/offers/" + id;
            },
            why -> Pages.again(response, model, why, pages.make(viewer, bid, model)));
  }

  @GetMapping("/{id}")
  String show(Viewer viewer, @PathVariable OfferId id, Model model) {
    return pages.show(viewer, id, model);
  }

  @PostMapping("/{id}/acceptance")
  String accept(
      Viewer viewer,
      @PathVariable OfferId id,
      @RequestParam(defaultValue = "0") int seen,
      @RequestParam(defaultValue = "") String signature,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var problems = new Problems();
    var name = Signatures.read(signature, viewer, problems);
    if (problems.any()) {
      return Pages.again(response, model, problems, pages.show(viewer, id, model));
    }
    return offers
        .accept(viewer, id, seen, name)
        .fold(
            contract -> {
              Flash.ok(onward, "contracts.signed");
              return "redirect:/contracts/" + contract;
            },
            why -> Pages.again(response, model, why, pages.show(viewer, id, model)));
  }

  @PostMapping("/{id}/refusal")
  String decline(
      Viewer viewer,
      @PathVariable OfferId id,
      @RequestParam(defaultValue = "0") int seen,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var done = offers.decline(viewer, id, seen);
    return answer(done, "contracts.offer.declined.done", viewer, id, model, response, onward);
  }

  @PostMapping("/{id}/withdrawal")
  String withdraw(
      Viewer viewer,
      @PathVariable OfferId id,
      @RequestParam(defaultValue = "0") int seen,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var done = offers.withdraw(viewer, id, seen);
    return answer(done, "contracts.offer.withdrawn.done", viewer, id, model, response, onward);
  }

  private String answer(
      Outcome<OfferId> done,
      String key,
      Viewer viewer,
      OfferId id,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    return done.fold(
        gone -> {
          Flash.ok(onward, key);
          return "redirect:/offers/" + id;
        },
        why -> Pages.again(response, model, why, pages.show(viewer, id, model)));
  }
}
