package org.diestra.office.contacts;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.diestra.office.contacts.Merging.Field;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.page.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /w/{workspace}/contacts/twins}: who stands in the book twice. */
@Controller
@RequestMapping("/w/{workspace}/contacts/twins")
class TwinsController {
  private final Workspaces workspaces;
  private final Books books;
  private final Twins twins;

  TwinsController(Workspaces workspaces, Books books, Twins twins) {
    this.workspaces = workspaces;
    this.books = books;
    this.twins = twins;
  }

  @GetMapping
  String list(Viewer viewer, @PathVariable WorkspaceId workspace, Model model) {
    model.addAttribute("pass", workspaces.enter(viewer, workspace));
    model.addAttribute("pairs", twins.pairs(books.writes(workspace)));
    return "twins";
  }

  @GetMapping("/{one}/{other}")
  String both(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable CardId one,
      @PathVariable CardId other,
      Model model) {
    model.addAttribute("pass", workspaces.enter(viewer, workspace));
    model.addAttribute("both", twins.both(books.writes(workspace), one, other));
    return "merge";
  }

  @PostMapping("/{one}/{other}")
  String merge(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable CardId one,
      @PathVariable CardId other,
      @RequestParam Map<String, String> sent,
      RedirectAttributes onward) {
    var pass = workspaces.enter(viewer, workspace);
    var chosen = EnumSet.noneOf(Field.class);
    for (var field : Field.values()) {
      if ("other".equals(sent.get(field.slug()))) {
        chosen.add(field);
      }
    }
    var seen = List.of(sent.getOrDefault("one", ""), sent.getOrDefault("other", ""));
    return switch (twins.merge(books.writes(workspace), one, other, seen, chosen, viewer.id())) {
      case Outcome.Done<CardId>(var id) -> {
        Flash.undoable(onward, pass.href("contacts/" + id + "/separation"), "contacts.merged");
        yield "redirect:" + pass.href("contacts/" + id);
      }
      case Outcome.Refused<CardId>(var why) -> {
        Flash.refused(onward, why);
        yield "redirect:" + pass.href("contacts/twins/" + one + "/" + other);
      }
    };
  }

  @PostMapping("/{one}/{other}/apart")
  String apart(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable CardId one,
      @PathVariable CardId other,
      RedirectAttributes onward) {
    var pass = workspaces.enter(viewer, workspace);
    twins.apart(books.writes(workspace), one, other, viewer.id());
    Flash.ok(onward, "contacts.twins.said");
    return "redirect:" + pass.href("contacts/twins");
  }
}
