package org.diestra.operator.disputes;

import jakarta.servlet.http.HttpServletResponse;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Problems;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.Contracts;
import org.diestra.work.tasks.TaskDisputes;
import org.diestra.work.tasks.TaskDisputes.Offered;
import org.diestra.work.tasks.TaskId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * {@code /contracts/{contract}/tasks/{task}/dispute}: the dispute about a task, or a form to open
 * one.
 */
@Controller
@RequestMapping("/contracts/{contract}/tasks/{task}/dispute")
class OpeningController {
  private final Openings openings;
  private final TaskDisputes tasks;
  private final Contracts contracts;

  OpeningController(Openings openings, TaskDisputes tasks, Contracts contracts) {
    this.openings = openings;
    this.tasks = tasks;
    this.contracts = contracts;
  }

  @GetMapping
  String form(
      Viewer viewer,
      @PathVariable ContractId contract,
      @PathVariable TaskId task,
      Model model,
      RedirectAttributes onward) {
    contracts.get(viewer, contract);
    var all = openings.about(task);
    if (!all.isEmpty()
        && (all.getFirst() instanceof Dispute.Open || !openings.mayOpen(viewer, contract, task))) {
      return "redirect:" + all.getFirst().facts().id().href();
    }
    var offered = tasks.offered(viewer, contract, task);
    if (offered.why() != null) {
      Flash.refused(onward, offered.why());
      return "redirect:" + offered.matter().href();
    }
    return page(viewer, offered, OpenForm.blank(offered), model);
  }

  private String page(Viewer viewer, Offered offered, OpenForm form, Model model) {
    var contract = contracts.get(viewer, offered.matter().contract());
    model.addAttribute("frame", contracts.frame(contract));
    model.addAttribute("offered", offered);
    model.addAttribute("earlier", openings.about(offered.matter().task()));
    model.addAttribute("form", form);
    return "open";
  }

  /**
   * @throws NotFound if the task is not this person's to dispute
   */
  @PostMapping
  String open(
      Viewer viewer,
      @PathVariable ContractId contract,
      @PathVariable TaskId task,
      @ModelAttribute("form") OpenForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var offered = tasks.offered(viewer, contract, task);
    if (offered.why() != null && offered.matter().left() == null) { // nothing to name a figure of
      Flash.refused(onward, offered.why());
      return "redirect:" + offered.matter().href();
    }
    var problems = new Problems();
    var opening = form.read(offered, problems);
    if (opening == null) {
      return Pages.again(response, model, problems, page(viewer, offered, form, model));
    }
    return openings
        .open(viewer, contract, task, opening)
        .fold(
            id -> {
              Flash.ok(onward, "disputes.opened");
              return "redirect:" + id.href();
            },
            why ->
                Pages.again(
                    response, model, problems.add(why), page(viewer, offered, form, model)));
  }
}
