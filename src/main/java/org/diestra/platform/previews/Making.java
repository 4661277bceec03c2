package org.diestra.platform.previews;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.blobs.FileType;
import org.diestra.platform.previews.Order.Work;
import org.diestra.platform.previews.PreviewStore.Made;
import org.springframework.stereotype.Component;

/** Makes what is asked for once: then it is there, or known to be impossible. */
@Component
class Making {
  private final Blobs blobs;
  private final PreviewStore store;
  private final Studio studio;
  private final Clock clock;

  Making(Blobs blobs, PreviewStore store, Studio studio, Clock clock) {
    this.blobs = blobs;
    this.store = store;
    this.studio = studio;
    this.clock = clock;
  }

  /** What is wanted of a file; a word that differs for all that look different. */
  record Wanted(Work work, int page, int pixels, String mark) {
    String variant() {
      return work.name().toLowerCase(Locale.ROOT) + "/" + page + "/" + pixels + "/" + mark;
    }
  }

  /** Empty when it can't be made, or, without being remembered, when the disk is full. */
  Optional<Made> made(Blob of, Wanted wanted) {
    var known = store.find(of.sha256(), wanted.variant());
    if (known.isPresent()) {
      return known.filter(made -> !made.failed());
    }
    var fresh = make(of, wanted);
    fresh.ifPresent(made -> store.add(of.sha256(), wanted.variant(), made, clock.instant()));
    return fresh.filter(made -> !made.failed());
  }

  private Optional<Made> make(Blob of, Wanted wanted) {
    try {
      var result = Files.createTempFile("preview", "");
      try {
        return keep(of, studio.make(order(blobs.file(of), of.type(), wanted, result)), result);
      } finally {
        Files.deleteIfExists(result);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Order order(Path from, FileType type, Wanted wanted, Path to) {
    return new Order(wanted.work(), from, to, type, wanted.page(), wanted.pixels(), wanted.mark());
  }

  private Optional<Made> keep(Blob of, Answer answer, Path result) throws IOException {
    return switch (answer) {
      case Answer.Failed(), Answer.Words() -> Optional.of(Made.failure());
      case Answer.Picture(var type, int pages) ->
          derived(of, type, result).map(blob -> new Made(blob.id(), pages, false, false));
      case Answer.Rows(boolean more) ->
          derived(of, FileType.CSV, result).map(blob -> new Made(blob.id(), 1, more, false));
      case Answer.Looks(var bits) -> {
        bits.ifPresent(print -> blobs.fingerprint(of, print));
        yield Optional.of(new Made(null, 1, false, false));
      }
    };
  }

  private Optional<Blob> derived(Blob of, FileType type, Path result) throws IOException {
    try (var in = Files.newInputStream(result)) {
      return blobs.derive(of, type, in).fold(Optional::of, why -> Optional.empty());
    }
  }
}
