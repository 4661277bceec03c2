package org.diestra.office.files;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.blobs.BlobServing;
import org.diestra.platform.page.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code …/files/{entry}/versions/{number}}: what a file was before, and may become again. */
@Controller
@RequestMapping("/w/{workspace}/files/{entry}/versions/{number}")
class VersionsController {
  private final Places places;
  private final Versions versions;
  private final Openings openings;
  private final BlobServing serving;

  VersionsController(Places places, Versions versions, Openings openings, BlobServing serving) {
    this.places = places;
    this.versions = versions;
    this.openings = openings;
    this.serving = serving;
  }

  @GetMapping
  void save(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable EntryId entry,
      @PathVariable int number,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var place = places.find(viewer, workspace, entry);
    var version = versions.get(place.pass(), entry, number);
    openings.note(place.pass(), place.entry(), Opening.Way.SAVED);
    serving.saveCurrent(versions.blob(place.entry(), version.content()), request, response);
  }

  @PostMapping("/restoration")
  String restore(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable EntryId entry,
      @PathVariable int number,
      RedirectAttributes onward) {
    var pass = places.enter(viewer, workspace);
    versions
        .restore(pass, entry, number)
        .fold(
            restored -> {
              Flash.ok(onward, "files.version.restored", number);
              return restored;
            },
            why -> {
              Flash.refused(onward, why);
              return why;
            });
    return "redirect:" + Places.href(pass, entry);
  }
}
