package org.diestra.hiring.proposals;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VeilTests {

  @Test
  void everyWordOfANameIsTakenOut() {
    var veil = Veil.hiding("Rosa María Peña", "rosa-pena");

    assertThat(veil.over("Soy ROSA MARÍA, la señora Peña. rosa-pena@example.org"))
        .doesNotContainIgnoringCase("rosa")
        .doesNotContainIgnoringCase("maría")
        .doesNotContainIgnoringCase("peña")
        .doesNotContain("pena@")
        .contains("Soy", "la señora");
  }

  @Test
  void aNameInsideAnotherWordStays() {
    assertThat(Veil.hiding("Ana").over("banana, Ana")).isEqualTo("banana, ▒▒▒");
  }

  @Test
  void shortWordsStayForTheyAreWordsOfTheLanguageToo() {
    assertThat(Veil.hiding("Ana de la O").over("de la casa")).isEqualTo("de la casa");
  }

  @Test
  void accentsNeitherBetrayNorSave() {
    var veil = Veil.hiding("Rosa Peña");

    assertThat(veil.over("Rosa Pena, ROSÁ PEÑA, Pen\u0303a, R\u200bosa"))
        .isEqualTo("▒▒▒ ▒▒▒, ▒▒▒ ▒▒▒, ▒▒▒, ▒▒▒");
  }

  @Test
  void namesRunTogetherAndNumberedAreTheSameNames() {
    assertThat(Veil.hiding("Rosa María Peña").over("rosapena, PeñaRosa, rosa1984@, cv_rosa.pdf"))
        .isEqualTo("▒▒▒, ▒▒▒, ▒▒▒1984@, cv_▒▒▒.pdf");
  }

  @Test
  void namesInScriptsWithoutSpacesAreFound() {
    assertThat(Veil.hiding("王伟").over("我是王伟，你好")).isEqualTo("我是▒▒▒，你好");
    assertThat(Veil.hiding("김철수").over("김철수입니다")).isEqualTo("▒▒▒입니다");
    assertThat(Veil.hiding("Олена Шевченко").over("Мене звати ОЛЕНА")).isEqualTo("Мене звати ▒▒▒");
  }

  @Test
  void aNameFullOfSignsIsNoPattern() {
    assertThat(Veil.hiding("R(o)sa.* [x]").over("anything .* at all"))
        .isEqualTo("anything .* at all");
  }

  @Test
  void withoutAVeilNothingChanges() {
    assertThat(Veil.NONE.over("Rosa")).isEqualTo("Rosa");
  }
}
