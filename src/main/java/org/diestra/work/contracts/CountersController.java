package org.diestra.work.contracts;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.diestra.platform.accounts.Viewer;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Answering an offer with other terms. */
@Controller
@RequestMapping("/offers/{id}/counter")
class CountersController {
  private final Offers offers;
  private final OfferPages pages;
  private final Clock clock;

  CountersController(Offers offers, OfferPages pages, Clock clock) {
    this.offers = offers;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping
  String form(Viewer viewer, @PathVariable OfferId id, Model model) {
    model.addAttribute("form", pages.standing(viewer, id));
    return pages.counter(viewer, id, model);
  }

  @PostMapping
  String counter(
      Viewer viewer,
      @PathVariable OfferId id,
      @ModelAttribute("form") TermsForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var problems = new Problems();
    var terms = form.read(pages.currency(viewer, id), clock, problems);
    var signing = Signatures.read(form, viewer, problems);
    if (terms == null || problems.any()) {
      return Pages.again(response, model, problems, pages.counter(viewer, id, model));
    }
    return offers
        .counter(viewer, id, form.seenVersion(), terms, signing)
        .fold(
            done -> {
              Flash.ok(onward, "contracts.counter.sent");
              return "redirect:/offers/" + id;
            },
            why -> Pages.again(response, model, why, pages.counter(viewer, id, model)));
  }
}
