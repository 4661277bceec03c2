package org.diestra.work.tasks;

import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.diestra.office.manuals.Manuals;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.diestra.work.contracts.ContractFrame;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.Contracts;
import org.diestra.work.contracts.Pay;
import org.diestra.work.engagements.Engagement;
import org.diestra.work.engagements.Engagements;
import org.diestra.work.tasks.Task.Proposed;
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

/** {@code /contracts/{contract}/tasks/new} and {@code …/{id}/revision}: what is proposed. */
@Controller
@RequestMapping("/contracts/{contract}/tasks")
class ProposalController {
  private final Tasks tasks;
  private final TaskPages pages;
  private final Contracts contracts;
  private final Engagements engagements;
  private final Manuals manuals;

  ProposalController(
      Tasks tasks, TaskPages pages, Contracts contracts, Engagements engagements, Manuals manuals) {
    this.tasks = tasks;
    this.pages = pages;
    this.contracts = contracts;
    this.engagements = engagements;
    this.manuals = manuals;
  }

  /**
   * A form for a task.
   *
   * @param task what it would be proposed anew for, or null for a new one
   * @param procedures id to title
   */
  record Sheet(
      ContractFrame frame,
      @Nullable Facts task,
      Pay pay,
      Map<String, String> procedures,
      List<ZoneId> zones) {
    String href() {
      return task == null ? frame.href("tasks") : task.place().href() + "/revision";
    }

    String back() {
      return task == null ? frame.href("tasks") : task.place().href();
    }
  }

  @GetMapping("/new")
  String fresh(
      Viewer viewer,
      @PathVariable ContractId contract,
      @RequestParam @Nullable String procedure,
      @RequestParam(defaultValue = "") String title,
      @RequestParam(defaultValue = "") String brief,
      Model model) {
    var sheet = sheet(viewer, contract, null);
    model.addAttribute("sheet", sheet);
    var blank = TaskForm.blank(sheet.pay(), sheet.zones().getFirst(), procedure);
    model.addAttribute("form", blank.begun(title, brief));
    return "new";
  }

  @PostMapping
  String propose(
      Viewer viewer,
      @PathVariable ContractId contract,
      @ModelAttribute("form") TaskForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var sheet = sheet(viewer, contract, null);
    return saved(
        sheet,
        form,
        work -> tasks.propose(viewer, contract, work),
        "tasks.done.proposed",
        model,
        response,
        onward);
  }

  @GetMapping("/{id}/revision")
  String change(
      Viewer viewer, @PathVariable ContractId contract, @PathVariable TaskId id, Model model) {
    var facts = proposed(viewer, contract, id);
    var sheet = sheet(viewer, contract, facts);
    model.addAttribute("sheet", sheet);
    model.addAttribute("form", TaskForm.of(facts, sheet.zones().getFirst()));
    return "new";
  }

  @PostMapping("/{id}/revision")
  String revise(
      Viewer viewer,
      @PathVariable ContractId contract,
      @PathVariable TaskId id,
      @ModelAttribute("form") TaskForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var seen = pages.seen(viewer, contract, id);
    if (!seen.commits()) {
      throw new NotFound();
    }
    var sheet = sheet(viewer, contract, seen.facts());
    return saved(
        sheet,
        form,
        work -> tasks.revise(viewer, id, form.seen(), work),
        "tasks.done.revised",
        model,
        response,
        onward);
  }

  private String saved(
      Sheet sheet,
      TaskForm form,
      Function<Work, Outcome<TaskId>> verb,
      String said,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    model.addAttribute("sheet", sheet);
    var problems = new Problems();
    var work = form.read(sheet.pay(), sheet.zones(), problems);
    if (work == null) {
      return Pages.again(response, model, problems, "new");
    }
    return verb.apply(work)
        .fold(
            id -> {
              Flash.ok(onward, said);
              return "redirect:" + sheet.frame().href("tasks/" + id);
            },
            why -> Pages.again(response, model, why, "new"));
  }

  /**
   * @throws NotFound if the viewer may not propose it otherwise
   */
  private Facts proposed(Viewer viewer, ContractId contract, TaskId id) {
    var seen = pages.seen(viewer, contract, id);
    if (!seen.commits() || !(seen.task() instanceof Proposed)) {
      throw new NotFound();
    }
    return seen.facts();
  }

  /**
   * @throws NotFound if the viewer may not propose anything there
   */
  private Sheet sheet(Viewer viewer, ContractId id, @Nullable Facts task) {
    var contract = contracts.get(viewer, id);
    Engagement engagement = engagements.get(id);
    var facts = engagement.facts();
    if (facts.sideOf(viewer).isEmpty()) {
      throw new NotFound();
    }
    var procedures = new LinkedHashMap<String, String>();
    manuals
        .published(facts.workspace(), facts.duties())
        .forEach(p -> procedures.put(p.id().toString(), p.title()));
    return new Sheet(
        contracts.frame(contract),
        task,
        contracts.terms(id).pay(),
        procedures,
        pages.zones(viewer, contract));
  }
}
