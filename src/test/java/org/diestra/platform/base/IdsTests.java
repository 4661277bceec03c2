package org.diestra.platform.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTests {
  @Test
  void anAddressReadsBackAsTheSameId() {
    Stream.concat(
            Stream.of(new UUID(0, 0), new UUID(-1, -1), new UUID(1, Long.MIN_VALUE)),
            Stream.generate(Ids::fresh).limit(1000))
        .forEach(id -> assertThat(Ids.read(Ids.text(id))).contains(id));
  }

  @Test
  void whatIsNoIdIsNowhere() {
    for (var text :
        new String[] {"", "1", "z".repeat(22), "a-b", "../../etc/passwd", "é".repeat(22)}) {
      assertThat(Ids.read(text)).isEmpty();
    }
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> Ids.require("7"));
  }

  @Test
  void anIdIsVersionSevenOfRfc9562() {
    var id = Ids.fresh();
    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(Math.abs((id.getMostSignificantBits() >>> 16) - System.currentTimeMillis()))
        .isLessThan(5000);
  }
}
