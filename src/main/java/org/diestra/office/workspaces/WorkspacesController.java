package org.diestra.office.workspaces;

import java.util.List;
import org.diestra.platform.accounts.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** {@code /w}: the rooms somebody may enter, and the way into one. */
@Controller
@RequestMapping("/w")
class WorkspacesController {
  private final Workspaces workspaces;

  WorkspacesController(Workspaces workspaces) {
    this.workspaces = workspaces;
  }

  @GetMapping
  String list(Viewer viewer, Model model) {
    // a client has a room from the first time somebody who keeps it looks for it
    viewer.hiring().forEach(m -> workspaces.open(m.organisation()));
    List<Pass> passes = workspaces.of(viewer);
    if (passes.size() == 1) {
      return "redirect:" + passes.getFirst().workspace().href();
    }
    model.addAttribute("viewer", viewer);
    model.addAttribute("passes", passes);
    return "index";
  }

  @GetMapping("/{workspace}")
  String show(Viewer viewer, @PathVariable WorkspaceId workspace, Model model) {
    model.addAttribute("pass", workspaces.enter(viewer, workspace));
    return "show";
  }
}
