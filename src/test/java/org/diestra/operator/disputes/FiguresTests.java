package org.diestra.operator.disputes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diestra.money.ledger.Books.eur;

import org.diestra.work.contracts.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTests {
  private static Figures of(long client, long assistant) {
    return new Figures(eur(10_000), eur(client), eur(assistant));
  }

  @Test
  void theyMeetWhereTheAssistantAsksForNoMoreThanTheClientGives() {
    assertThat(of(4_000, 8_000).meet()).isFalse();
    assertThat(of(6_000, 6_000).meet()).isTrue();
    assertThat(of(7_000, 6_000).meet()).isTrue();
    assertThat(Figures.of(eur(100), Side.CLIENT, eur(100)).meet()).isFalse();
  }

  /** Half a cent goes to the even one, so that neither side gains by the order. */
  @ParameterizedTest
  @CsvSource({"0, 1, 0", "1, 2, 2", "2, 3, 2", "3, 4, 4", "0, 10000, 5000", "6001, 6000, 6000"})
  void theMiddleIsRoundedHalfEven(long client, long assistant, long middle) {
    assertThat(of(client, assistant).middle()).isEqualTo(eur(middle));
  }

  @Test
  void eachSideOnlyComesCloser() {
    var figures = of(4_000, 8_000);
    assertThat(figures.closer(Side.CLIENT, eur(4_001))).isTrue();
    assertThat(figures.closer(Side.CLIENT, eur(4_000))).isFalse();
    assertThat(figures.closer(Side.ASSISTANT, eur(7_999))).isTrue();
    assertThat(figures.closer(Side.ASSISTANT, eur(8_001))).isFalse();
  }

  @Test
  void whoGetsWhatItAskedForLosesNothing() {
    var figures = of(4_000, 8_000);
    assertThat(figures.loses(Side.CLIENT, eur(4_000))).isFalse();
    assertThat(figures.loses(Side.ASSISTANT, eur(4_000))).isTrue();
    assertThat(figures.loses(Side.CLIENT, eur(6_000))).isTrue();
    assertThat(figures.loses(Side.ASSISTANT, eur(9_000))).isFalse();
  }

  @Test
  void nobodyCanSayMoreThanIsAtStake() {
    assertThatThrownBy(() -> of(10_001, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> of(0, -1)).isInstanceOf(IllegalArgumentException.class);
  }
}
