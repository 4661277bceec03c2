package org.diestra.hiring.assistants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.platform.base.Area.BOOKKEEPING;
import static org.diestra.platform.base.Area.SOCIAL;
import static org.diestra.platform.base.Area.TRAVEL;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.diestra.hiring.samples.Rights;
import org.diestra.hiring.samples.SampleCard;
import org.diestra.hiring.samples.SampleId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Ids;
import org.diestra.platform.blobs.Kind;
import org.junit.jupiter.api.Test;

class WorksTests {
  private final List<SampleCard> samples = new ArrayList<>();

  @Test
  void eachSampleStandsInItsAreaAndTheRestWithTheOthers() {
    bring(1, SOCIAL, Kind.IMAGE);
    bring(1, TRAVEL, Kind.PDF);
    bring(1, BOOKKEEPING, Kind.SPREADSHEET);
    var works = new Works(List.of(BOOKKEEPING, TRAVEL), samples);

    assertThat(works.of(BOOKKEEPING).shown())
        .extracting(SampleCard::area)
        .containsOnly(BOOKKEEPING);
    assertThat(works.of(TRAVEL).shown()).extracting(SampleCard::area).containsOnly(TRAVEL);
    assertThat(works.others().shown()).extracting(SampleCard::area).containsOnly(SOCIAL);
    assertThat(works.of(TRAVEL).folded()).isEmpty();
  }

  @Test
  void sixPicturesAreShownAsThePageOrdersThemAndTheRestIsFolded() {
    bring(4, TRAVEL, Kind.IMAGE);
    bring(4, BOOKKEEPING, Kind.PDF);
    bring(1, TRAVEL, Kind.TEXT);
    var works = new Works(List.of(BOOKKEEPING, TRAVEL), samples);

    assertThat(works.of(BOOKKEEPING).shown()).hasSize(4);
    assertThat(works.of(TRAVEL).shown()).hasSize(2);
    assertThat(works.of(TRAVEL).folded())
        .extracting(SampleCard::kind)
        .containsExactly(Kind.IMAGE, Kind.IMAGE, Kind.TEXT);
    assertThat(works.others().isEmpty()).isTrue();
  }

  @Test
  void whatHasNoPictureIsNotCounted() {
    bring(19, BOOKKEEPING, Kind.TEXT);
    bring(1, BOOKKEEPING, Kind.IMAGE);

    assertThat(new Works(List.of(BOOKKEEPING), samples).of(BOOKKEEPING).shown()).hasSize(20);
  }

  private void bring(int count, Area area, Kind kind) {
    for (int i = 0; i < count; i++) {
      samples.add(
          new SampleCard(
              new SampleId(Ids.fresh()),
              new PersonId(Ids.fresh()),
              area,
              "A",
              "",
              Rights.OWN,
              kind,
              kind.name(),
              "1 kB",
              true,
              false,
              Instant.EPOCH));
    }
  }
}
