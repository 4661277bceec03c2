package org.diestra.hiring.screening;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.OperatorEntry;
import org.diestra.platform.page.Operators;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The operator's page of rules, with a box to try a text on them. */
@Controller
@Operators
@RequestMapping("/operator/rules")
class RulesController {
  private final Rules rules;
  private final Flags flags;

  @Bean
  static OperatorEntry rulesEntry() {
    return new OperatorEntry("/operator/rules", "screening.nav", "shield-check", 70);
  }

  RulesController(Rules rules, Flags flags) {
    this.rules = rules;
    this.flags = flags;
  }

  @GetMapping
  String all(Model model) {
    return show("", model);
  }

  /** Tries all rules on a text, those that are off as well; nothing is kept of it. */
  @PostMapping("/trial")
  String attempt(@RequestParam @Nullable String text, Model model) {
    return show(text == null ? "" : text, model);
  }

  @GetMapping("/new")
  String fresh(Model model) {
    return edit(null, RuleForm.EMPTY, model);
  }

  @PostMapping
  String add(
      Viewer viewer,
      @ModelAttribute("form") RuleForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var id = new RuleId(Ids.fresh());
    var problems = new Problems();
    var rule = form.read(id, problems);
    if (problems.any()) {
      return Pages.again(response, model, problems, edit(null, form, model));
    }
    return answer(rules.add(rule, viewer.id()), null, form, model, response, onward);
  }

  @GetMapping("/{id}")
  String one(@PathVariable RuleId id, Model model) {
    return edit(id, RuleForm.of(rules.get(id)), model);
  }

  @PostMapping("/{id}")
  String change(
      Viewer viewer,
      @PathVariable RuleId id,
      @ModelAttribute("form") RuleForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    rules.get(id);
    var problems = new Problems();
    var rule = form.read(id, problems);
    if (problems.any()) {
      return Pages.again(response, model, problems, edit(id, form, model));
    }
    return answer(rules.change(rule, viewer.id()), id, form, model, response, onward);
  }

  @PostMapping("/{id}/removal")
  String remove(Viewer viewer, @PathVariable RuleId id, RedirectAttributes onward) {
    rules.remove(id, viewer.id());
    Flash.ok(onward, "screening.removed");
    return "redirect:/operator/rules";
  }

  private String answer(
      Outcome<RuleId> done,
      @Nullable RuleId id,
      RuleForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    return done.fold(
        saved -> {
          Flash.ok(onward, "screening.saved");
          return "redirect:/operator/rules";
        },
        why -> Pages.again(response, model, why, edit(id, form, model)));
  }

  private String show(String text, Model model) {
    var all = rules.all();
    model.addAttribute("rules", all);
    model.addAttribute("text", text);
    model.addAttribute("flags", flags.waiting().count());
    model.addAttribute("found", text.isBlank() ? List.of() : Screening.find(all, text));
    return "rules";
  }

  private static String edit(@Nullable RuleId id, RuleForm form, Model model) {
    model.addAttribute("id", id == null ? null : id.toString());
    model.addAttribute("form", form);
    return "rule";
  }
}
