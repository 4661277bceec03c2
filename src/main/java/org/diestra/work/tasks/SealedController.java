package org.diestra.work.tasks;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.BlobId;
import org.diestra.platform.blobs.BlobServing;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.blobs.FileType;
import org.diestra.platform.blobs.Kind;
import org.diestra.platform.page.Pages;
import org.diestra.platform.previews.Preview;
import org.diestra.platform.previews.Previews;
import org.diestra.platform.previews.Previews.Size;
import org.diestra.platform.previews.Table;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.tasks.TaskPages.Seen;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Files that were delivered, looked at in place: before a trial is paid its client sees them in
 * marked previews alone.
 */
@Controller
@RequestMapping("/contracts/{contract}/tasks/{id}/files/{file}")
class SealedController {
  /** Written across pictures, in both languages. */
  static final String MARK = "Diestra · paid trial, unpaid yet · prueba aún sin pagar";

  private static final Set<Kind> SHOWN =
      EnumSet.of(Kind.IMAGE, Kind.PDF, Kind.TEXT, Kind.SPREADSHEET);

  private final TaskPages pages;
  private final Blobs blobs;
  private final Previews previews;
  private final BlobServing serving;

  SealedController(TaskPages pages, Blobs blobs, Previews previews, BlobServing serving) {
    this.pages = pages;
    this.blobs = blobs;
    this.previews = previews;
    this.serving = serving;
  }

  @GetMapping("/look")
  String look(
      Viewer viewer,
      @PathVariable ContractId contract,
      @PathVariable TaskId id,
      @PathVariable BlobId file,
      HttpServletRequest request,
      Model model) {
    var seen = pages.seen(viewer, contract, id);
    var blob = held(id, file);
    model.addAttribute("seen", seen);
    model.addAttribute("file", blob);
    var preview = previews.of(blob, mark(seen));
    model.addAttribute("preview", seen.sealed() ? half(preview) : preview);
    return Pages.wantsFragment(request) ? "_look" : "look";
  }

  @GetMapping("/page/{page:\\d{1,2}}")
  void picture(
      Viewer viewer,
      @PathVariable ContractId contract,
      @PathVariable TaskId id,
      @PathVariable BlobId file,
      @PathVariable int page,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var seen = pages.seen(viewer, contract, id);
    var picture = previews.picture(held(id, file), page, Size.LARGE, mark(seen));
    serving.show(picture.orElseThrow(NotFound::new), request, response);
  }

  /** What can be shown without giving out the file, so that nobody pays for what nobody saw. */
  static boolean shows(Blob file) {
    return SHOWN.contains(file.kind()) && file.type() != FileType.XLS;
  }

  /** Of what bears no mark, half. */
  private static Preview half(Preview preview) {
    return switch (preview) {
      case Preview.Text(String text, boolean more) ->
          new Preview.Text(
              text.substring(
                  0, text.offsetByCodePoints(0, text.codePointCount(0, text.length()) / 2)),
              true);
      case Preview.Sheet(Table table) ->
          new Preview.Sheet(
              new Table(table.rows().subList(0, (table.rows().size() + 1) / 2), true));
      default -> preview;
    };
  }

  private Blob held(TaskId id, BlobId file) {
    if (!pages.holds(id, file)) {
      throw new NotFound();
    }
    return blobs.get(file);
  }

  private static String mark(Seen seen) {
    return seen.sealed() ? MARK : "";
  }
}
