package org.diestra.platform.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
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

  /** Addresses are kept in bookmarks and mails: they stay the plain number in base 62. */
  @Test
  void anAddressIsTheNumberInBase62() {
    var digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    Stream.concat(
            Stream.of(new UUID(0, 0), new UUID(-1, -1), new UUID(1, Long.MIN_VALUE)),
            Stream.generate(UUID::randomUUID).limit(1000))
        .forEach(id -> {
          var sum = BigInteger.ZERO;
          for (char digit : Ids.text(id).toCharArray()) {
            sum =
                sum.multiply(BigInteger.valueOf(62)).add(BigInteger.valueOf(digits.indexOf(digit)));
          }
          assertThat(sum).isEqualTo(new BigInteger(id.toString().replace("-", ""), 16));
        });
  }

  @Test
  void whatIsMoreThanAnIdIsNowhere() {
    var most = Ids.text(new UUID(-1, -1));
    var more = most.substring(0, 21) + (char) (most.charAt(21) + 1);
    assertThat(Ids.read(most)).contains(new UUID(-1, -1));
    assertThat(Ids.read(more)).isEmpty();
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
