package org.diestra.hiring.screening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandleTests {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Telegram: @rosa",
        "whatsapp @rosa.gil",
        "Skype: live_rosa",
        "Instagram = rosa.gil",
        "t.me/rosagil",
        "Signal id: rosa77"
      })
  void aNameInAMessengerIsFound(String text) {
    assertThat(Detector.HANDLE.find(text)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dos publicaciones en Mastodon e Instagram: una novedad y una recomendación.",
        "We are on Instagram: three posts a week.",
        "Instagram: photos. Facebook: events."
      })
  void workOnANetworkIsNoName(String text) {
    assertThat(Detector.HANDLE.find(text)).isEmpty();
  }
}
