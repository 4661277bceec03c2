package org.diestra.work.time;

import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Function;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.diestra.work.contracts.ContractId;
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

/** {@code /contracts/{id}/time/entries/{line}}: one line with its course. */
@Controller
@RequestMapping("/contracts/{id}/time/entries/{line}")
class EntryController {
  private static final int LONGEST = 2000;
  private final EntryPages pages;
  private final Entries entries;
  private final Reviews reviews;

  EntryController(EntryPages pages, Entries entries, Reviews reviews) {
    this.pages = pages;
    this.entries = entries;
    this.reviews = reviews;
  }

  /**
   * A move of one line, as a browser sends it.
   *
   * @param seen the version that was on the page
   */
  record WordsForm(@Nullable String words, int seen) {
    static final WordsForm BLANK = new WordsForm("", 0);
  }

  /** Somebody's request, with what its answer is written to. */
  private record Asked(
      Viewer viewer,
      ContractId id,
      EntryId line,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {}

  @GetMapping
  String show(Viewer viewer, @PathVariable ContractId id, @PathVariable EntryId line, Model model) {
    return pages.show(viewer, id, line, null, WordsForm.BLANK, model);
  }

  @PostMapping
  String change(
      Viewer viewer,
      @PathVariable ContractId id,
      @PathVariable EntryId line,
      @ModelAttribute("form") EntryForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var problems = new Problems();
    var said = form.read(pages.owned(viewer, id).zone(), problems);
    var reason = form.why(problems);
    if (said != null && problems.none()) {
      var outcome = entries.change(viewer, id, line, form.version(), said, reason);
      if (outcome instanceof Outcome.Done<Entry>(var entry)) {
        Flash.ok(onward, "time.entry.changed");
        return week(entry);
      }
      outcome.fold(done -> problems, problems::add);
    }
    var page = pages.show(viewer, id, line, form, WordsForm.BLANK, model);
    return Pages.again(response, model, problems, page);
  }

  @PostMapping("/removal")
  String remove(
      Viewer viewer,
      @PathVariable ContractId id,
      @PathVariable EntryId line,
      @RequestParam int seen,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var asked = new Asked(viewer, id, line, model, response, onward);
    return answer(
        asked, WordsForm.BLANK, "time.entry.removed", entries.remove(viewer, id, line, seen));
  }

  @PostMapping("/acceptance")
  String accept(
      Viewer viewer,
      @PathVariable ContractId id,
      @PathVariable EntryId line,
      @RequestParam int seen,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var asked = new Asked(viewer, id, line, model, response, onward);
    return answer(
        asked, WordsForm.BLANK, "time.line.accepted", reviews.accept(viewer, id, line, seen));
  }

  @PostMapping("/query")
  String query(
      Viewer viewer,
      @PathVariable ContractId id,
      @PathVariable EntryId line,
      @ModelAttribute("words") WordsForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    pages.reviewed(viewer, id);
    return said(
        new Asked(viewer, id, line, model, response, onward),
        form,
        "time.line.queried",
        words -> reviews.query(viewer, id, line, form.seen(), words));
  }

  @PostMapping("/answer")
  String answer(
      Viewer viewer,
      @PathVariable ContractId id,
      @PathVariable EntryId line,
      @ModelAttribute("words") WordsForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    pages.owned(viewer, id);
    return said(
        new Asked(viewer, id, line, model, response, onward),
        form,
        "time.line.answered",
        words -> reviews.answer(viewer, id, line, form.seen(), words));
  }

  @PostMapping("/dispute")
  String dispute(
      Viewer viewer,
      @PathVariable ContractId id,
      @PathVariable EntryId line,
      @ModelAttribute("words") WordsForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    pages.reviewed(viewer, id);
    return said(
        new Asked(viewer, id, line, model, response, onward),
        form,
        "time.line.disputed",
        words -> reviews.dispute(viewer, id, line, form.seen(), words));
  }

  /** A move that needs words. */
  private String said(
      Asked asked, WordsForm form, String said, Function<String, Outcome<Entry>> verb) {
    var problems = new Problems();
    var words = new Typed(problems).text("words", form.words(), LONGEST, "time.words.missing");
    if (problems.any()) {
      var page = pages.show(asked.viewer(), asked.id(), asked.line(), null, form, asked.model());
      return Pages.again(asked.response(), asked.model(), problems, page);
    }
    return answer(asked, form, said, verb.apply(words));
  }

  private String answer(Asked asked, WordsForm form, String said, Outcome<Entry> outcome) {
    return outcome.fold(
        entry -> {
          Flash.ok(asked.onward(), said);
          return week(entry);
        },
        why -> {
          var page =
              pages.show(asked.viewer(), asked.id(), asked.line(), null, form, asked.model());
          return Pages.again(asked.response(), asked.model(), why, page);
        });
  }

  private static String week(Entry entry) {
    var facts = entry.facts();
    return "redirect:/contracts/%s/time?week=%s#line-%s"
        .formatted(facts.contract(), facts.week(), facts.id());
  }
}
