package org.diestra.office.channels;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountingTests {
  private static final String FAMILY = "👨‍👩‍👧‍👦";

  @Test
  void aFamilyIsOneCharacterForBlueskyAndTwoForX() {
    assertThat(Counting.GRAPHEMES.of(FAMILY + "é")).isEqualTo(2);
    assertThat(Counting.WEIGHTED.of(FAMILY)).isEqualTo(2);
    assertThat(Counting.WEIGHTED.of("🇪🇸")).isEqualTo(2);
    assertThat(Counting.PLAIN.of("🇪🇸")).isEqualTo(2);
  }

  @Test
  void anAddressIsTwentyThreeHoweverLong() {
    var long1 = "Mira https://example.com/" + "a".repeat(300) + ".";
    assertThat(Counting.MASTODON.of(long1)).isEqualTo(5 + 23 + 1);
    assertThat(Counting.WEIGHTED.of(long1)).isEqualTo(5 + 23 + 1);
    assertThat(Counting.MASTODON.of("http://a.b")).isEqualTo(23);
  }

  @Test
  void aPersonsServerIsNotCountedByMastodon() {
    assertThat(Counting.MASTODON.of("Hola @ana@libros.example, ven"))
        .isEqualTo("Hola @ana, ven".length());
    assertThat(Counting.MASTODON.of("ana@libros.example")).isEqualTo("ana@libros.example".length());
  }

  @Test
  void lettersOfSomeScriptsWeighTwoForX() {
    assertThat(Counting.WEIGHTED.of("año")).isEqualTo(3);
    assertThat(Counting.WEIGHTED.of("日本語")).isEqualTo(6);
    assertThat(Counting.WEIGHTED.of("“—”")).isEqualTo(3);
    assertThat(Counting.WEIGHTED.of("…")).isEqualTo(2);
  }

  @Test
  void tagsAreWordsWithALetter() {
    assertThat(Counting.tags("#libros y #Otoño2026, #1 no, a#b no, https://x.y/#z no"))
        .isEqualTo(2);
  }
}
