package org.diestra.hiring.jobs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/** The fourth step: how it is done, and what bidders are asked. */
record InstructionsForm(
    @Nullable String instructions,
    @Nullable String manual,
    @Nullable String question1,
    @Nullable String question2,
    @Nullable String question3,
    @Nullable String question4,
    @Nullable String question5,
    @Nullable String version) {
  private static final int LONGEST = 20_000;
  private static final int SHORTEST = 40;

  static InstructionsForm of(Sketch sketch, int version) {
    return new InstructionsForm(
        sketch.instructions(),
        sketch.manual() == null ? null : sketch.manual().slug(),
        question(sketch, 0),
        question(sketch, 1),
        question(sketch, 2),
        question(sketch, 3),
        question(sketch, 4),
        String.valueOf(version));
  }

  InstructionsForm withText(String text) {
    return new InstructionsForm(
        text, manual, question1, question2, question3, question4, question5, version);
  }

  /** What was typed, in the order of the fields. */
  List<String> questions() {
    return Stream.of(question1, question2, question3, question4, question5)
        .map(Typed::line)
        .toList();
  }

  UnaryOperator<Sketch> read(Problems problems) {
    var typed = new Typed(problems);
    var text = typed.text("instructions", instructions, LONGEST);
    var state = Arrays.stream(Manual.values()).filter(m -> m.slug().equals(manual)).findFirst();
    if (state.isEmpty()) {
      problems.add("manual", "jobs.instructions.manual.missing");
    } else if (state.get() != Manual.WAIVED && text.length() < SHORTEST) {
      problems.add("instructions", "jobs.instructions.short");
    }
    var asked = new ArrayList<Question>();
    var lines = questions();
    for (int i = 0; i < lines.size(); i++) {
      var line = typed.line("question" + (i + 1), lines.get(i), Question.LONGEST);
      if (!line.isEmpty()) {
        asked.add(new Question(line));
      }
    }
    return sketch ->
        sketch.withInstructions(text, state.orElse(null), asked.stream().distinct().toList());
  }

  private static @Nullable String question(Sketch sketch, int n) {
    return n < sketch.questions().size() ? sketch.questions().get(n).text() : null;
  }
}
