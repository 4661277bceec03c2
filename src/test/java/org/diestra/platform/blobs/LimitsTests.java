package org.diestra.platform.blobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.EnumSet;
import java.util.Set;
import org.diestra.HouseTest;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Caller;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HouseTest
class LimitsTests {
  @Autowired private Limits limits;
  @Autowired private Blobs blobs;
  @Autowired private Audit audit;

  @Test
  void everyPurposeHasALimitFromTheStart() {
    // a workspace's files have its quota instead
    assertThat(limits.all())
        .extracting(Limit::purpose)
        .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(Purpose.FILE)));
  }

  @Test
  void anOperatorsChangeHoldsAtOnceAndIsRecorded() throws Exception {
    var operator = Ids.fresh();
    var before = limits.of(Purpose.ATTACHMENT);
    try {
      Caller.person(operator)
          .run(() -> limits.change(Purpose.ATTACHMENT, 10, Set.of(Kind.TEXT)).orFail());

      assertThat(store("more than ten bytes")).contains("blobs.tooLarge");
      assertThat(store("%PDF-1.4")).contains("blobs.notHere");
      assertThat(audit.page(operator, null, null, 1))
          .singleElement()
          .satisfies(e -> assertThat(e.deed().to()).isEqualTo("10 [TEXT]"));
    } finally {
      limits.change(Purpose.ATTACHMENT, before.maxBytes(), before.kinds()).orFail();
    }
  }

  @Test
  void aLimitThatAllowsNothingOrTooMuchIsRefused() {
    assertThat(limits.change(Purpose.PHOTO, 0, Set.of(Kind.IMAGE)))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(limits.change(Purpose.PHOTO, Limit.MOST + 1, Set.of(Kind.IMAGE)))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(limits.change(Purpose.PHOTO, 10, Set.of())).isInstanceOf(Outcome.Refused.class);
  }

  private String store(String content) throws Exception {
    var in = new ByteArrayInputStream(SampleFiles.bytes(content));
    return blobs.store(in, Purpose.ATTACHMENT, "a", Ids.fresh()).toString();
  }
}
