package org.diestra.work.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.diestra.work.contracts.StatusCheck.Result;
import org.diestra.work.contracts.StatusCheck.Sign;
import org.junit.jupiter.api.Test;

class StatusCheckTests {
  @Test
  void oneSignAloneRaisesNoDoubt() {
    for (var sign : Sign.values()) {
      assertThat(new StatusCheck(Set.of(sign)).result()).isEqualTo(Result.CLEAR);
    }
  }

  @Test
  void directionWithFixedHoursWeighsMost() {
    assertThat(result(Sign.DIRECTION, Sign.FIXED_HOURS)).isEqualTo(Result.RISK);
    assertThat(result(Sign.DIRECTION, Sign.EXCLUSIVE)).isEqualTo(Result.RISK);
    assertThat(result(Sign.TOOLS, Sign.IN_PERSON)).isEqualTo(Result.DOUBT);
  }

  @Test
  void fourSignsAreARiskWhicheverTheyAre() {
    assertThat(result(Sign.TOOLS, Sign.IN_PERSON, Sign.EXCLUSIVE, Sign.INTEGRATED))
        .isEqualTo(Result.RISK);
  }

  private static Result result(Sign... signs) {
    return new StatusCheck(Set.of(signs)).result();
  }
}
