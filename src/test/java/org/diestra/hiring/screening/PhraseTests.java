package org.diestra.hiring.screening;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PhraseTests {
  @Test
  void caseAndAccentsDoNotCount() {
    assertThat(found("tarjetas regalo", "Pagamos con TARJETAS, regalo incluido"))
        .contains("TARJETAS, regalo");
    assertThat(found("formacion", "curso de Formación")).contains("Formación");
    assertThat(found("formación", "curso de FORMACION")).contains("FORMACION");
  }

  @Test
  void aStarStandsForAnyLettersOfAWord() {
    assertThat(found("gift card*", "buy gift cards now")).contains("gift cards");
    assertThat(found("*coin", "send Bitcoin or Dogecoin")).contains("Bitcoin");
    assertThat(found("gift card", "gift cards")).isEmpty();
  }

  @Test
  void dotsStandForUpToFiveWords() {
    assertThat(found("pay ... to start", "you pay a small fee of ten euros to start"))
        .as("six words between")
        .isEmpty();
    assertThat(found("pay ... to start", "you pay a small fee to start"))
        .contains("pay a small fee to start");
    assertThat(found("pay ... to start", "pay to start")).contains("pay to start");
  }

  @Test
  void thePhraseIsFoundWhereItBeginsAnew() {
    assertThat(found("no pay first", "no no pay first")).contains("no pay first");
    assertThat(found("a bee ... a cat", "a bee and a bee, and a dog and a cat"))
        .contains("a bee, and a dog and a cat");
  }

  @Test
  void whatWouldFindAnythingIsRefused() {
    assertThat(Phrase.read("*")).isEmpty();
    assertThat(Phrase.read("a ... *")).isEmpty();
    assertThat(Phrase.read("word ...")).as("an open end").isEmpty();
    assertThat(
            Phrase.read("one two three four five six seven eight nine ten eleven twelve thirteen"))
        .isEmpty();
  }

  @Test
  void noPatternRunsAway() {
    var pattern = "a*a*a*a*a*ab ... a*a*a*b ... a*b ... a*b ... a*c ... a*c ... a*a*z";
    var text = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab ".repeat(1000);
    assertTimeoutPreemptively(ofSeconds(2), () -> found(pattern, text));
  }

  private static Optional<String> found(String phrase, String text) {
    return Phrase.read(phrase).orElseThrow().find(Tokens.of(text));
  }
}
