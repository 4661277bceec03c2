package org.diestra.office.manuals;

import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code …/versions}: everything that was ever published, and what changed from one to another. */
@Controller
@RequestMapping("/w/{workspace}/manuals/{id}/versions")
class VersionsController {
  private final Places places;
  private final Manuals manuals;
  private final Accounts accounts;

  VersionsController(Places places, Manuals manuals, Accounts accounts) {
    this.places = places;
    this.manuals = manuals;
    this.accounts = accounts;
  }

  @GetMapping
  String list(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ProcedureId id,
      Model model) {
    var place = places.read(viewer, workspace, id);
    var versions = manuals.versions(id);
    model.addAttribute("place", place);
    model.addAttribute("versions", versions);
    model.addAttribute(
        "names", accounts.names(versions.stream().map(Version::publishedBy).distinct().toList()));
    return "versions";
  }

  @GetMapping("/{number}")
  String show(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ProcedureId id,
      @PathVariable int number,
      Model model) {
    var place = places.read(viewer, workspace, id);
    var version = manuals.version(id, number);
    model.addAttribute("place", place);
    model.addAttribute("version", version);
    model.addAttribute("sheet", places.sheet(place, version.written().instructions()));
    return "version";
  }

  /** What changed up to that version, from the one before it or an earlier one. */
  @GetMapping("/{number}/changes")
  String changes(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ProcedureId id,
      @PathVariable int number,
      @RequestParam @Nullable Integer from,
      Model model) {
    var place = places.read(viewer, workspace, id);
    int earlier = from == null ? number - 1 : from;
    if (earlier >= number) {
      throw new NotFound();
    }
    var before = manuals.version(id, earlier);
    var after = manuals.version(id, number);
    model.addAttribute("place", place);
    model.addAttribute("before", before);
    model.addAttribute("after", after);
    return "changes";
  }
}
