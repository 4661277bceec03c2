package org.diestra.office.files;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.page.Flash;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A folder, or all of a workspace's files, as one archive. */
@Controller
class ZipController {
  private final Places places;
  private final Packing packing;
  private final Openings openings;
  private final Archive archive;

  ZipController(Places places, Packing packing, Openings openings, Archive archive) {
    this.places = places;
    this.packing = packing;
    this.openings = openings;
    this.archive = archive;
  }

  @GetMapping("/w/{workspace}/files/zip")
  @Nullable String all(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes onward)
      throws IOException {
    var pass = places.enter(viewer, workspace);
    return send(pass, null, pass.workspace().name(), request, response, onward);
  }

  @GetMapping("/w/{workspace}/files/{entry}/zip")
  @Nullable String folder(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable EntryId entry,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes onward)
      throws IOException {
    var place = places.find(viewer, workspace, entry);
    if (!place.entry().collection()) {
      throw new NotFound();
    }
    return send(place.pass(), entry, place.entry().name(), request, response, onward);
  }

  /** Too much leads back to the page, with what to do instead. */
  private @Nullable String send(
      Pass pass,
      @Nullable EntryId folder,
      String name,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes onward)
      throws IOException {
    return switch (packing.of(pass, folder)) {
      case Outcome.Refused<List<TreeStore.Packed>>(var why) -> {
        Flash.refused(onward, why);
        yield "redirect:" + Places.href(pass, folder);
      }
      case Outcome.Done<List<TreeStore.Packed>>(var packed) -> {
        var files = packed.stream().filter(one -> one.blob() != null).map(TreeStore.Packed::id);
        openings.note(pass.workspace().id(), pass.viewer().id(), files.toList(), Opening.Way.SAVED);
        archive.send(name, packed, request, response);
        yield null;
      }
    };
  }
}
