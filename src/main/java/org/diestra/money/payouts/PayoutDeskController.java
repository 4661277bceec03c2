package org.diestra.money.payouts;

import java.util.ArrayList;
import java.util.List;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Operators;
import org.diestra.platform.sessions.Proven;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * {@code /operator/payouts}: what waits for one operator, what waits for another, what went out.
 */
@Controller
@Operators
@RequestMapping(PayoutDeskController.PAGE)
class PayoutDeskController {
  static final String PAGE = "/operator/payouts";
  private static final int A_PAGE = 20;
  private final PayoutDesk desk;
  private final Approvals approvals;
  private final Freezes freezes;

  PayoutDeskController(PayoutDesk desk, Approvals approvals, Freezes freezes) {
    this.desk = desk;
    this.approvals = approvals;
    this.freezes = freezes;
  }

  @GetMapping
  String index(Viewer viewer, @RequestParam @Nullable String after, Model model) {
    var start = after == null ? null : Ids.require(after);
    model.addAttribute("view", desk.of(viewer, start, A_PAGE));
    return "desk";
  }

  /**
   * @param payout of each that was ticked, its id, a dot and that of the account that was shown
   */
  @Proven(page = PAGE)
  @PostMapping("/approvals")
  String approve(
      Viewer viewer,
      @RequestParam(required = false) @Nullable List<String> payout,
      RedirectAttributes onward) {
    var refused = new ArrayList<Refusal>();
    int approved = 0;
    for (var one : payout == null ? List.<String>of() : payout) {
      var ids = one.split("\\.", 2);
      if (ids.length != 2) {
        throw new NotFound();
      }
      switch (approvals.approve(viewer, Ids.require(ids[0]), Ids.require(ids[1]))) {
        case Outcome.Done<Payout> done -> approved++;
        case Outcome.Refused<Payout>(var why) -> refused.add(why);
      }
    }
    if (!refused.isEmpty()) {
      Flash.refused(onward, refused.getFirst());
    } else if (approved == 0) {
      Flash.note(onward, "payouts.desk.none-chosen");
    } else {
      Flash.ok(onward, "payouts.desk.approved", approved);
    }
    return "redirect:" + PAGE;
  }

  @PostMapping("/{id}/refusal")
  String decline(Viewer viewer, @PathVariable String id, RedirectAttributes onward) {
    switch (approvals.decline(viewer, Ids.require(id))) {
      case Outcome.Done<Payout>(var declined) ->
          Flash.ok(onward, "payouts.desk.declined", declined.facts().amount());
      case Outcome.Refused<Payout>(var why) -> Flash.refused(onward, why);
    }
    return "redirect:" + PAGE;
  }

  @PostMapping("/{id}/withdrawal")
  String withdraw(Viewer viewer, @PathVariable String id, RedirectAttributes onward) {
    switch (approvals.withdraw(viewer, Ids.require(id))) {
      case Outcome.Done<Payout>(var asked) ->
          Flash.ok(onward, "payouts.desk.withdrawn", asked.facts().amount());
      case Outcome.Refused<Payout>(var why) -> Flash.refused(onward, why);
    }
    return "redirect:" + PAGE;
  }

  @Proven(page = PAGE)
  @PostMapping("/stopped/{person}/end")
  String thaw(Viewer viewer, @PathVariable String person, RedirectAttributes onward) {
    switch (freezes.end(viewer, PersonId.of(person))) {
      case Outcome.Done<PersonId> done -> Flash.ok(onward, "payouts.desk.thawed");
      case Outcome.Refused<PersonId>(var why) -> Flash.refused(onward, why);
    }
    return "redirect:" + PAGE;
  }
}
