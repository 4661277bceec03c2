package org.diestra.hiring.proposals;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.diestra.hiring.jobs.JobId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.blobs.BlobServing;
import org.diestra.platform.blobs.Kind;
import org.diestra.platform.previews.Previews;
import org.diestra.platform.previews.Previews.Size;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Samples and files that go with a bid, looked at in place by whoever may read the bid. An address
 * names a place in the bid, so what stands there may be another tomorrow.
 */
@Controller
@RequestMapping("/jobs/{id}/bids/{bid}/pieces/{number:\\d{1,2}}")
class PieceController {
  private final BidReader reader;
  private final Previews previews;
  private final BlobServing serving;

  PieceController(BidReader reader, Previews previews, BlobServing serving) {
    this.reader = reader;
    this.previews = previews;
    this.serving = serving;
  }

  @GetMapping
  String page(
      Viewer viewer,
      @PathVariable JobId id,
      @PathVariable BidId bid,
      @PathVariable int number,
      Model model) {
    look(viewer, id, bid, number, model);
    return "piece";
  }

  /** The preview alone. */
  @GetMapping("/preview")
  String preview(
      Viewer viewer,
      @PathVariable JobId id,
      @PathVariable BidId bid,
      @PathVariable int number,
      Model model) {
    look(viewer, id, bid, number, model);
    return "_piece";
  }

  @GetMapping("/page/{page:\\d{1,2}}")
  void picture(
      Viewer viewer,
      @PathVariable JobId id,
      @PathVariable BidId bid,
      @PathVariable int number,
      @PathVariable int page,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var found = reader.piece(viewer, id, bid, number);
    var picture =
        previews.picture(found.blob(), page, Size.LARGE, found.mark()).orElseThrow(NotFound::new);
    var shown = found.hidden() ? picture.named("piece-" + number + "-" + page) : picture;
    serving.showCurrent(shown, request, response);
  }

  /** The file as it came, where no preview can stand for it. */
  @GetMapping("/original")
  void original(
      Viewer viewer,
      @PathVariable JobId id,
      @PathVariable BidId bid,
      @PathVariable int number,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var found = reader.piece(viewer, id, bid, number);
    if (!found.original()) {
      throw new NotFound();
    }
    var blob = found.blob();
    if (blob.kind() == Kind.AUDIO || blob.kind() == Kind.VIDEO) {
      serving.showCurrent(blob, request, response);
    } else {
      serving.save(blob, request, response);
    }
  }

  private void look(Viewer viewer, JobId id, BidId bid, int number, Model model) {
    var found = reader.piece(viewer, id, bid, number);
    model.addAttribute("piece", found);
    model.addAttribute("preview", previews.of(found.blob(), found.mark()));
  }
}
