package org.diestra.office.letters;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.diestra.office.contacts.Addressees;
import org.diestra.office.contacts.Addressees.Choice;
import org.diestra.office.contacts.Books;
import org.diestra.office.letters.Merge.Drawn;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
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

/**
 * {@code /w/{workspace}/letters/{template}/mailing}: to whom, with what, a look, and keeping it.
 */
@Controller
@RequestMapping("/w/{workspace}/letters/{template}/mailing")
class WritingController {
  private final Workspaces workspaces;
  private final Templates templates;
  private final Mailings mailings;
  private final Books books;
  private final Addressees addressees;

  WritingController(
      Workspaces workspaces,
      Templates templates,
      Mailings mailings,
      Books books,
      Addressees addressees) {
    this.workspaces = workspaces;
    this.templates = templates;
    this.mailings = mailings;
    this.books = books;
    this.addressees = addressees;
  }

  /**
   * What the form offers.
   *
   * @param q words that are looked for, or empty
   * @param group of the contact book, or empty
   * @param choices contacts, at most {@value Addressees#MOST}
   * @param book whether the caller may read the contact book
   */
  record Offer(
      Pass pass,
      Template template,
      String q,
      String group,
      List<Choice> choices,
      Map<String, Integer> groups,
      boolean book) {

    String href() {
      return pass.href("letters/" + template.id() + "/mailing");
    }
  }

  @GetMapping
  String choose(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TemplateId template,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String group,
      @RequestParam MultiValueMap<String, String> sent,
      Model model) {
    var pass = enter(viewer, workspace);
    var it = templates.get(pass, template);
    var form = sent.containsKey("key") ? MailingForm.of(sent) : MailingForm.blank(it);
    return form(pass, it, form, q, group, model);
  }

  private Pass enter(Viewer viewer, WorkspaceId workspace) {
    var pass = workspaces.enter(viewer, workspace);
    pass.requireWorks(Area.ADMIN);
    return pass;
  }

  private String form(
      Pass pass, Template it, MailingForm form, String q, String group, Model model) {
    var book = books.find(pass.workspace().id());
    var offer =
        new Offer(
            pass,
            it,
            q,
            group,
            book.map(b -> addressees.choices(b, q, group)).orElse(List.of()),
            book.map(addressees::groups).orElse(Map.of()),
            book.isPresent());
    model.addAttribute("offer", offer);
    model.addAttribute("form", form);
    return "mailing";
  }

  /** A look at what would be written, or the form with other contacts to choose from. */
  @PostMapping
  String look(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TemplateId template,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String group,
      @RequestParam(defaultValue = "") String find,
      @RequestParam MultiValueMap<String, String> sent,
      Model model,
      HttpServletResponse response) {
    var pass = enter(viewer, workspace);
    var it = templates.get(pass, template);
    var form = MailingForm.of(sent);
    if (!find.isEmpty()) {
      return form(pass, it, form, q, group, model);
    }
    var problems = new Problems();
    var drawn = mailings.look(pass, it, form, problems);
    if (problems.any()) {
      return Pages.again(response, model, problems, form(pass, it, form, q, group, model));
    }
    model.addAttribute("look", new Look(pass, it, form, drawn));
    return "look";
  }

  /** What would be written, before it is kept. */
  record Look(Pass pass, Template template, MailingForm form, List<Drawn> drawn) {
    long gaps() {
      return drawn.stream().filter(one -> !one.missing().isEmpty()).count();
    }

    long unreached() {
      return template.kind() == Kind.MAIL
          ? drawn.stream().filter(one -> one.piece().mail().isEmpty()).count()
          : 0;
    }

    String href() {
      return pass.href("letters/" + template.id() + "/mailing");
    }
  }

  @PostMapping("/keeping")
  String keep(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable TemplateId template,
      @RequestParam MultiValueMap<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var pass = enter(viewer, workspace);
    var it = templates.get(pass, template);
    var form = MailingForm.of(sent);
    var problems = new Problems();
    switch (mailings.keep(pass, template, form, problems)) {
      case Outcome.Done<MailingId>(var id) -> {
        Flash.ok(onward, "letters.kept." + it.kind().slug());
        return "redirect:" + pass.href("letters/mailings/" + id);
      }
      case Outcome.Refused<MailingId>(var why) -> {
        if (!problems.any()) {
          problems.add(why);
        }
        return Pages.again(response, model, problems, form(pass, it, form.on(it), "", "", model));
      }
    }
  }
}
