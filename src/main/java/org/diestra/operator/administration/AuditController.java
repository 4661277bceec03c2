package org.diestra.operator.administration;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Accounts.Contact;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Problems;
import org.diestra.platform.data.Audit;
import org.diestra.platform.page.Operators;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /operator/audit}: who did what, the newest first. */
@Controller
@Operators
class AuditController {
  private static final int A_PAGE = 50;
  private final Audit audit;
  private final Accounts accounts;

  AuditController(Audit audit, Accounts accounts) {
    this.audit = audit;
    this.accounts = accounts;
  }

  @GetMapping("/operator/audit")
  String trail(
      Viewer viewer,
      @ModelAttribute("query") AuditQuery query,
      @RequestParam @Nullable String before,
      Model model,
      HttpServletResponse response) {
    var problems = new Problems();
    var wanted = query.read(accounts, viewer.zone(), problems);
    if (problems.any()) {
      show(List.of(), null, model);
      return Pages.again(response, model, problems, "audit");
    }
    var found = audit.page(wanted, AuditQuery.mark(before), A_PAGE + 1);
    boolean more = found.size() > A_PAGE;
    var page = more ? found.subList(0, A_PAGE) : found;
    show(page, more ? query.below(page.getLast()) : null, model);
    return "audit";
  }

  private void show(List<Audit.Entry> page, @Nullable String next, Model model) {
    model.addAttribute("lines", page.stream().map(AuditLine::of).toList());
    model.addAttribute("names", names(page));
    model.addAttribute("next", next);
  }

  /** Of whoever did it, and of whomever it was done to. */
  private Map<PersonId, Contact> names(List<Audit.Entry> page) {
    var people = new HashSet<PersonId>();
    for (var entry : page) {
      var line = AuditLine.of(entry);
      if (line.person() != null) {
        people.add(line.person());
      }
      if (line.whom() != null) {
        people.add(line.whom());
      }
    }
    return accounts.contacts(people);
  }
}
