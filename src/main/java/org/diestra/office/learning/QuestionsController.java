package org.diestra.office.learning;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.diestra.office.learning.Question.State;
import org.diestra.office.manuals.Manuals;
import org.diestra.office.manuals.Procedure;
import org.diestra.office.manuals.ProcedureId;
import org.diestra.office.procedures.Step;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code …/questions}: what people ask about a procedure, and what they are answered. */
@Controller
@RequestMapping("/w/{workspace}/manuals/{id}/questions")
class QuestionsController {
  private final Workspaces workspaces;
  private final Manuals manuals;
  private final Questions questions;
  private final Accounts accounts;

  QuestionsController(
      Workspaces workspaces, Manuals manuals, Questions questions, Accounts accounts) {
    this.workspaces = workspaces;
    this.manuals = manuals;
    this.questions = questions;
    this.accounts = accounts;
  }

  /**
   * What a page of questions shows.
   *
   * @param about the step that is asked about now, or null
   * @param typed what was typed and refused: a question, or an answer to {@code answering}
   */
  record Asking(
      Pass pass,
      Procedure procedure,
      List<Question> questions,
      Map<PersonId, String> names,
      @Nullable Step about,
      @Nullable QuestionId answering,
      String typed) {
    boolean answers() {
      return pass.ofClient() && pass.works(procedure.area());
    }

    String href(String path) {
      return procedure.href() + "/questions" + path;
    }
  }

  @GetMapping
  String list(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ProcedureId id,
      @RequestParam @Nullable String step,
      Model model) {
    var pass = workspaces.enter(viewer, workspace);
    return page(pass, id, step, null, "", model);
  }

  @PostMapping
  String ask(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ProcedureId id,
      @RequestParam @Nullable String step,
      @RequestParam(defaultValue = "") String text,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var pass = workspaces.enter(viewer, workspace);
    var problems = new Problems();
    var words =
        new Typed(problems).text("text", text, Question.LONGEST, "learning.question.missing");
    if (problems.any()) {
      return Pages.again(response, model, problems, page(pass, id, step, null, text, model));
    }
    var question = questions.ask(pass, id, Ids.require(step == null ? "" : step), words);
    Flash.ok(onward, "learning.asked");
    return "redirect:" + href(pass, id) + "#q-" + question.id();
  }

  @PostMapping("/{question}/answer")
  String answer(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ProcedureId id,
      @PathVariable QuestionId question,
      @RequestParam(defaultValue = "") String answer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var pass = workspaces.enter(viewer, workspace);
    questions.answerable(pass, id);
    var problems = new Problems();
    var field = "answer-" + question;
    var words =
        new Typed(problems).text(field, answer, Question.LONGEST_ANSWER, "learning.answer.missing");
    if (problems.any()) {
      return Pages.again(response, model, problems, page(pass, id, null, question, answer, model));
    }
    return switch (questions.answer(pass, id, question, words)) {
      case Outcome.Done<Question> done -> {
        Flash.ok(onward, "learning.answered");
        yield "redirect:" + href(pass, id) + "#q-" + question;
      }
      case Outcome.Refused<Question>(var why) ->
          Pages.again(response, model, why, page(pass, id, null, question, answer, model));
    };
  }

  /** What came of it: folded in, or no change. */
  @PostMapping("/{question}/settlement")
  String settle(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ProcedureId id,
      @PathVariable QuestionId question,
      @RequestParam(defaultValue = "") String state,
      RedirectAttributes onward) {
    var pass = workspaces.enter(viewer, workspace);
    var chosen = state.equals("folded-in") ? State.FOLDED_IN : State.NO_CHANGE;
    switch (questions.settle(pass, id, question, chosen)) {
      case Outcome.Done<Question> done -> Flash.ok(onward, "learning.settled");
      case Outcome.Refused<Question>(var why) -> Flash.refused(onward, why);
    }
    return "redirect:" + href(pass, id) + "#q-" + question;
  }

  private static String href(Pass pass, ProcedureId id) {
    return pass.href("manuals/" + id + "/questions");
  }

  private String page(
      Pass pass,
      ProcedureId id,
      @Nullable String step,
      @Nullable QuestionId answering,
      String typed,
      Model model) {
    var procedure = manuals.get(pass, id);
    if (procedure.published() == null) {
      throw new NotFound();
    }
    var all = questions.of(pass, id);
    var about = step == null ? null : questions.step(procedure, Ids.require(step));
    model.addAttribute(
        "view", new Asking(pass, procedure, all, names(all), about, answering, typed));
    model.addAttribute("ambiguous", Questions.ambiguous(all));
    return "questions";
  }

  private Map<PersonId, String> names(List<Question> all) {
    var people =
        all.stream()
            .flatMap(q -> Stream.concat(Stream.of(q.asker()), Stream.ofNullable(q.answeredBy())))
            .distinct()
            .toList();
    return accounts.names(people);
  }
}
