package org.diestra.work.engagements;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.function.Function;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.Contracts;
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

/** {@code /contracts/{id}/course}: how it runs, from its start to its end. */
@Controller
@RequestMapping("/contracts/{id}/course")
class CourseController {
  private final Contracts contracts;
  private final Engagements engagements;
  private final CoursePages pages;

  CourseController(Contracts contracts, Engagements engagements, CoursePages pages) {
    this.contracts = contracts;
    this.engagements = engagements;
    this.pages = pages;
  }

  /** A move that somebody asks for, with what its answer is written to. */
  private record Asked(
      Viewer viewer,
      ContractId id,
      MoveForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {}

  @GetMapping
  String show(Viewer viewer, @PathVariable ContractId id, Model model) {
    return pages.show(viewer, id, MoveForm.BLANK, model);
  }

  @PostMapping("/start")
  String start(
      Viewer viewer,
      @PathVariable ContractId id,
      @RequestParam int seen,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var asked = new Asked(viewer, id, MoveForm.of(seen), model, response, onward);
    return moved(asked, false, "started", words -> engagements.start(viewer, id, seen));
  }

  @PostMapping("/pause")
  String pause(
      Viewer viewer,
      @PathVariable ContractId id,
      @ModelAttribute("form") MoveForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var asked = new Asked(viewer, id, form, model, response, onward);
    return moved(
        asked, false, "paused", words -> engagements.pause(viewer, id, form.seen(), words));
  }

  @PostMapping("/resumption")
  String resume(
      Viewer viewer,
      @PathVariable ContractId id,
      @RequestParam int seen,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var asked = new Asked(viewer, id, MoveForm.of(seen), model, response, onward);
    return moved(asked, false, "resumed", words -> engagements.resume(viewer, id, seen));
  }

  @PostMapping("/notice")
  String notice(
      Viewer viewer,
      @PathVariable ContractId id,
      @ModelAttribute("form") MoveForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var asked = new Asked(viewer, id, form, model, response, onward);
    return moved(
        asked,
        false,
        "ending",
        words -> {
          var day = form.lastDay();
          return day.isEmpty()
              ? Outcome.refused(Refusal.invalid("day", "engagements.day.missing"))
              : engagements.giveNotice(viewer, id, form.seen(), day.get(), words);
        });
  }

  /** At once, for somebody's safety. */
  @PostMapping("/exit")
  String leave(
      Viewer viewer,
      @PathVariable ContractId id,
      @ModelAttribute("form") MoveForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var asked = new Asked(viewer, id, form, model, response, onward);
    return moved(
        asked,
        true,
        "left",
        words -> engagements.leave(viewer, id, form.seen(), Objects.requireNonNull(words)));
  }

  @PostMapping("/cancellation")
  String cancel(
      Viewer viewer,
      @PathVariable ContractId id,
      @ModelAttribute("form") MoveForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var asked = new Asked(viewer, id, form, model, response, onward);
    return moved(
        asked, false, "cancelled", words -> engagements.cancel(viewer, id, form.seen(), words));
  }

  /**
   * @param needed whether something must be said
   * @param verb takes what was said, or null
   */
  private String moved(
      Asked asked,
      boolean needed,
      String said,
      Function<@Nullable String, Outcome<Engagement>> verb) {
    requireSide(asked.viewer(), asked.id());
    var problems = new Problems();
    var words = asked.form().read(problems, needed);
    if (problems.any()) {
      return again(asked, problems);
    }
    return switch (verb.apply(words)) {
      case Outcome.Done<Engagement> done -> {
        Flash.ok(asked.onward(), "engagements.done." + said);
        yield "redirect:/contracts/" + asked.id() + "/course";
      }
      case Outcome.Refused<Engagement>(var why) -> again(asked, problems.add(why));
    };
  }

  private String again(Asked asked, Problems problems) {
    var page = pages.show(asked.viewer(), asked.id(), asked.form(), asked.model());
    return Pages.again(asked.response(), asked.model(), problems, page);
  }

  /** Whoever looks on without deciding finds nothing to move. */
  private void requireSide(Viewer viewer, ContractId id) {
    contracts.get(viewer, id);
    if (engagements.get(id).facts().sideOf(viewer).isEmpty()) {
      throw new NotFound();
    }
  }
}
