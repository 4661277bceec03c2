package org.diestra.platform.previews;

import java.util.List;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.blobs.Kind;
import org.diestra.platform.previews.Making.Wanted;
import org.diestra.platform.previews.Order.Work;
import org.springframework.stereotype.Service;

/** Finds the work of others that somebody may have copied. */
@Service
public class Twins {
  private static final int LOOK = 256;

  private final Blobs blobs;
  private final Making making;

  Twins(Blobs blobs, Making making) {
    this.blobs = blobs;
    this.making = making;
  }

  /**
   * Other people's files in use with the same bytes, or, for pictures, with the same looks; the
   * same bytes first. A hint for a person to judge, never a proof. To be asked of every sample when
   * it is brought: only pictures that were asked about are known by their looks.
   */
  public List<Blob> of(Blob blob) {
    if (blob.kind() == Kind.IMAGE) {
      making.made(blob, new Wanted(Work.FINGERPRINT, 1, LOOK, ""));
    }
    return blobs.twins(blob);
  }
}
