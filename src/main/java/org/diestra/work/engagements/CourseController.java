package org.diestra.work.engagements;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.diestra.work.contracts.ContractFrame;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.Contracts;
import org.diestra.work.contracts.Side;
import org.diestra.work.engagements.Engagement.Ending;
import org.diestra.work.engagements.Engagement.Preparing;
import org.diestra.work.engagements.EngagementStore.Move;
import org.diestra.work.engagements.Gate.Progress;
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
  private static final int LONGEST = 2000;
  private final Contracts contracts;
  private final Engagements engagements;
  private final Gate gate;
  private final LastDay lastDay;
  private final Accounts accounts;

  CourseController(
      Contracts contracts, Engagements engagements, Gate gate, LastDay lastDay, Accounts accounts) {
    this.contracts = contracts;
    this.engagements = engagements;
    this.gate = gate;
    this.lastDay = lastDay;
    this.accounts = accounts;
  }

  /**
   * What the page shows.
   *
   * @param side the viewer's, or null for whoever looks on without deciding
   * @param progress how far the preparations are, or null once it has started
   * @param endZone in which its last day ends
   */
  record Course(
      Viewer viewer,
      ContractFrame frame,
      Engagement it,
      @Nullable Side side,
      @Nullable Progress progress,
      LocalDate earliest,
      ZoneId endZone,
      List<Move> moves,
      Map<PersonId, String> names) {
    String href(String path) {
      return frame.href("course/" + path);
    }
  }

  /**
   * A move, as a browser sends it.
   *
   * @param what which of the moves it is: what was typed is shown again at that one
   * @param seen the version that was on the page
   * @param day the last day, for a notice
   */
  record MoveForm(@Nullable String what, int seen, @Nullable String words, @Nullable String day) {
    static final MoveForm BLANK = new MoveForm("", 0, "", "");

    @Nullable String read(Problems problems, boolean needed) {
      var typed = new Typed(problems);
      var said =
          needed
              ? typed.text("words", words, LONGEST, "engagements.words.missing")
              : typed.text("words", words, LONGEST);
      return said.isEmpty() ? null : said;
    }
  }

  @GetMapping
  String show(Viewer viewer, @PathVariable ContractId id, Model model) {
    return page(viewer, id, MoveForm.BLANK, model);
  }

  @PostMapping("/start")
  String start(
      Viewer viewer,
      @PathVariable ContractId id,
      @RequestParam int seen,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    requireSide(viewer, id);
    var outcome = engagements.start(viewer, id, seen);
    return answer(viewer, id, MoveForm.BLANK, outcome, "started", model, response, onward);
  }

  @PostMapping("/pause")
  String pause(
      Viewer viewer,
      @PathVariable ContractId id,
      @ModelAttribute("form") MoveForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    requireSide(viewer, id);
    var problems = new Problems();
    var words = form.read(problems, false);
    if (problems.any()) {
      return Pages.again(response, model, problems, page(viewer, id, form, model));
    }
    var outcome = engagements.pause(viewer, id, form.seen(), words);
    return answer(viewer, id, form, outcome, "paused", model, response, onward);
  }

  @PostMapping("/resumption")
  String resume(
      Viewer viewer,
      @PathVariable ContractId id,
      @RequestParam int seen,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    requireSide(viewer, id);
    var outcome = engagements.resume(viewer, id, seen);
    return answer(viewer, id, MoveForm.BLANK, outcome, "resumed", model, response, onward);
  }

  @PostMapping("/notice")
  String notice(
      Viewer viewer,
      @PathVariable ContractId id,
      @ModelAttribute("form") MoveForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    requireSide(viewer, id);
    var problems = new Problems();
    var words = form.read(problems, false);
    var day = day(form, problems);
    if (day == null || problems.any()) {
      return Pages.again(response, model, problems, page(viewer, id, form, model));
    }
    var outcome = engagements.giveNotice(viewer, id, form.seen(), day, words);
    return answer(viewer, id, form, outcome, "ending", model, response, onward);
  }

  /** Whoever looks on without deciding finds nothing to move. */
  private void requireSide(Viewer viewer, ContractId id) {
    contracts.get(viewer, id);
    if (engagements.get(id).facts().sideOf(viewer).isEmpty()) {
      throw new NotFound();
    }
  }

  private static @Nullable LocalDate day(MoveForm form, Problems problems) {
    try {
      return LocalDate.parse(form.day() == null ? "" : form.day());
    } catch (DateTimeParseException wrong) {
      problems.add("day", "engagements.day.missing");
      return null;
    }
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
    requireSide(viewer, id);
    var problems = new Problems();
    var words = form.read(problems, true);
    if (words == null || problems.any()) {
      return Pages.again(response, model, problems, page(viewer, id, form, model));
    }
    var outcome = engagements.leave(viewer, id, form.seen(), words);
    return answer(viewer, id, form, outcome, "left", model, response, onward);
  }

  @PostMapping("/cancellation")
  String cancel(
      Viewer viewer,
      @PathVariable ContractId id,
      @ModelAttribute("form") MoveForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    requireSide(viewer, id);
    var problems = new Problems();
    var words = form.read(problems, false);
    if (problems.any()) {
      return Pages.again(response, model, problems, page(viewer, id, form, model));
    }
    var outcome = engagements.cancel(viewer, id, form.seen(), words);
    return answer(viewer, id, form, outcome, "cancelled", model, response, onward);
  }

  private String answer(
      Viewer viewer,
      ContractId id,
      MoveForm form,
      Outcome<Engagement> outcome,
      String said,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    return switch (outcome) {
      case Outcome.Done<Engagement> done -> {
        Flash.ok(onward, "engagements.done." + said);
        yield "redirect:/contracts/" + id + "/course";
      }
      case Outcome.Refused<Engagement>(var why) ->
          Pages.again(response, model, why, page(viewer, id, form, model));
    };
  }

  private String page(Viewer viewer, ContractId id, MoveForm form, Model model) {
    var contract = contracts.get(viewer, id);
    var it = engagements.get(id);
    var facts = it.facts();
    var moves = engagements.moves(id);
    var people = moves.stream().flatMap(m -> Stream.ofNullable(m.person())).distinct().toList();
    var names =
        accounts.contacts(people).entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().name()));
    var course =
        new Course(
            viewer,
            contracts.frame(contract),
            it,
            facts.sideOf(viewer).orElse(null),
            it instanceof Preparing preparing ? gate.progress(preparing) : null,
            lastDay.earliest(facts),
            it instanceof Ending ending ? lastDay.zone(facts, ending.endsAt()) : viewer.zone(),
            moves,
            names);
    model.addAttribute("course", course);
    model.addAttribute("form", form);
    return "course";
  }
}
