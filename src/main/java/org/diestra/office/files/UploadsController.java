package org.diestra.office.files;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.page.Flash;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code …/files/uploads}: files that come piece by piece, by {@link Tus}. */
@Controller
@RequestMapping("/w/{workspace}/files/uploads")
class UploadsController {
  private final Places places;
  private final Uploads uploads;
  private final TusAnswers answers;

  UploadsController(Places places, Uploads uploads, TusAnswers answers) {
    this.places = places;
    this.uploads = uploads;
    this.answers = answers;
  }

  @RequestMapping(method = RequestMethod.OPTIONS)
  void describe(Viewer viewer, @PathVariable WorkspaceId workspace, HttpServletResponse response) {
    places.enter(viewer, workspace);
    Tus.describe(response);
    response.setStatus(HttpStatus.NO_CONTENT.value());
  }

  @PostMapping
  void create(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var by = Bringer.of(places.enter(viewer, workspace));
    if (!Tus.speaks(request, response)) {
      response.setStatus(HttpStatus.PRECONDITION_FAILED.value());
      return;
    }
    var size = Tus.bytes(request, Tus.LENGTH);
    if (size.isEmpty()) {
      answers.refuse(Refusal.invalid("file", "files.upload.unsaid"), response);
      return;
    }
    var told = Tus.Told.of(request);
    var wanted =
        new UploadStart.Wanted(
            Places.folder(told.folder()), told.path(), told.name(), size.getAsLong(), told.mark());
    answers.create(by, wanted, request, response);
  }

  @RequestMapping(path = "/{upload}", method = RequestMethod.HEAD)
  void tell(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable String upload,
      HttpServletRequest request,
      HttpServletResponse response) {
    var by = Bringer.of(places.enter(viewer, workspace));
    var id = Ids.require(upload);
    if (Tus.speaks(request, response)) {
      answers.tell(by, id, response);
    } else {
      response.setStatus(HttpStatus.PRECONDITION_FAILED.value());
    }
  }

  @PatchMapping("/{upload}")
  void append(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable String upload,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var by = Bringer.of(places.enter(viewer, workspace));
    var id = Ids.require(upload);
    if (Tus.speaks(request, response)) {
      answers.append(by, id, request, response);
    } else {
      response.setStatus(HttpStatus.PRECONDITION_FAILED.value());
    }
  }

  @DeleteMapping("/{upload}")
  void drop(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable String upload,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var by = Bringer.of(places.enter(viewer, workspace));
    Tus.speaks(request, response);
    answers.drop(by, Ids.require(upload), response);
  }

  /** The same for a page without scripts. */
  @PostMapping("/{upload}/removal")
  String remove(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable String upload,
      RedirectAttributes onward)
      throws IOException {
    var by = Bringer.of(places.enter(viewer, workspace));
    var id = Ids.require(upload);
    var parent = uploads.get(by, id).parent();
    if (uploads.drop(by, id)) {
      Flash.ok(onward, "files.upload.dropped");
    } else {
      Flash.refused(onward, Refusal.conflict("files.upload.busy"));
    }
    return "redirect:" + Places.href(by.pass(), parent == null ? null : new EntryId(parent));
  }
}
