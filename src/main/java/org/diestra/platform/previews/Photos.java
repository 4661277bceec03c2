package org.diestra.platform.previews;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Optional;
import java.util.UUID;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.blobs.Purpose;
import org.diestra.platform.blobs.Received;
import org.diestra.platform.previews.Making.Wanted;
import org.diestra.platform.previews.Order.Work;
import org.springframework.stereotype.Service;

/**
 * People's portraits: the upright square middle of what they bring, in pixels of our own. The
 * original, with the place and the telephone written in it, is not kept.
 */
@Service
public class Photos {
  /** Pixels a side, as it is kept. */
  public static final int SIDE = 192;

  /** Pixels a side, for a list. */
  public static final int SMALL_SIDE = 96;

  private final Blobs blobs;
  private final Studio studio;
  private final Making making;

  Photos(Blobs blobs, Studio studio, Making making) {
    this.blobs = blobs;
    this.studio = studio;
    this.making = making;
  }

  /**
   * Makes a portrait and keeps it as this person's file, to be {@link Blobs#hold held} like any
   * other.
   *
   * @throws IOException when the stream breaks off
   */
  public Outcome<Blob> store(InputStream in, String fileName, UUID owner) throws IOException {
    return switch (blobs.receive(in, Purpose.PHOTO, fileName)) {
      case Outcome.Refused<Received>(var why) -> Outcome.refused(why);
      case Outcome.Done<Received>(var received) -> {
        try (received) {
          yield cut(received, owner);
        }
      }
    };
  }

  private Outcome<Blob> cut(Received received, UUID owner) throws IOException {
    var result = Files.createTempFile("photo", "");
    try {
      var wanted = new Wanted(Work.SQUARE, 1, SIDE, "");
      var answer = studio.make(Making.order(received.file(), received.type(), wanted, result));
      if (!(answer instanceof Answer.Picture(var type, _))) {
        return Outcome.refused(Refusal.invalid("file", "previews.broken"));
      }
      try (var cut = Files.newInputStream(result)) {
        return blobs.store(cut, Purpose.PHOTO, "photo." + type.extension(), owner);
      }
    } finally {
      Files.deleteIfExists(result);
    }
  }

  /** The same portrait for a list. */
  public Optional<Blob> small(Blob photo) {
    return making
        .made(photo, new Wanted(Work.SQUARE, 1, SMALL_SIDE, ""))
        .flatMap(made -> Optional.ofNullable(made.blob()))
        .flatMap(blobs::find);
  }
}
