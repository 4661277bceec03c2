package org.diestra.money.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.diestra.HouseTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** No cent is made or lost: what came in is what went back, what is held, and what was earned. */
@HouseTest
class MoneyLifeTests {
  @Autowired private MoneyLife life;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13})
  void noSequenceOfEventsMakesOrLosesACent(long seed) {
    assertThat(life.live(seed, 60, 0)).isZero();
  }

  @Test
  void aCentFromNowhereIsFound() {
    assertThatThrownBy(() -> life.liveWithAThief(34, 60)).isInstanceOf(AssertionError.class);
  }
}
