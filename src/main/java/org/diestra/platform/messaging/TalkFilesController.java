package org.diestra.platform.messaging;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.BlobId;
import org.diestra.platform.blobs.BlobServing;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.previews.Previews;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** {@code /messages/{thread}/files/{file}}: what was sent along, for those who take part. */
@Controller
@RequestMapping("/messages/{thread}/files/{file}")
class TalkFilesController {
  private final TalkReader reader;
  private final Subjects subjects;
  private final Blobs blobs;
  private final BlobServing serving;
  private final Previews previews;

  TalkFilesController(
      TalkReader reader, Subjects subjects, Blobs blobs, BlobServing serving, Previews previews) {
    this.reader = reader;
    this.subjects = subjects;
    this.blobs = blobs;
    this.serving = serving;
    this.previews = previews;
  }

  @GetMapping
  void file(
      Viewer viewer,
      @PathVariable ThreadId thread,
      @PathVariable BlobId file,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    serving.show(found(viewer, thread, file), request, response);
  }

  /** A small picture of it. */
  @GetMapping("/small")
  void small(
      Viewer viewer,
      @PathVariable ThreadId thread,
      @PathVariable BlobId file,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var picture = previews.picture(found(viewer, thread, file), 1, Previews.Size.SMALL, "");
    serving.show(picture.orElseThrow(NotFound::new), request, response);
  }

  private Blob found(Viewer viewer, ThreadId thread, BlobId file) {
    reader.requireFile(viewer.id(), thread, file);
    subjects.of(viewer, reader.talk(viewer.id(), thread));
    return blobs.get(file);
  }
}
