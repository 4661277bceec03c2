package org.diestra.money.cards;

import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Operators;
import org.diestra.platform.sessions.Proven;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /operator/cards}: the line to Stripe, its books beside ours, and what waits. */
@Controller
@Operators
@RequestMapping(DeskController.PAGE)
class DeskController {
  static final String PAGE = "/operator/cards";
  private final CardDesk desk;
  private final HeldPayments held;
  private final Movements movements;

  DeskController(CardDesk desk, HeldPayments held, Movements movements) {
    this.desk = desk;
    this.held = held;
    this.movements = movements;
  }

  @GetMapping
  String index(Model model) {
    model.addAttribute("view", desk.view());
    return "desk";
  }

  /** Reads what has moved at Stripe now, and not only when it is time. */
  @PostMapping("/reading")
  String read(RedirectAttributes onward) {
    try {
      movements.run();
      Flash.ok(onward, "cards.desk.read");
    } catch (StripeLine.Silence | StripeLine.Refusal later) {
      Flash.note(onward, "cards.conflict.silent.operator");
    }
    return "redirect:" + PAGE;
  }

  @Proven(page = PAGE)
  @PostMapping("/payments/{id}/credit")
  String take(Viewer viewer, @PathVariable String id, RedirectAttributes onward) {
    tell(held.take(viewer, Ids.require(id)), "cards.desk.taken", onward);
    return "redirect:" + PAGE;
  }

  @Proven(page = PAGE)
  @PostMapping("/payments/{id}/refund")
  String giveBack(Viewer viewer, @PathVariable String id, RedirectAttributes onward) {
    tell(held.giveBack(viewer, Ids.require(id)), "cards.desk.given-back", onward);
    return "redirect:" + PAGE;
  }

  private static void tell(Outcome<Checkout> outcome, String done, RedirectAttributes onward) {
    switch (outcome) {
      case Outcome.Done<Checkout> it -> Flash.ok(onward, done);
      case Outcome.Refused<Checkout>(var why) -> Flash.refused(onward, why);
    }
  }
}
