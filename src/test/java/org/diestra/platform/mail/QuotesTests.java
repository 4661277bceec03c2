package org.diestra.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotesTests {
  @Test
  void whatIsQuotedBelowAnAnswerGoes() {
    assertThat(Quotes.cut("Yes, Friday.\n\nOn Tue, 24 Nov 2026, Ana wrote:\n> Friday?\n> Ana"))
        .isEqualTo("Yes, Friday.");
    assertThat(
            Quotes.cut(
                "Sí.\n\nEl mar, 24 nov 2026 a las 10:00, Ana <a@b.test>\nescribió:\n\n> ¿Vale?"))
        .isEqualTo("Sí.");
    assertThat(Quotes.cut("Ok\n-----Original Message-----\nFrom: Ana")).isEqualTo("Ok");
    assertThat(Quotes.cut("Ok\n\nFrom: Ana\nSent: Tuesday\nTo: Ben\n\nold")).isEqualTo("Ok");
    assertThat(Quotes.cut("Ok\n> ##- Write your answer above this line -##\n> old"))
        .isEqualTo("Ok");
    assertThat(Quotes.cut("Ok\n-- \nBen Gil, Bogotá")).isEqualTo("Ok");
  }

  @Test
  void whatIsSaidBetweenQuotedLinesStays() {
    assertThat(Quotes.cut("> Friday?\nYes.\n> And the list?\nSoon.\n> Ana"))
        .isEqualTo("> Friday?\nYes.\n> And the list?\nSoon.");
  }

  @Test
  void anOrdinarySentenceCutsNothing() {
    assertThat(Quotes.cut("From now on: yes\n" + "a".repeat(100_000))).startsWith("From now on");
    assertThat(Quotes.cut("On Monday we meet.\nTo do: lists")).endsWith("lists");
  }

  @Test
  void nothingButAQuoteIsNothing() {
    assertThat(Quotes.cut("> only this\n> and that\n")).isEmpty();
  }
}
