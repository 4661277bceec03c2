package org.diestra.office.files;

import java.util.stream.Collectors;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.page.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code …/files/trash}: what was deleted in the last thirty days. */
@Controller
@RequestMapping("/w/{workspace}/files/trash")
class TrashController {
  private final Places places;
  private final Trash trash;
  private final Files files;
  private final Accounts accounts;

  TrashController(Places places, Trash trash, Files files, Accounts accounts) {
    this.places = places;
    this.trash = trash;
    this.files = files;
    this.accounts = accounts;
  }

  @GetMapping
  String list(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @RequestParam(defaultValue = "") String after,
      Model model) {
    var pass = places.enter(viewer, workspace);
    var found = trash.of(pass, Places.folder(after));
    var shown = found.subList(0, Math.min(Trash.PAGE, found.size()));
    model.addAttribute("pass", pass);
    model.addAttribute("trashed", shown);
    model.addAttribute(
        "frozen", trash.frozen(pass, shown.stream().map(one -> one.entry().id()).toList()));
    model.addAttribute(
        "names",
        accounts.names(shown.stream().map(ListStore.Trashed::by).collect(Collectors.toSet())));
    if (found.size() > shown.size()) {
      var last = shown.getLast().entry().key();
      model.addAttribute("next", pass.href("files/trash?after=" + last));
    }
    model.addAttribute("space", files.space(pass));
    model.addAttribute("days", Trash.KEPT.toDays());
    return "trash";
  }

  @PostMapping("/{entry}/restoration")
  String restore(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable EntryId entry,
      RedirectAttributes onward) {
    var pass = places.enter(viewer, workspace);
    var restored = trash.restore(pass, entry);
    Flash.ok(onward, "files.restored", restored.name());
    return "redirect:"
        + Places.href(pass, restored.parent() == null ? null : new EntryId(restored.parent()));
  }

  @PostMapping("/{entry}/removal")
  String remove(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable EntryId entry,
      RedirectAttributes onward) {
    var pass = places.enter(viewer, workspace);
    trash
        .remove(pass, entry)
        .fold(
            gone -> {
              Flash.ok(onward, "files.purged");
              return gone;
            },
            why -> {
              Flash.refused(onward, why);
              return why;
            });
    return "redirect:" + pass.href("files/trash");
  }

  @PostMapping("/removal")
  String empty(Viewer viewer, @PathVariable WorkspaceId workspace, RedirectAttributes onward) {
    var pass = places.enter(viewer, workspace);
    int gone = 0;
    for (int some = Trash.PAGE; some == Trash.PAGE; ) {
      some = trash.empty(pass);
      gone += some;
    }
    Flash.ok(onward, "files.emptied", gone);
    return "redirect:" + pass.href("files/trash");
  }
}
