package org.diestra.office.manuals;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.BlobId;
import org.diestra.platform.blobs.BlobServing;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.blobs.Purpose;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** {@code …/files} and {@code …/preview}: what goes into a step, while it is being written. */
@Controller
@RequestMapping("/w/{workspace}/manuals/{id}")
class FilesController {
  private static final Pattern BRACKETS = Pattern.compile("[\\[\\]\\\\]");
  private final Places places;
  private final ManualFiles files;
  private final Blobs blobs;
  private final BlobServing serving;
  private final Pages pages;

  FilesController(Places places, ManualFiles files, Blobs blobs, BlobServing serving, Pages pages) {
    this.places = places;
    this.files = files;
    this.blobs = blobs;
    this.serving = serving;
    this.pages = pages;
  }

  /** Takes a file in and answers what to write where it shall stand. */
  @PostMapping("/files")
  ResponseEntity<String> upload(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ProcedureId id,
      @RequestParam @Nullable MultipartFile file)
      throws IOException {
    places.write(viewer, workspace, id);
    if (file == null) {
      return text(422, words(viewer, Refusal.invalid("file", "manuals.file.missing")));
    }
    var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
    try (var in = file.getInputStream()) {
      return switch (blobs.store(in, Purpose.ATTACHMENT, name, viewer.id().value())) {
        case Outcome.Done<Blob>(var blob) -> text(200, markdown(blob));
        case Outcome.Refused<Blob>(var why) -> text(why.kind().status(), words(viewer, why));
      };
    }
  }

  private String words(Viewer viewer, Refusal why) {
    return pages.formats(viewer.locale(), viewer.zone()).words(why);
  }

  private static String markdown(Blob blob) {
    var words = BRACKETS.matcher(blob.name()).replaceAll(" ");
    return "![" + words + "](file:" + blob.id().value() + ")";
  }

  private static ResponseEntity<String> text(int status, String words) {
    return ResponseEntity.status(status).contentType(MediaType.TEXT_PLAIN).body(words);
  }

  @GetMapping("/files/{file}")
  void file(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ProcedureId id,
      @PathVariable BlobId file,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var place = places.read(viewer, workspace, id);
    serving.show(files.get(place.procedure(), file, viewer.id()), request, response);
  }

  /** A text as the manual will show it. */
  @PostMapping("/preview")
  String preview(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ProcedureId id,
      @RequestParam(defaultValue = "") String text,
      Model model) {
    var place = places.write(viewer, workspace, id);
    model.addAttribute("text", text);
    model.addAttribute("files", files.of(place.procedure(), text, viewer.id()));
    return "_preview";
  }
}
