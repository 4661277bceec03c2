package org.diestra.office.learning;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.diestra.office.manuals.Manuals;
import org.diestra.office.manuals.Procedure;
import org.diestra.office.manuals.ProcedureId;
import org.diestra.office.manuals.Version;
import org.diestra.office.procedures.Quiz;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code …/reading}: confirming what was read; and for those who keep it, who has. */
@Controller
@RequestMapping("/w/{workspace}/manuals/{id}/reading")
class ReadingController {
  private final Workspaces workspaces;
  private final Manuals manuals;
  private final Readings readings;
  private final Learners learners;
  private final Accounts accounts;

  ReadingController(
      Workspaces workspaces,
      Manuals manuals,
      Readings readings,
      Learners learners,
      Accounts accounts) {
    this.workspaces = workspaces;
    this.manuals = manuals;
    this.readings = readings;
    this.learners = learners;
    this.accounts = accounts;
  }

  /**
   * What somebody has to do with the version that holds.
   *
   * @param learns whether it is this person's to confirm
   * @param asksQuiz whether its questions belong to that
   */
  record Panel(
      Pass pass,
      Procedure procedure,
      Version version,
      Standing standing,
      boolean learns,
      boolean asksQuiz,
      int triesLeft) {
    String href(String path) {
      return procedure.href() + "/" + path;
    }

    Quiz quiz() {
      return version.written().instructions().quiz();
    }
  }

  /** Somebody who works by it. */
  record Learner(PersonId person, String name, Standing standing, boolean stuck) {}

  @GetMapping("/panel")
  String panel(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ProcedureId id,
      Model model) {
    model.addAttribute("panel", panelOf(workspaces.enter(viewer, workspace), id));
    return "_panel";
  }

  @GetMapping
  String show(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ProcedureId id,
      Model model) {
    return page(workspaces.enter(viewer, workspace), id, Map.of(), model);
  }

  @PostMapping
  String confirm(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ProcedureId id,
      @RequestParam int number,
      @RequestParam MultiValueMap<String, String> typed,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var pass = workspaces.enter(viewer, workspace);
    return switch (readings.confirm(pass, id, number, answers(typed))) {
      case Outcome.Done<Version>(var version) -> {
        Flash.ok(onward, "learning.confirmed", version.version().toString());
        yield "redirect:" + pass.href("manuals/" + id);
      }
      case Outcome.Refused<Version>(var why) ->
          Pages.again(response, model, why, page(pass, id, typed.toSingleValueMap(), model));
    };
  }

  private static List<Integer> answers(MultiValueMap<String, String> typed) {
    var chosen = new ArrayList<Integer>();
    for (int i = 0; i < Quiz.MOST; i++) {
      var answer = typed.getFirst("answer" + i);
      chosen.add(answer != null && answer.matches("\\d") ? Integer.parseInt(answer) : -1);
    }
    return chosen;
  }

  /** They have talked: that person may try again. */
  @PostMapping("/{person}/release")
  String release(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ProcedureId id,
      @PathVariable PersonId person,
      RedirectAttributes onward) {
    var pass = workspaces.enter(viewer, workspace);
    switch (readings.release(pass, id, person)) {
      case Outcome.Done<Procedure> done -> Flash.ok(onward, "learning.released");
      case Outcome.Refused<Procedure>(var why) -> Flash.refused(onward, why);
    }
    return "redirect:" + pass.href("manuals/" + id + "/reading");
  }

  private Panel panelOf(Pass pass, ProcedureId id) {
    var procedure = manuals.get(pass, id);
    var version = manuals.current(procedure).orElseThrow(NotFound::new);
    var person = pass.viewer().id();
    var standing = readings.standing(person, procedure);
    boolean quiz = !version.written().instructions().quiz().none() && !standing.confirmed();
    int left = quiz ? readings.triesLeft(person, version) : Quiz.TRIES;
    return new Panel(pass, procedure, version, standing, Learners.is(pass), quiz, left);
  }

  private String page(Pass pass, ProcedureId id, Map<String, String> typed, Model model) {
    var panel = panelOf(pass, id);
    model.addAttribute("panel", panel);
    model.addAttribute("typed", typed);
    model.addAttribute("learners", pass.keeps() ? learners(panel) : List.of());
    return "reading";
  }

  private List<Learner> learners(Panel panel) {
    var read = readings.read(panel.procedure().id());
    var stuck = readings.stuck(panel.version());
    var people = learners.of(panel.procedure());
    var contacts = accounts.contacts(people);
    return people.stream()
        .flatMap(person -> Stream.ofNullable(contacts.get(person)))
        .map(contact ->
            new Learner(
                contact.id(),
                contact.name(),
                panel.standing().of(read.get(contact.id())),
                stuck.contains(contact.id())))
        .sorted(Comparator.comparing(Learner::name))
        .toList();
  }
}
