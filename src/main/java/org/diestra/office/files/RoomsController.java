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

/** {@code …/files/room}: what takes room, for those who keep the workspace. */
@Controller
@RequestMapping("/w/{workspace}/files")
class RoomsController {
  private final Places places;
  private final Rooms rooms;

  RoomsController(Places places, Rooms rooms) {
    this.places = places;
    this.rooms = rooms;
  }

  @GetMapping("/room")
  String show(Viewer viewer, @PathVariable WorkspaceId workspace, Model model) {
    var pass = places.enter(viewer, workspace);
    model.addAttribute("pass", pass);
    model.addAttribute("use", rooms.of(pass));
    return "room";
  }

  @PostMapping("/{entry}/versions/removal")
  String forget(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable EntryId entry,
      RedirectAttributes onward) {
    var pass = places.enter(viewer, workspace);
    Flash.ok(onward, "files.room.forgotten", rooms.forgetOlder(pass, entry));
    return "redirect:" + pass.href("files/room");
  }
}
