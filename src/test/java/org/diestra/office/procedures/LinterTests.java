package org.diestra.office.procedures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.diestra.office.procedures.Finding.Kind;
import org.diestra.office.procedures.Step.Condition;
import org.diestra.platform.base.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinterTests {
  private static final Money EUR_40 = Money.of(4000, "EUR");
  private final Step first =
      Step.fresh("Open the mailbox", "Read each mesage from the top.", List.of());
  private final Step second =
      Step.fresh(
          "Pay",
          "Pay within 14 days.",
          List.of(new Condition("the invoice is above 500 €", "ask me before you pay")));
  private final Instructions before =
      new Instructions(
          "Inbox",
          "So that nobody waits.",
          List.of(new Limit("Buy stamps", Money.of(4000, "EUR"))),
          List.of(first, second),
          Quiz.NONE);

  private static Step saying(Step step, String text) {
    return new Step(step.id(), step.title(), text, step.conditions());
  }

  private Change least(Instructions after) {
    return Linter.least(Linter.compare(before, after));
  }

  @Test
  void aTypoMayBeAPatch() {
    assertThat(least(before.with(saying(first, "Read each message from the top."))))
        .isEqualTo(Change.PATCH);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Pay within 14 days.|Pay within 30 days.|NUMBERS",
        "Pay 40 € at most.|Pay 40.50 € at most.|NUMBERS",
        "Paga el día 3.|Paga el día 13.|NUMBERS",
        "See https://a.example/x.|See https://a.example/y.|LINKS",
        "Do it on Monday.|Do it on Tuesday.|DATES",
        "Hazlo el lunes.|Hazlo el martes.|DATES",
        "Answer it.|Do not answer it.|NEGATIONS",
        "You do answer.|You don't answer.|NEGATIONS",
        "Respóndelo.|No lo respondas nunca.|NEGATIONS",
        "Pay 100 € to A, 50 € to B.|Pay 50 € to A, 100 € to B.|NUMBERS",
        "Wait 2 hours.|Wait 2 days.|NUMBERS",
        "Pay 100 MXN.|Pay 100 COP.|NUMBERS",
        "Ring twice, two days.|Ring twice, three days.|NUMBERS",
        "Espera dos días.|Espera tres días.|NUMBERS",
        "Write to a@x.example.|Write to b@x.example.|LINKS",
        "Look at shop.com/a.|Look at shop.com/b.|LINKS",
        "![a](file:8f14e45f-ceea-467f-a0e6-8b1a5d3c2b10)|![a](file:9f14e45f-ceea-467f-a0e6-8b1a5d3c2b10)|FILES",
        "Refund A, do not refund B, never C.|Refund A, never refund B, do not C.|NEGATIONS",
        "You may delete it.|You must delete it.|DUTIES",
        "Puedes borrarlo.|Debes borrarlo.|DUTIES",
      })
  void whatCantChangeWithoutChangingTheWorkIsAtLeastMinor(String was, String is, Kind kind) {
    var one = before.with(saying(first, was));
    var findings = Linter.compare(one, one.with(saying(first, is)));
    assertThat(findings).extracting(Finding::kind).containsExactly(kind);
    assertThat(Linter.least(findings)).isEqualTo(Change.MINOR);
  }

  @Test
  void aFullStopAfterANumberIsNoOtherNumber() {
    var one = before.with(saying(first, "Within 14 days, or by the 20."));
    var other = before.with(saying(first, "Within 14 days or by the 20"));
    assertThat(Linter.compare(one, other)).isEmpty();
  }

  @Test
  void numbersOfAListAreNotNumbersOfTheWork() {
    var one = before.with(saying(first, "1. Open\n2. Read"));
    assertThat(Linter.compare(one, before.with(saying(first, "- Open\n- Read")))).isEmpty();
  }

  @Test
  void anotherLimitIsMajor() {
    var dearer =
        before.headed(
            "Inbox", before.purpose(), List.of(new Limit("Buy stamps", Money.of(5000, "EUR"))));
    assertThat(least(dearer)).isEqualTo(Change.MAJOR);
    assertThat(least(before.headed("Inbox", before.purpose(), List.of()))).isEqualTo(Change.MAJOR);
    var mended =
        before.headed("Inbox", before.purpose(), List.of(new Limit("Buy: stamps!", EUR_40)));
    assertThat(least(mended)).isEqualTo(Change.PATCH);
    var other = before.headed("Inbox", before.purpose(), List.of(new Limit("Buy paper", EUR_40)));
    assertThat(least(other)).isEqualTo(Change.MAJOR);
  }

  @Test
  void anotherConditionIsMajor() {
    var stricter =
        new Step(
            second.id(),
            second.title(),
            second.text(),
            List.of(new Condition("the invoice is above 300 €", "ask me before you pay")));
    assertThat(least(before.with(stricter))).isEqualTo(Change.MAJOR);
  }

  @Test
  void stepsThatComeGoOrMoveAreMinor() {
    assertThat(least(before.with(Step.fresh("Close", "", List.of())))).isEqualTo(Change.MINOR);
    assertThat(least(before.without(second.id()))).isEqualTo(Change.MINOR);
    assertThat(Linter.compare(before, before.moved(second.id(), -1)))
        .extracting(Finding::kind)
        .containsExactly(Kind.ORDER);
  }

  @Test
  void anotherQuizIsNoCorrection() {
    var quiz = new Quiz(List.of(new Quiz.Question("Why?", List.of("a", "b"), 0)));
    assertThat(least(before.asking(quiz))).isEqualTo(Change.MINOR);
  }

  @Test
  void theSameSaysNothing() {
    assertThat(Linter.compare(before, before)).isEmpty();
  }
}
