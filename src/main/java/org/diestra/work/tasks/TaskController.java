package org.diestra.work.tasks;

import jakarta.servlet.http.HttpServletResponse;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.base.Typed;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.diestra.work.contracts.ContractId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /contracts/{contract}/tasks/{id}}: one task, and the moves that need no form. */
@Controller
@RequestMapping("/contracts/{contract}/tasks/{id}")
class TaskController {
  private static final int LONGEST_WORDS = 2_000;
  private final Tasks tasks;
  private final Doing doing;
  private final Reviews reviews;
  private final Bargains bargains;
  private final SeriesKeeper series;
  private final TaskPages pages;

  TaskController(
      Tasks tasks,
      Doing doing,
      Reviews reviews,
      Bargains bargains,
      SeriesKeeper series,
      TaskPages pages) {
    this.tasks = tasks;
    this.doing = doing;
    this.reviews = reviews;
    this.bargains = bargains;
    this.series = series;
    this.pages = pages;
  }

  /** A move that somebody asks for, with what its answer is written to. */
  private record Asked(
      Viewer viewer,
      ContractId contract,
      TaskId id,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {}

  @GetMapping
  String show(
      Viewer viewer, @PathVariable ContractId contract, @PathVariable TaskId id, Model model) {
    return pages.show(viewer, contract, id, model);
  }

  /**
   * Moves it without more ado.
   *
   * @param what which move
   * @param seen the version that was on the page
   */
  @PostMapping("/moves/{what}")
  String move(
      Viewer viewer,
      @PathVariable ContractId contract,
      @PathVariable TaskId id,
      @PathVariable String what,
      @RequestParam int seen,
      @RequestParam(defaultValue = "") String words,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var asked = new Asked(viewer, contract, id, model, response, onward);
    require(asked);
    var problems = new Problems();
    var said = new Typed(problems).text("words", words, LONGEST_WORDS);
    if (problems.any()) {
      return again(asked, problems);
    }
    var spoken = said.isEmpty() ? null : said;
    var outcome =
        switch (what) {
          case "agreement" -> tasks.agree(viewer, id, seen);
          case "cancellation" -> tasks.cancel(viewer, id, seen, spoken);
          case "start" -> doing.start(viewer, id, seen);
          case "upgrade" -> doing.upgrade(viewer, id, seen);
          case "taking-up" -> doing.takeUp(viewer, id, seen);
          case "withdrawal" -> doing.withdraw(viewer, id, seen);
          case "series-end" -> series.end(viewer, id);
          case "approval" -> reviews.approve(viewer, id, seen, spoken);
          default -> throw new NotFound();
        };
    return answered(asked, outcome, "tasks.done." + what);
  }

  @PostMapping("/ticks")
  String tick(
      Viewer viewer,
      @PathVariable ContractId contract,
      @PathVariable TaskId id,
      @RequestParam String item,
      @RequestParam(defaultValue = "false") boolean ticked,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var asked = new Asked(viewer, contract, id, model, response, onward);
    require(asked);
    return answered(asked, doing.tick(viewer, id, item, ticked), null);
  }

  /**
   * Answers what the other side asks for, or takes one's own back.
   *
   * @param answer which answer
   */
  @PostMapping("/bargains/{bargain}/{answer}")
  String answer(
      Viewer viewer,
      @PathVariable ContractId contract,
      @PathVariable TaskId id,
      @PathVariable String bargain,
      @PathVariable String answer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var asked = new Asked(viewer, contract, id, model, response, onward);
    require(asked);
    var which = Ids.require(bargain);
    return switch (answer) {
      case "acceptance" ->
          answered(asked, bargains.accept(viewer, id, which), "tasks.done.accepted");
      case "refusal" -> answered(asked, bargains.refuse(viewer, id, which), "tasks.done.refused");
      default -> throw new NotFound();
    };
  }

  /** Whoever looks on without deciding finds nothing to move. */
  private void require(Asked asked) {
    if (pages.seen(asked.viewer(), asked.contract(), asked.id()).by() == null) {
      throw new NotFound();
    }
  }

  private String answered(Asked asked, Outcome<TaskId> outcome, @Nullable String said) {
    return switch (outcome) {
      case Outcome.Done<TaskId> done -> {
        if (said != null) {
          Flash.ok(asked.onward(), said);
        }
        yield "redirect:/contracts/" + asked.contract() + "/tasks/" + asked.id();
      }
      case Outcome.Refused<TaskId>(Refusal why) -> again(asked, new Problems().add(why));
    };
  }

  private String again(Asked asked, Problems problems) {
    var page = pages.show(asked.viewer(), asked.contract(), asked.id(), asked.model());
    return Pages.again(asked.response(), asked.model(), problems, page);
  }
}
