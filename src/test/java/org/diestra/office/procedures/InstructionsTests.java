package org.diestra.office.procedures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.diestra.office.procedures.Quiz.Question;
import org.diestra.office.procedures.Step.Condition;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InstructionsTests {
  private static final Currency EUR = Currency.getInstance("EUR");

  private static Instructions full() {
    return new Instructions(
        "Título «ñ»",
        "For *what*",
        List.of(new Limit("Buy", Money.of(4000, "EUR")), new Limit("Sort", null)),
        List.of(Step.fresh("One", "- [ ] tick", List.of(new Condition("a", "b")))),
        new Quiz(List.of(new Question("Why?", List.of("x", "y"), 1))));
  }

  @Test
  void whatIsWrittenIsReadBackTheSame() {
    var it = full();
    assertThat(Written.of(it).instructions()).isEqualTo(it);
  }

  @Test
  void theSameInstructionsHaveTheSameHash() {
    var it = full();
    assertThat(Written.of(it).hash()).isEqualTo(Written.of(Written.of(it).instructions()).hash());
    assertThat(Written.of(it).hash())
        .isNotEqualTo(Written.of(it.without(it.steps().getFirst().id())).hash());
  }

  @Test
  void aStepMovesAndStaysWithinTheList() {
    var a = Step.fresh("a", "", List.of());
    var b = Step.fresh("b", "", List.of());
    var c = Step.fresh("c", "", List.of());
    var it = new Instructions("t", "", List.of(), List.of(a, b, c), Quiz.NONE);
    assertThat(it.moved(a.id(), 1).steps()).containsExactly(b, a, c);
    assertThat(it.moved(a.id(), -1).steps()).containsExactly(a, b, c);
    assertThat(it.moved(b.id(), 9).steps()).containsExactly(a, c, b);
  }

  @Test
  void aStepsIdStandsOnce() {
    var step = Step.fresh("a", "", List.of());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Instructions("t", "", List.of(), List.of(step, step), Quiz.NONE));
  }

  @Test
  void versionsCountAsTheyShould() {
    var version = VersionNumber.FIRST.after(Change.MINOR).after(Change.PATCH);
    assertThat(version).hasToString("1.1.1");
    assertThat(version.after(Change.MAJOR)).hasToString("2.0.0");
  }

  @Test
  void aQuizIsPassedByWhatIsRightAlone() {
    var quiz =
        new Quiz(Stream.generate(() -> new Question("?", List.of("a", "b"), 0)).limit(3).toList());
    assertThat(quiz.score(List.of(0, 0, 1))).isEqualTo(66);
    assertThat(quiz.score(List.of(0, 0, 0))).isEqualTo(100);
    assertThat(quiz.score(List.of())).isZero();
    assertThat(Quiz.NONE.score(List.of())).isEqualTo(100);
  }

  static Stream<Area> areas() {
    return Stream.of(Area.values());
  }

  @ParameterizedTest
  @MethodSource("areas")
  void eachAreaHasTemplatesOfOneShapeInBothLanguages(Area area) {
    var en = Templates.of(area, "en", EUR);
    var es = Templates.of(area, "es", EUR);
    assertThat(en).hasSize(Templates.EACH);
    for (int i = 0; i < en.size(); i++) {
      var one = en.get(i).instructions();
      var other = es.get(i).instructions();
      assertThat(one.steps()).hasSizeBetween(4, 7).hasSameSizeAs(other.steps());
      assertThat(one.limits()).hasSameSizeAs(other.limits()).isNotEmpty();
      assertThat(one.quiz().questions()).hasSize(3).hasSameSizeAs(other.quiz().questions());
      assertThat(one.title()).isNotEqualTo(other.title());
    }
  }

  @Test
  void aTextWithHeadingsBecomesSteps() {
    var it =
        MarkdownText.read(
            "# Inbox\n\nSo that nobody waits.\n\n## Open\n\nRead.\n\n### Small print\n\n```\n# no heading\n```\n\n## Answer *soon*\n\nWrite.",
            "x",
            "All");
    assertThat(it.title()).isEqualTo("Inbox");
    assertThat(it.purpose()).isEqualTo("So that nobody waits.");
    assertThat(it.steps()).extracting(Step::title).containsExactly("Open", "Answer soon");
    assertThat(it.steps().getFirst().text()).contains("### Small print").contains("# no heading");
  }

  @Test
  void severalFirstHeadingsAreSteps() {
    var it = MarkdownText.read("# A\n\na\n\n# B\n\nb", "Title", "All");
    assertThat(it.title()).isEqualTo("Title");
    assertThat(it.steps()).extracting(Step::title).containsExactly("A", "B");
  }

  @Test
  void aTextWithoutHeadingsIsOneStep() {
    var it = MarkdownText.read("Just do it.\n\nWell.", "Title", "All");
    assertThat(it.purpose()).isEmpty();
    assertThat(it.steps()).extracting(Step::title).containsExactly("All");
    assertThat(it.steps().getFirst().text()).isEqualTo("Just do it.\n\nWell.");
  }

  @Test
  void moreStepsThanFitStandInTheLast() {
    var many = "# x\n\ny\n\n".repeat(80);
    var it = MarkdownText.read(many, "t", "o");
    assertThat(it.steps()).hasSizeLessThanOrEqualTo(Instructions.MOST_STEPS);
    assertThat(it.steps().getLast().text()).contains("# x");
  }

  @Test
  void whatIsTooLongForAStepGoesOnInAnother() {
    var paragraph = "palabra ".repeat(500).strip();
    var it = MarkdownText.read((paragraph + "\n\n").repeat(8), "Title", "All");
    assertThat(it.steps()).hasSize(2).extracting(Step::title).containsOnly("All");
    assertThat(it.steps().stream().mapToInt(s -> s.text().split("palabra", -1).length - 1).sum())
        .isEqualTo(4000);
  }

  @Test
  void whatIsTooLongForAPurposeIsTheFirstStep() {
    var introduction = "palabra ".repeat(400).strip();
    var it = MarkdownText.read(introduction + "\n\n# A\n\na\n\n# B\n\nb", "Title", "All");
    assertThat(it.purpose()).isEmpty();
    assertThat(it.steps()).extracting(Step::title).containsExactly("All", "A", "B");
    assertThat(it.steps().getFirst().text()).isEqualTo(introduction);
  }
}
