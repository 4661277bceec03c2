package org.diestra.money.direct;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import org.diestra.money.direct.DirectPages.View;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Problems;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * {@code /contracts/{id}/money/direct/arrival}: the assistant says that something arrived of which
 * the client has said nothing.
 */
@Controller
@RequestMapping("/contracts/{id}/money/direct/arrival")
class ArrivalController {
  private final DirectPages pages;
  private final Answers answers;
  private final Clock clock;

  ArrivalController(DirectPages pages, Answers answers, Clock clock) {
    this.pages = pages;
    this.answers = answers;
    this.clock = clock;
  }

  @GetMapping
  String ask(Viewer viewer, @PathVariable ContractId id, Model model) {
    var view = pages.getting(viewer, id);
    return form(view, SayForm.got(view, today(viewer)), model);
  }

  private static String form(View view, SayForm form, Model model) {
    model.addAttribute("view", view);
    model.addAttribute("form", form);
    return "got";
  }

  private LocalDate today(Viewer viewer) {
    return LocalDate.ofInstant(clock.instant(), viewer.zone());
  }

  @PostMapping
  String got(
      Viewer viewer,
      @PathVariable ContractId id,
      @ModelAttribute("form") SayForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var view = pages.getting(viewer, id);
    var problems = new Problems();
    var saying = form.read(view, today(viewer), problems).orElse(null);
    if (saying == null) {
      return Pages.again(response, model, problems, form(view, form, model));
    }
    return answers
        .got(viewer, id, saying)
        .fold(
            proof -> {
              Flash.ok(onward, "direct.arrived");
              return "redirect:" + view.base();
            },
            why -> Pages.again(response, model, problems.add(why), form(view, form, model)));
  }
}
