package org.diestra.office.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Bytes on their way count as if they were there. */
class ArrivalsTests {
  private static final long LEFT = 20_000_000;
  private final Arrivals arrivals = new Arrivals();
  private final UUID workspace = UUID.randomUUID();

  @Test
  void whatIsAnnouncedHasItsRoomUntilItIsThrough() throws Exception {
    try (var first = arrivals.berth(workspace, 15_000_000, () -> LEFT)) {
      assertThat(first).isNotNull();
      assertThatThrownBy(() -> arrivals.berth(workspace, 5_000_001, () -> LEFT))
          .isInstanceOf(Arrivals.NoRoom.class);
      arrivals.berth(UUID.randomUUID(), 15_000_000, () -> LEFT).close();
      arrivals.berth(workspace, 5_000_000, () -> LEFT).close();
    }
    assertThat(arrivals.coming(workspace)).isZero();
    arrivals.berth(workspace, LEFT, () -> LEFT).close();
  }

  @Test
  void whatNobodyAnnouncedIsStoppedWhereTheRoomEnds() throws Exception {
    try (var berth = arrivals.berth(workspace, -1, () -> LEFT);
        var other = arrivals.berth(workspace, 1_000_000, () -> LEFT)) {
      assertThat(other).isNotNull();
      var exactly = berth.around(new ByteArrayInputStream(new byte[19_000_000]));
      assertThat(exactly.transferTo(java.io.OutputStream.nullOutputStream())).isEqualTo(19_000_000);
    }
    try (var berth = arrivals.berth(workspace, -1, () -> LEFT)) {
      var tooMuch = berth.around(new ByteArrayInputStream(new byte[20_000_001]));
      assertThatThrownBy(() -> tooMuch.transferTo(java.io.OutputStream.nullOutputStream()))
          .isInstanceOf(Arrivals.NoRoom.class);
    }
    assertThat(arrivals.coming(workspace)).isZero();
  }
}
