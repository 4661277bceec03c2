package org.diestra.office.contacts;

import java.util.EnumMap;
import java.util.Map;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.page.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /w/{workspace}/contacts/rules}: how far each area goes in the book. */
@Controller
@RequestMapping("/w/{workspace}/contacts/rules")
class RulesController {
  private final Workspaces workspaces;
  private final Books books;

  RulesController(Workspaces workspaces, Books books) {
    this.workspaces = workspaces;
    this.books = books;
  }

  @GetMapping
  String show(Viewer viewer, @PathVariable WorkspaceId workspace, Model model) {
    var pass = workspaces.enter(viewer, workspace);
    model.addAttribute("pass", pass);
    model.addAttribute("rules", books.rules(pass));
    return "rules";
  }

  @PostMapping
  String change(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @RequestParam Map<String, String> sent,
      RedirectAttributes onward) {
    var pass = workspaces.enter(viewer, workspace);
    var rules = new EnumMap<>(books.rules(pass));
    for (var area : Area.values()) {
      var said = sent.get(area.slug());
      if (said != null) {
        rules.put(area, Reach.read(said) == Reach.KEEP ? Reach.WRITE : Reach.read(said));
      }
    }
    books.rule(pass, rules);
    Flash.ok(onward, "contacts.rules.changed");
    return "redirect:" + pass.href("contacts");
  }
}
