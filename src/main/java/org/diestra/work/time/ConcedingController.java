package org.diestra.work.time;

import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.page.Flash;
import org.diestra.work.contracts.ContractId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /contracts/{id}/time/disputed}: one side gives way about lines of a closed week. */
@Controller
@RequestMapping("/contracts/{id}/time/disputed")
class ConcedingController {
  private final Conceding conceding;

  ConcedingController(Conceding conceding) {
    this.conceding = conceding;
  }

  @PostMapping("/settlement")
  String count(
      Viewer viewer,
      @PathVariable ContractId id,
      @RequestParam String week,
      RedirectAttributes onward) {
    var of = week(week);
    return after(conceding.count(viewer, id, of), id, of, "time.disputed.counted", onward);
  }

  @PostMapping("/renunciation")
  String letGo(
      Viewer viewer,
      @PathVariable ContractId id,
      @RequestParam String week,
      RedirectAttributes onward) {
    var of = week(week);
    return after(conceding.letGo(viewer, id, of), id, of, "time.disputed.let-go", onward);
  }

  private static String after(
      Outcome<Integer> outcome, ContractId id, Week week, String key, RedirectAttributes onward) {
    switch (outcome) {
      case Outcome.Done<Integer>(var minutes) -> Flash.ok(onward, key, CellText.length(minutes));
      case Outcome.Refused<Integer>(var why) -> Flash.refused(onward, why);
    }
    return "redirect:/contracts/" + id + "/time?week=" + week;
  }

  private static Week week(String text) {
    return Week.read(text).orElseThrow(NotFound::new);
  }
}
