package org.diestra.hiring.samples;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.BlobServing;
import org.diestra.platform.blobs.Kind;
import org.diestra.platform.page.Guests;
import org.diestra.platform.previews.Previews;
import org.diestra.platform.previews.Previews.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** {@code /samples/{id}}: a sample looked at in place, by whoever may see it. */
@Controller
@Guests
@RequestMapping("/samples/{id}")
class PreviewController {
  private final Samples samples;
  private final Previews previews;
  private final BlobServing serving;
  private final Accounts accounts;

  PreviewController(Samples samples, Previews previews, BlobServing serving, Accounts accounts) {
    this.samples = samples;
    this.previews = previews;
    this.serving = serving;
    this.accounts = accounts;
  }

  @GetMapping
  String page(@PathVariable String id, @Nullable Viewer viewer, Model model) {
    view(id, viewer, model);
    return "show";
  }

  /** The preview alone. */
  @GetMapping("/preview")
  String preview(@PathVariable String id, @Nullable Viewer viewer, Model model) {
    view(id, viewer, model);
    return "_preview";
  }

  @GetMapping("/small")
  void small(
      @PathVariable String id,
      @Nullable Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    picture(id, viewer, 1, Size.SMALL, request, response);
  }

  /** Smaller still, as a page with several of them has little to carry. */
  @GetMapping("/tiny")
  void tiny(
      @PathVariable String id,
      @Nullable Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    picture(id, viewer, 1, Size.TINY, request, response);
  }

  @GetMapping("/page/{page:\\d{1,2}}")
  void page(
      @PathVariable String id,
      @PathVariable int page,
      @Nullable Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    picture(id, viewer, page, Size.LARGE, request, response);
  }

  /** For the first view of a page, and for phones. */
  @GetMapping("/page/{page:\\d{1,2}}/medium")
  void medium(
      @PathVariable String id,
      @PathVariable int page,
      @Nullable Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    picture(id, viewer, page, Size.MEDIUM, request, response);
  }

  /** The file as it came, where the previews can't stand for it. */
  @GetMapping("/file")
  void file(
      @PathVariable String id,
      @Nullable Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var card = samples.seen(viewer, SampleId.of(id));
    if (!SampleView.original(viewer, card)) {
      throw new NotFound();
    }
    var file = samples.file(card);
    if (file.kind() == Kind.AUDIO || file.kind() == Kind.VIDEO) {
      serving.show(file, request, response);
    } else {
      serving.save(file, request, response);
    }
  }

  private void picture(
      String id,
      @Nullable Viewer viewer,
      int page,
      Size size,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var card = samples.seen(viewer, SampleId.of(id));
    Optional<Blob> picture = previews.picture(samples.file(card), page, size, mark(card));
    serving.show(picture.orElseThrow(NotFound::new), request, response);
  }

  private void view(String id, @Nullable Viewer viewer, Model model) {
    var card = samples.seen(viewer, SampleId.of(id));
    var preview = previews.of(samples.file(card), mark(card));
    boolean own = viewer != null && viewer.id().equals(card.owner());
    model.addAttribute(
        "view", new SampleView(card, preview, SampleView.original(viewer, card), own));
  }

  private String mark(SampleCard card) {
    return Marks.of(accounts.contact(card.owner()).orElseThrow(NotFound::new).name());
  }
}
