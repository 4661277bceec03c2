package org.diestra.hiring.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.diestra.HouseTest;
import org.diestra.hiring.talent.Assistants;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.blobs.Purpose;
import org.diestra.platform.blobs.SampleFiles;
import org.diestra.platform.previews.Previews;
import org.diestra.platform.previews.Previews.Size;
import org.diestra.platform.timers.ClockMover;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody removed is gone for good after thirty days: the row, the bytes, the previews. */
@HouseTest
class SamplesPurgeTests {
  /** The purge of that night, and the sweep after it. */
  private static final Duration ONE_NIGHT = Duration.ofDays(1);

  @Autowired Samples samples;
  @Autowired Blobs blobs;
  @Autowired Previews previews;
  @Autowired Assistants assistants;
  @Autowired ClockMover clocks;
  @Autowired Clock clock;

  @Test
  void aRemovedSampleTakesItsFileAndItsPreviewsWithItAfterThirtyDays() throws Exception {
    var ana = assistants.draft("Ana");
    var removed = picture(ana);
    var stays = text(ana);
    var sample = add(ana, removed);
    add(ana, stays);
    var small = previews.picture(removed, 1, Size.SMALL, "Diestra").orElseThrow();
    samples.remove(ana.id(), sample);

    clocks.skipTo(clock.instant().plus(Samples.KEPT).minus(ONE_NIGHT));
    assertThat(blobs.find(removed.id())).isPresent();
    assertThat(blobs.find(small.id())).isPresent();

    clocks.moveTo(clock.instant().plus(ONE_NIGHT.multipliedBy(3)));
    assertThat(blobs.find(removed.id())).isEmpty();
    assertThat(blobs.find(small.id())).isEmpty();
    assertThat(blobs.file(removed)).doesNotExist();
    assertThat(blobs.file(small)).doesNotExist();
    assertThat(samples.of(List.of(ana.id()))).hasSize(1);
    assertThat(blobs.find(stays.id())).isPresent();
  }

  private SampleId add(Viewer owner, Blob file) {
    var said = new Sample(Area.ADMIN, "A sample", "", Rights.OWN, true);
    return samples.add(owner.id(), file, said, false).orFail();
  }

  private Blob picture(Viewer owner) throws Exception {
    return store(owner, "shop.png", SampleFiles.picture("png", 431, 307));
  }

  private Blob text(Viewer owner) throws Exception {
    return store(owner, "a.txt", UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
  }

  private Blob store(Viewer owner, String name, byte[] bytes) throws Exception {
    return blobs
        .store(new ByteArrayInputStream(bytes), Purpose.SAMPLE, name, owner.id().value())
        .orFail();
  }
}
