package org.diestra.hiring.tryouts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.blobs.BlobId;
import org.diestra.platform.blobs.BlobServing;
import org.diestra.platform.previews.Previews;
import org.diestra.platform.previews.Previews.Size;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Files of a sample, looked at in place. What was handed in is shown to the client in previews that
 * bear a mark; the file itself is its bidder's alone.
 */
@Controller
@RequestMapping("/tryouts/{id}/files/{file}")
class FileController {
  /** Written across pictures, in both languages; a name would tell what may have been hidden. */
  static final String MARK = "Diestra · sample, no licence · muestra sin licencia";

  private final TryoutPages pages;
  private final Previews previews;
  private final BlobServing serving;

  FileController(TryoutPages pages, Previews previews, BlobServing serving) {
    this.pages = pages;
    this.previews = previews;
    this.serving = serving;
  }

  @GetMapping
  String page(Viewer viewer, @PathVariable TryoutId id, @PathVariable String file, Model model) {
    look(viewer, id, file, model);
    return "file";
  }

  /** The preview alone. */
  @GetMapping("/preview")
  String preview(Viewer viewer, @PathVariable TryoutId id, @PathVariable String file, Model model) {
    look(viewer, id, file, model);
    return "_file";
  }

  @GetMapping("/page/{page:\\d{1,2}}")
  void picture(
      Viewer viewer,
      @PathVariable TryoutId id,
      @PathVariable String file,
      @PathVariable int page,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var seen = pages.file(viewer, id, BlobId.of(file));
    var picture = previews.picture(seen.file().blob(), page, Size.LARGE, seen.mark());
    serving.show(picture.orElseThrow(NotFound::new), request, response);
  }

  /** The file as it came, for whoever brought it, and a task's for whoever is to do it. */
  @GetMapping("/original")
  void original(
      Viewer viewer,
      @PathVariable TryoutId id,
      @PathVariable String file,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var seen = pages.file(viewer, id, BlobId.of(file));
    if (!seen.original()) {
      throw new NotFound();
    }
    serving.save(seen.file().blob(), request, response);
  }

  private void look(Viewer viewer, TryoutId id, String file, Model model) {
    var seen = pages.file(viewer, id, BlobId.of(file));
    model.addAttribute("seen", seen);
    model.addAttribute("preview", previews.of(seen.file().blob(), seen.mark()));
  }
}
