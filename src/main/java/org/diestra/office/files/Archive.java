package org.diestra.office.files;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.Blobs;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** A folder as one archive, made while it is sent: nothing of it is kept or held in memory. */
@Component
class Archive {
  /** What parts a path on one system or can't be in a name on another. */
  private static final Pattern UNSAFE = Pattern.compile("[\\\\:*?\"<>|]|[. ]$");

  private final Blobs blobs;

  Archive(Blobs blobs) {
    this.blobs = blobs;
  }

  /**
   * @param name of the archive, without its ending
   * @throws IOException if something of it can't be read: then the line breaks off, so that what
   *     has come can't be taken for the whole
   */
  void send(
      String name,
      List<TreeStore.Packed> packed,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    describe(name, response);
    if (request.getMethod().equals("HEAD")) {
      return; // nothing is packed for nobody
    }
    var kept = blobs.all(packed.stream().flatMap(one -> Stream.ofNullable(one.blob())).toList());
    var zip = new ZipOutputStream(response.getOutputStream()); // closed only where it is whole
    zip.setLevel(Deflater.BEST_SPEED);
    var used = new HashSet<String>();
    for (var one : packed) {
      add(zip, one, path(one, used), one.blob() == null ? null : kept.get(one.blob()));
    }
    zip.close();
  }

  private static void describe(String name, HttpServletResponse response) {
    var disposition =
        ContentDisposition.attachment().filename(name + ".zip", StandardCharsets.UTF_8).build();
    response.setContentType("application/zip");
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition.toString());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
  }

  private void add(ZipOutputStream zip, TreeStore.Packed one, String path, @Nullable Blob blob)
      throws IOException {
    var entry = new ZipEntry(path);
    entry.setLastModifiedTime(FileTime.from(one.changed()));
    zip.putNextEntry(entry);
    if (one.blob() != null) {
      if (blob == null) {
        throw new IOException("its bytes went while they were packed: " + one.blob());
      }
      try (var in = blobs.open(blob)) {
        in.transferTo(zip);
      }
    }
    zip.closeEntry();
  }

  /** Its path in the archive, which no system takes for anything but that; each its own. */
  private static String path(TreeStore.Packed one, Set<String> used) {
    var safe =
        Stream.of(one.path().split("/"))
            .map(name -> UNSAFE.matcher(name).replaceAll("_"))
            .collect(Collectors.joining("/"));
    var tail = one.blob() == null ? "/" : "";
    return IntStream.iterate(1, n -> n + 1)
        .mapToObj(n -> (n == 1 ? safe : EntryName.numbered(safe, n)) + tail)
        .filter(used::add)
        .findFirst()
        .orElseThrow();
  }
}
