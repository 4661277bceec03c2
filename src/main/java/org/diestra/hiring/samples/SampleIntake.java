package org.diestra.hiring.samples;

import java.io.IOException;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.BlobId;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.blobs.Purpose;
import org.diestra.platform.previews.Previews;
import org.diestra.platform.previews.Twins;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Takes files in: the slow part, outside any transaction. */
@Component
class SampleIntake {
  private final Blobs blobs;
  private final Twins twins;
  private final Previews previews;
  private final Samples samples;

  SampleIntake(Blobs blobs, Twins twins, Previews previews, Samples samples) {
    this.blobs = blobs;
    this.twins = twins;
    this.previews = previews;
    this.samples = samples;
  }

  /**
   * The file that came now, or else the one that was kept from last time.
   *
   * @throws IOException when the stream breaks off
   */
  Outcome<Blob> file(PersonId owner, @Nullable MultipartFile sent, @Nullable String kept)
      throws IOException {
    if (sent != null && !sent.isEmpty()) {
      var name = sent.getOriginalFilename();
      try (var in = sent.getInputStream()) {
        return blobs.store(in, Purpose.SAMPLE, name == null ? "" : name, owner.value());
      }
    }
    return kept == null || kept.isBlank()
        ? Outcome.refused(Refusal.invalid("file", "samples.file.needed"))
        : Outcome.done(blobs.broughtBy(owner.value(), BlobId.of(kept)));
  }

  Outcome<SampleId> add(PersonId owner, Blob file, Sample said, String mark) {
    boolean copied = !twins.of(file).isEmpty();
    var added = samples.add(owner, file, said, copied);
    previews.prepare(file, mark);
    return added;
  }
}
