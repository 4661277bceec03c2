package org.diestra.work.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.diestra.hiring.fees.Rates;
import org.diestra.platform.base.Money;
import org.junit.jupiter.api.Test;

class PaperTests {
  private static final OfferId OFFER = new OfferId(new UUID(1, 2));
  private static final Party CLIENT = new Party("Librería Lee", "Lucía Ferrer", "Europe/Madrid");
  private static final Party ASSISTANT = new Party("Rosa Gil", "Rosa Gil", "America/Bogota");

  @Test
  void theSameAgreementAlwaysHasTheSameBytes() {
    assertThat(paper(SampleTerms.hourly("12.00")))
        .isEqualTo(paper(SampleTerms.hourly("12.0")))
        .extracting(Paper::hash)
        .asString()
        .matches("[0-9a-f]{64}");
  }

  @Test
  void aCentMoreIsAnotherHash() {
    assertThat(paper(SampleTerms.hourly("12.01")).hash())
        .isNotEqualTo(paper(SampleTerms.hourly("12.00")).hash());
  }

  @Test
  void whatWasSignedReadsBackWhole() {
    var retainer = new Pay.Retainer(20, Money.of(22_000, "EUR"), 5);
    var terms = SampleTerms.with("Añil \"y\" </script> 会计", "12.00", retainer);
    var paper = paper(terms);
    assertThat(paper.terms()).isEqualTo(terms);
    assertThat(paper.client()).isEqualTo(CLIENT);
    assertThat(paper.assistant()).isEqualTo(ASSISTANT);
  }

  @Test
  void theTextIsCanonical() {
    assertThat(paper(SampleTerms.hourly("12.00")).json())
        .startsWith("{\"assistant\":{\"name\":\"Rosa Gil\"")
        .contains("\"hour\":{\"rate\":\"12.00\",\"weeklyCap\":8}")
        .doesNotContain("\n");
  }

  @Test
  void theFeesOfTheDayAreSignedToo() {
    var terms = SampleTerms.hourly("12.00");
    var dearer = Paper.of(OFFER, 1, CLIENT, ASSISTANT, terms, new Rates(250, 1_000), null);
    assertThat(dearer.json()).contains("\"fees\":{\"assistant\":\"10\",\"client\":\"2.5\"}");
    assertThat(dearer.rates()).isEqualTo(new Rates(250, 1_000));
    assertThat(dearer.hash()).isNotEqualTo(paper(terms).hash());
  }

  @Test
  void thatTheClientPaysDirectlyIsSigned() {
    var terms = SampleTerms.hourly("12.00");
    var direct = Paper.of(OFFER, 1, CLIENT, ASSISTANT, terms, Rates.NONE, 7);
    assertThat(direct.json()).contains("\"payment\":{\"days\":7,\"way\":\"direct\"}");
    assertThat(direct.directDays()).isEqualTo(7);
    assertThat(paper(terms).directDays()).isNull();
    assertThat(paper(terms).json()).doesNotContain("payment");
  }

  @Test
  void aPaperFromBeforeThereWereFeesHasNone() {
    var json = paper(SampleTerms.hourly("12.00")).json();
    var old = json.replace("\"fees\":{\"assistant\":\"0\",\"client\":\"0\"},", "");
    assertThat(old).isNotEqualTo(json);
    assertThat(new Paper(old).rates()).isEqualTo(Rates.NONE);
  }

  @Test
  void aTrialIsInTheTextAndReadsBack() {
    var trial =
        new TrialTerms(3, Instant.parse("2026-12-05T23:59:59Z"), ZoneId.of("America/Bogota"), 14);
    var terms = SampleTerms.mixed();
    var paper = Paper.ofTrial(OFFER, CLIENT, ASSISTANT, terms, Rates.NONE, trial);
    assertThat(paper.trial()).isEqualTo(trial);
    assertThat(paper.terms()).isEqualTo(terms);
    assertThat(paper(terms).trial()).isNull();
    assertThat(paper(terms).json()).doesNotContain("trial");
    assertThatThrownBy(() -> new TrialTerms(6, trial.dueAt(), trial.zone(), 14))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Paper paper(Terms terms) {
    return Paper.of(OFFER, 1, CLIENT, ASSISTANT, terms, Rates.NONE, null);
  }
}
