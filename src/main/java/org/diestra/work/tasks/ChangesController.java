package org.diestra.work.tasks;

import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.Contracts;
import org.diestra.work.contracts.Side;
import org.diestra.work.tasks.Bargain.Kind;
import org.diestra.work.tasks.TaskPages.Seen;
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

/**
 * {@code …/{id}/changes}: what a delivery lacks; {@code …/{id}/bargains}: what either side would
 * like to change of what was agreed.
 */
@Controller
@RequestMapping("/contracts/{contract}/tasks/{id}")
class ChangesController {
  private final Reviews reviews;
  private final Bargains bargains;
  private final TaskPages pages;
  private final Contracts contracts;

  ChangesController(Reviews reviews, Bargains bargains, TaskPages pages, Contracts contracts) {
    this.reviews = reviews;
    this.bargains = bargains;
    this.pages = pages;
    this.contracts = contracts;
  }

  @GetMapping("/changes")
  String changes(
      Viewer viewer, @PathVariable ContractId contract, @PathVariable TaskId id, Model model) {
    var seen = client(viewer, contract, id);
    var version = String.valueOf(seen.facts().version());
    return changes(seen, new ChangesForm(Map.of("seen", version)), model);
  }

  @PostMapping("/changes")
  String request(
      Viewer viewer,
      @PathVariable ContractId contract,
      @PathVariable TaskId id,
      @RequestParam Map<String, String> fields,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var seen = client(viewer, contract, id);
    var form = new ChangesForm(fields);
    var problems = new Problems();
    var wanted = form.read(seen.facts(), pages.steps(seen.task()), problems);
    if (wanted == null) {
      return Pages.again(response, model, problems, changes(seen, form, model));
    }
    return switch (reviews.request(viewer, id, form.seen(), wanted)) {
      case Outcome.Done<TaskId> done -> onward(seen, "tasks.done.changes", onward);
      case Outcome.Refused<TaskId>(var why) ->
          Pages.again(response, model, why, changes(seen, form, model));
    };
  }

  private String changes(Seen seen, ChangesForm form, Model model) {
    model.addAttribute("seen", seen);
    model.addAttribute("form", form);
    model.addAttribute("steps", pages.steps(seen.task()));
    return "changes";
  }

  private Seen client(Viewer viewer, ContractId contract, TaskId id) {
    var seen = pages.seen(viewer, contract, id);
    if (!seen.is(Side.CLIENT)) {
      throw new NotFound();
    }
    return seen;
  }

  @GetMapping("/bargains")
  String bargain(
      Viewer viewer,
      @PathVariable ContractId contract,
      @PathVariable TaskId id,
      @RequestParam @Nullable String kind,
      Model model) {
    var what = BargainForm.kind(kind).orElseThrow(NotFound::new);
    var seen = side(viewer, contract, id);
    var zones = zones(viewer, contract);
    return bargain(seen, what, zones, BargainForm.blank(what, zones.getFirst()), model);
  }

  @PostMapping("/bargains")
  String ask(
      Viewer viewer,
      @PathVariable ContractId contract,
      @PathVariable TaskId id,
      @ModelAttribute("form") BargainForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var what = BargainForm.kind(form.kind()).orElseThrow(NotFound::new);
    var seen = side(viewer, contract, id);
    var zones = zones(viewer, contract);
    var problems = new Problems();
    var asked = form.read(what, seen.facts().work(), zones, problems);
    if (asked == null) {
      return Pages.again(response, model, problems, bargain(seen, what, zones, form, model));
    }
    return switch (bargains.ask(viewer, id, asked)) {
      case Outcome.Done<TaskId> done -> onward(seen, "tasks.done.asked", onward);
      case Outcome.Refused<TaskId>(var why) ->
          Pages.again(response, model, why, bargain(seen, what, zones, form, model));
    };
  }

  private String bargain(Seen seen, Kind what, List<ZoneId> zones, BargainForm form, Model model) {
    model.addAttribute("seen", seen);
    model.addAttribute("kind", what);
    model.addAttribute("zones", zones);
    model.addAttribute("form", form);
    return "bargain";
  }

  private List<ZoneId> zones(Viewer viewer, ContractId contract) {
    return pages.zones(viewer, contracts.get(viewer, contract));
  }

  private Seen side(Viewer viewer, ContractId contract, TaskId id) {
    var seen = pages.seen(viewer, contract, id);
    if (!seen.commits()) {
      throw new NotFound();
    }
    return seen;
  }

  private static String onward(Seen seen, String said, RedirectAttributes onward) {
    Flash.ok(onward, said);
    return "redirect:" + seen.href("");
  }
}
