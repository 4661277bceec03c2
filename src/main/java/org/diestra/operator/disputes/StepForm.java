package org.diestra.operator.disputes;

import org.diestra.platform.base.Money;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.diestra.work.contracts.Side;
import org.jspecify.annotations.Nullable;

/**
 * What is said or asked in a dispute, as a browser sends it: each form sends some of it.
 *
 * @param figure what the assistant is to get
 * @param words the reasons that belong to a step
 * @param said words apart from any step
 * @param side whom a mediator asks
 * @param question what a mediator asks
 * @param number of the decision that is confirmed
 * @param seen the version of the dispute that the form was made from
 */
record StepForm(
    @Nullable String figure,
    @Nullable String words,
    @Nullable String said,
    @Nullable String side,
    @Nullable String question,
    @Nullable String number,
    @Nullable String seen) {
  static final StepForm EMPTY = new StepForm("", "", "", "", "", "", "");

  @Nullable Money named(Dispute it, Problems problems) {
    return OpenForm.money(figure, it.facts().figures().stake(), problems);
  }

  /** Whoever gives what is claimed needs no reasons. */
  @Nullable String reasons(Dispute it, Side by, @Nullable Money answer, Problems problems) {
    boolean agreed = answer != null && it.facts().figures().with(by, answer).meet();
    var text =
        agreed ? new Typed(problems).text("words", words, OpenForm.LONGEST) : reasons(problems);
    return text.isEmpty() ? null : text;
  }

  String reasons(Problems problems) {
    return OpenForm.words(new Typed(problems), "words", words);
  }

  String saying(Problems problems) {
    return new Typed(problems).text("said", said, OpenForm.LONGEST, "disputes.said.missing");
  }

  String asking(Problems problems) {
    return new Typed(problems)
        .text("question", question, OpenForm.LONGEST, "disputes.question.missing");
  }

  @Nullable Side whom(Problems problems) {
    for (var one : Side.values()) {
      if (one.slug().equals(side)) {
        return one;
      }
    }
    problems.add("side", "disputes.side.missing");
    return null;
  }

  int decision() {
    return count(number);
  }

  int version() {
    return count(seen);
  }

  private static int count(@Nullable String hidden) {
    var digits = Typed.line(hidden);
    return digits.matches("[0-9]{1,6}") ? Integer.parseInt(digits) : 0;
  }
}
