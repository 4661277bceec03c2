package org.diestra.hiring.jobs;

import jakarta.servlet.http.HttpServletResponse;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Raising what is paid at most, without touching anything else. */
@Controller
class CeilingController {
  private final Life life;
  private final Viewing viewing;

  CeilingController(Life life, Viewing viewing) {
    this.life = life;
    this.viewing = viewing;
  }

  @GetMapping("/jobs/{id}/ceiling")
  String ceiling(Viewer viewer, @PathVariable JobId id, Model model) {
    var whole = viewing.own(id, viewer);
    if (whole.job().stage() == Stage.DRAFT) {
      return "redirect:/jobs/" + id + "/edit/conditions";
    }
    return show(whole, viewer, CeilingForm.of(whole.terms().pay()), model);
  }

  @PostMapping("/jobs/{id}/ceiling")
  String change(
      Viewer viewer,
      @PathVariable JobId id,
      @ModelAttribute("form") CeilingForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var whole = viewing.own(id, viewer);
    if (whole.job().stage() == Stage.DRAFT) {
      return "redirect:/jobs/" + id + "/edit/conditions";
    }
    var problems = new Problems();
    var pay = form.read(whole.terms().pay(), problems);
    if (pay == null) {
      return Pages.again(response, model, problems, show(whole, viewer, form, model));
    }
    return life.pay(viewer, id, pay)
        .fold(
            job -> {
              Flash.ok(onward, "jobs.ceiling.done");
              return "redirect:/jobs/" + id;
            },
            why -> Pages.again(response, model, why, show(whole, viewer, form, model)));
  }

  private String show(Whole whole, Viewer viewer, CeilingForm form, Model model) {
    model.addAttribute("job", viewing.view(whole, viewer));
    model.addAttribute("form", form);
    return "ceiling";
  }
}
