package org.diestra.office.contacts;

import java.io.IOException;
import java.util.Optional;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.previews.Photos;
import org.diestra.platform.vcard.CardPhoto;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Photos for cards: small squares in pixels of our own, without what a camera noted in them. */
@Component
class Snapshots {
  private final Photos photos;
  private final Blobs blobs;

  Snapshots(Photos photos, Blobs blobs) {
    this.photos = photos;
    this.blobs = blobs;
  }

  /** Empty where nothing was brought, or, with a problem, where it is no picture. */
  Optional<CardPhoto> of(@Nullable MultipartFile file, Viewer viewer, Problems problems)
      throws IOException {
    if (file == null || file.isEmpty()) {
      return Optional.empty();
    }
    try (var in = file.getInputStream()) {
      var name = file.getOriginalFilename();
      return switch (photos.store(in, name == null ? "photo" : name, viewer.id().value())) {
        case Outcome.Refused<Blob>(var why) -> {
          problems.add(new Refusal(why.kind(), why.key(), why.args(), "photo"));
          yield Optional.empty();
        }
        case Outcome.Done<Blob>(var blob) -> read(blob);
      };
    }
  }

  private Optional<CardPhoto> read(Blob blob) throws IOException {
    try (var in = blobs.open(blob)) {
      return CardPhoto.of(in.readAllBytes());
    }
  }
}
