package org.diestra.hiring.samples;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.blobs.Purpose;
import org.springframework.stereotype.Component;

/** Brings samples for tests: one's own. */
@Component
public class Portfolio {
  private final Samples samples;
  private final Blobs blobs;

  Portfolio(Samples samples, Blobs blobs) {
    this.samples = samples;
    this.blobs = blobs;
  }

  /** Of bookkeeping, and for bids alone. */
  public SampleId bring(Viewer owner, String file, String title, String what, byte[] bytes) {
    return add(owner, file, bytes, new Sample(Area.BOOKKEEPING, title, what, Rights.OWN, false));
  }

  /** For everybody to see. */
  public SampleId show(Viewer owner, Area area, String file, String title, byte[] bytes) {
    return add(owner, file, bytes, new Sample(area, title, "", Rights.OWN, true));
  }

  private SampleId add(Viewer owner, String file, byte[] bytes, Sample said) {
    try (var in = new ByteArrayInputStream(bytes)) {
      var blob = blobs.store(in, Purpose.SAMPLE, file, owner.id().value()).orFail();
      return samples.add(owner.id(), blob, said, false).orFail();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
