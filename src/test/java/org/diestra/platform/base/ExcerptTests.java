package org.diestra.platform.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTests {
  @Test
  void nothingIsCutThroughTheMiddleOfAnEmoji() {
    assertThat(Excerpt.line("abc😀def", 5)).isEqualTo("abc…");
    assertThat(Excerpt.line("abc😀def", 6)).isEqualTo("abc😀…");
    assertThat(Excerpt.head("😀", 1)).isEmpty();
  }

  @Test
  void whatFitsStaysInOneLine() {
    assertThat(Excerpt.line("  two\n lines ", 9)).isEqualTo("two lines");
    assertThat(Excerpt.head("ab", 2)).isEqualTo("ab");
  }
}
