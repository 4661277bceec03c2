package org.diestra.hiring.talent;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** In which languages, at which hours and for how much somebody works. */
@Controller
@RequestMapping("/profile")
class ConditionsController {
  private final Profiles profiles;
  private final Clock clock;

  ConditionsController(Profiles profiles, Clock clock) {
    this.profiles = profiles;
    this.clock = clock;
  }

  @GetMapping("/languages")
  String languages(Viewer viewer, Model model) {
    model.addAttribute("form", LanguagesForm.of(profiles.of(viewer)));
    return "languages";
  }

  @PostMapping("/languages")
  String languages(
      Viewer viewer,
      @ModelAttribute("form") LanguagesForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var problems = new Problems();
    var read = form.read(problems);
    return problems.any()
        ? Pages.again(response, model, problems, "languages")
        : saved(profiles.languages(viewer.id(), read), "languages", model, response, onward);
  }

  @GetMapping("/hours")
  String hours(Viewer viewer, Model model) {
    model.addAttribute("form", HoursForm.of(profiles.of(viewer)));
    return hoursPage(viewer, model);
  }

  @PostMapping("/hours")
  String hours(
      Viewer viewer,
      @ModelAttribute("form") HoursForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var problems = new Problems();
    var today = LocalDate.ofInstant(clock.instant(), viewer.zone());
    var read = form.read(viewer.zone(), today, problems);
    var view = hoursPage(viewer, model);
    return problems.any()
        ? Pages.again(response, model, problems, view)
        : saved(
            profiles.hours(viewer.id(), read.week(), read.freeHours(), read.awayUntil()),
            view,
            model,
            response,
            onward);
  }

  private static String hoursPage(Viewer viewer, Model model) {
    model.addAttribute("zone", viewer.zone());
    return "hours";
  }

  @GetMapping("/rate")
  String rate(Viewer viewer, Model model) {
    model.addAttribute("form", PriceForm.of(profiles.of(viewer).rate(), viewer.currency()));
    return "rate";
  }

  @PostMapping("/rate")
  String rate(
      Viewer viewer,
      @ModelAttribute("form") PriceForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var problems = new Problems();
    var read = form.read(problems);
    return problems.any()
        ? Pages.again(response, model, problems, "rate")
        : saved(profiles.rate(viewer.id(), read), "rate", model, response, onward);
  }

  private static String saved(
      Outcome<PersonId> outcome,
      String view,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    return outcome.fold(
        done -> {
          Flash.ok(onward, "talent.saved");
          return "redirect:/profile";
        },
        why -> Pages.again(response, model, why, view));
  }
}
