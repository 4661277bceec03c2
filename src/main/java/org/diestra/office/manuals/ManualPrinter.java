package org.diestra.office.manuals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.diestra.office.manuals.Places.Place;
import org.diestra.office.manuals.Places.Sheet;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.BlobId;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.blobs.FileType;
import org.diestra.platform.page.Pages;
import org.diestra.platform.paper.Press;
import org.diestra.platform.writing.Embedded;
import org.springframework.stereotype.Component;

/** Prints a version in its language of record, with its pictures. */
@Component
class ManualPrinter {
  private static final Set<FileType> PICTURES = EnumSet.of(FileType.PNG, FileType.JPEG);
  private static final long LARGEST = 3_000_000; // bytes of one picture
  private static final long LARGEST_PAPER = 20_000_000; // bytes of all, each time one stands there
  private final Places places;
  private final Blobs blobs;
  private final Pages pages;

  ManualPrinter(Places places, Blobs blobs, Pages pages) {
    this.places = places;
    this.blobs = blobs;
    this.pages = pages;
  }

  byte[] print(Place place, Version version) {
    var sheet = places.sheet(place, version.written().instructions());
    var onPaper = new Sheet(sheet.text(), withPictures(sheet.files()));
    var locale = Locale.of(place.procedure().language());
    var html =
        pages.text(
            "office/manuals/print.jte",
            Map.of("place", place, "version", version, "sheet", onPaper),
            locale,
            place.pass().workspace().zone());
    return Press.print(html);
  }

  /** What goes beyond the paper's bound is named and linked, however often it stands there. */
  private Function<UUID, Optional<Embedded>> withPictures(
      Function<UUID, Optional<Embedded>> files) {
    var left = new AtomicLong(LARGEST_PAPER);
    return id ->
        files
            .apply(id)
            .map(file ->
                blobs
                    .find(new BlobId(id))
                    .filter(blob -> left.addAndGet(-blob.size()) >= 0)
                    .map(blob -> drawn(blob, file))
                    .orElse(file));
  }

  private Embedded drawn(Blob blob, Embedded file) {
    if (!PICTURES.contains(blob.type()) || blob.size() > LARGEST) {
      return file;
    }
    try (var in = blobs.open(blob)) {
      var data = Base64.getEncoder().encodeToString(in.readAllBytes());
      return new Embedded(
          "data:" + file.mediaType() + ";base64," + data, file.mediaType(), file.name());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
