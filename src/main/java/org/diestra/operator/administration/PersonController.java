package org.diestra.operator.administration;

import jakarta.servlet.http.HttpServletResponse;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Directory;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Suspensions;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Operators;
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

/**
 * {@code /operator/people/{id}}: one account, and what an operator may do with it. That somebody
 * looked is recorded.
 */
@Controller
@Operators
@RequestMapping("/operator/people/{id}")
class PersonController {
  private static final int WHY = 500;
  private final Directory directory;
  private final Accounts accounts;
  private final Suspensions suspensions;
  private final Looks looks;

  PersonController(Directory directory, Accounts accounts, Suspensions suspensions, Looks looks) {
    this.directory = directory;
    this.accounts = accounts;
    this.suspensions = suspensions;
    this.looks = looks;
  }

  @GetMapping
  String person(Viewer viewer, @PathVariable PersonId id, Model model) {
    return show(viewer, id, "", model);
  }

  /** Keeps the person out; the reason is told. */
  @PostMapping("/suspension")
  String suspend(
      Viewer viewer,
      @PathVariable PersonId id,
      @RequestParam @Nullable String why,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var page = show(viewer, id, why == null ? "" : why, model);
    var problems = new Problems();
    var words = new Typed(problems).text("why", why, WHY, "administration.suspend.why.missing");
    if (problems.any()) {
      return Pages.again(response, model, problems, page);
    }
    var done = suspensions.suspend(id, words, viewer.id());
    return answer(done, "administration.suspended", id, onward);
  }

  @PostMapping("/suspension/end")
  String restore(Viewer viewer, @PathVariable PersonId id, RedirectAttributes onward) {
    return answer(suspensions.restore(id, viewer.id()), "administration.restored", id, onward);
  }

  /** Gives the keys of the house. */
  @PostMapping("/keys")
  String admit(Viewer viewer, @PathVariable PersonId id, RedirectAttributes onward) {
    if (suspensions.of(id).isPresent() || directory.person(id).isEmpty()) {
      throw new NotFound();
    }
    accounts.makeOperator(id, viewer.id());
    Flash.ok(onward, "administration.keys.given");
    return here(id);
  }

  @PostMapping("/keys/return")
  String dismiss(Viewer viewer, @PathVariable PersonId id, RedirectAttributes onward) {
    var done = accounts.dismissOperator(id, viewer.id());
    if (done instanceof Outcome.Done && id.equals(viewer.id())) {
      return "redirect:/home";
    }
    return answer(done, "administration.keys.taken", id, onward);
  }

  private String show(Viewer viewer, PersonId id, String why, Model model) {
    var account = directory.person(id).orElseThrow(NotFound::new);
    looks.at("person", id.value(), viewer.id());
    model.addAttribute("account", account);
    model.addAttribute("person", accounts.viewer(id).orElseThrow(NotFound::new));
    model.addAttribute("sessions", directory.sessions(id));
    model.addAttribute("suspension", suspensions.of(id).orElse(null));
    model.addAttribute("self", id.equals(viewer.id()));
    model.addAttribute("why", why);
    return "person";
  }

  private static String answer(
      Outcome<PersonId> outcome, String key, PersonId id, RedirectAttributes onward) {
    switch (outcome) {
      case Outcome.Done<PersonId> done -> Flash.ok(onward, key);
      case Outcome.Refused<PersonId>(var refusal) -> Flash.refused(onward, refusal);
    }
    return here(id);
  }

  private static String here(PersonId id) {
    return "redirect:/operator/people/" + id;
  }
}
