package org.diestra.platform.accounts;

import java.io.IOException;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.BlobId;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.previews.Photos;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.multipart.MultipartFile;

/** People's photos: cut to a portrait, held while they are shown. */
@Component
class Portraits {
  private static final String HOLDER = "accounts";
  private final Accounts accounts;
  private final Photos photos;
  private final Blobs blobs;
  private final TransactionOperations transaction;

  Portraits(Accounts accounts, Photos photos, Blobs blobs, TransactionOperations transaction) {
    this.accounts = accounts;
    this.photos = photos;
    this.blobs = blobs;
    this.transaction = transaction;
  }

  /** Where a photo is served, or null where there is none; a new photo has a new address. */
  static @Nullable String url(PersonId person, @Nullable BlobId photo) {
    return photo == null ? null : "/people/" + person + "/photo/" + photo;
  }

  /** Cuts the picture before the transaction begins, as that takes its time. */
  Outcome<PersonId> choose(Viewer viewer, @Nullable MultipartFile file) throws IOException {
    if (file == null || file.isEmpty()) {
      return Outcome.refused(Refusal.invalid("photo", "accounts.settings.photo.missing"));
    }
    var name = file.getOriginalFilename();
    try (var in = file.getInputStream()) {
      return switch (photos.store(in, name == null ? "photo" : name, viewer.id().value())) {
        case Outcome.Refused<Blob>(var why) ->
            Outcome.refused(new Refusal(why.kind(), why.key(), why.args(), "photo"));
        case Outcome.Done<Blob>(var blob) -> {
          change(viewer, blob.id());
          photos.small(blob); // now, so that no list waits for it
          yield Outcome.done(viewer.id());
        }
      };
    }
  }

  void remove(Viewer viewer) {
    change(viewer, null);
  }

  private void change(Viewer viewer, @Nullable BlobId photo) {
    transaction.executeWithoutResult(tx -> {
      blobs.releaseAll(HOLDER, viewer.id().value());
      accounts.choosePhoto(viewer.id(), photo);
      if (photo != null) {
        blobs.hold(photo, HOLDER, viewer.id().value());
      }
    });
  }
}
