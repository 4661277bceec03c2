package org.diestra.hiring.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SimilarityTests {
  private static final String TEXT =
      "Every Monday enter the receipts of the week into the table, file the paper and tell Lucía what is missing. "
          + "At the end of the month match the bank statement with the table and send the result to our tax adviser.";

  @Test
  void caseAccentsAndCommasMakeNoOtherText() {
    assertThat(
            Similarity.of(
                TEXT, TEXT.toUpperCase(java.util.Locale.ROOT).replace(",", " –").replace("Í", "I")))
        .isEqualTo(1);
  }

  @Test
  void oneWordInALongTextIsStillTheSame() {
    assertThat(Similarity.of(TEXT, TEXT.replace("Lucía", "Marta")))
        .isGreaterThanOrEqualTo(Similarity.SAME);
  }

  @Test
  void halfOfTheTextIsAnotherJob() {
    var half = TEXT.substring(TEXT.length() / 2);
    assertThat(Similarity.of(TEXT, half + " Answer the telephone from nine to one."))
        .isLessThan(Similarity.SAME);
  }

  @Test
  void shortAndEmptyTextsCanBeCompared() {
    assertThat(Similarity.of("", "")).isEqualTo(1);
    assertThat(Similarity.of("one", "two")).isZero();
    assertThat(Similarity.of("one two", "one two")).isEqualTo(1);
  }
}
