package org.diestra.office.files;

import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.page.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code …/files/trash}: what was deleted in the last thirty days. */
@Controller
@RequestMapping("/w/{workspace}/files/trash")
class TrashController {
  private final Places places;
  private final Trash trash;
  private final Files files;

  TrashController(Places places, Trash trash, Files files) {
    this.places = places;
    this.trash = trash;
    this.files = files;
  }

  @GetMapping
  String list(Viewer viewer, @PathVariable WorkspaceId workspace, Model model) {
    var pass = places.enter(viewer, workspace);
    model.addAttribute("pass", pass);
    model.addAttribute("entries", trash.of(pass));
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
    trash.remove(pass, entry);
    Flash.ok(onward, "files.purged");
    return "redirect:" + pass.href("files/trash");
  }

  @PostMapping("/removal")
  String empty(Viewer viewer, @PathVariable WorkspaceId workspace, RedirectAttributes onward) {
    var pass = places.enter(viewer, workspace);
    Flash.ok(onward, "files.emptied", trash.empty(pass));
    return "redirect:" + pass.href("files/trash");
  }
}
