package org.diestra.office.files;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.Blobs;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A folder as one archive, made while it is sent: nothing of it is kept or held in memory. */
@Controller
class ZipController {
  private final Places places;
  private final Packing packing;
  private final Blobs blobs;

  ZipController(Places places, Packing packing, Blobs blobs) {
    this.places = places;
    this.packing = packing;
    this.blobs = blobs;
  }

  @GetMapping("/w/{workspace}/files/zip")
  void all(Viewer viewer, @PathVariable WorkspaceId workspace, HttpServletResponse response)
      throws IOException {
    var pass = places.enter(viewer, workspace);
    send(pass, null, pass.workspace().name(), response);
  }

  @GetMapping("/w/{workspace}/files/{entry}/zip")
  void folder(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable EntryId entry,
      HttpServletResponse response)
      throws IOException {
    var place = places.find(viewer, workspace, entry);
    if (!place.entry().collection()) {
      throw new NotFound();
    }
    send(place.pass(), entry, place.entry().name(), response);
  }

  private void send(Pass pass, @Nullable EntryId folder, String name, HttpServletResponse response)
      throws IOException {
    var packed = packing.of(pass, folder);
    var kept = blobs.all(packed.stream().flatMap(one -> Stream.ofNullable(one.blob())).toList());
    var disposition =
        ContentDisposition.attachment().filename(name + ".zip", StandardCharsets.UTF_8).build();
    response.setContentType("application/zip");
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition.toString());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
    try (var zip = new ZipOutputStream(response.getOutputStream())) {
      zip.setLevel(Deflater.BEST_SPEED);
      for (var one : packed) {
        add(zip, one, one.blob() == null ? null : kept.get(one.blob()));
      }
    }
  }

  /** What vanished since it was listed is left out. */
  private void add(ZipOutputStream zip, TreeStore.Packed one, @Nullable Blob blob)
      throws IOException {
    boolean folder = one.blob() == null;
    if (!folder && blob == null) {
      return;
    }
    var entry = new ZipEntry(folder ? one.path() + "/" : one.path());
    entry.setLastModifiedTime(FileTime.from(one.changed()));
    zip.putNextEntry(entry);
    if (blob != null) {
      try (var in = blobs.open(blob)) {
        in.transferTo(zip);
      }
    }
    zip.closeEntry();
  }
}
