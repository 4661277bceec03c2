package org.diestra.office.procedures;

import java.util.List;

/**
 * What shows whether a procedure was understood. Whoever answers {@value #PASS} percent has passed.
 *
 * @param questions at most {@value #MOST}; none means no quiz
 */
public record Quiz(List<Question> questions) {
  public static final int MOST = 10;
  public static final int PASS = 70;

  /** After so many tries a talk helps more than another try. */
  public static final int TRIES = 3;

  public static final Quiz NONE = new Quiz(List.of());

  /**
   * @param text 1–300 characters
   * @param answers 2–5 of 1–200 characters
   * @param right which of them is, from 0
   */
  public record Question(String text, List<String> answers, int right) {
    public static final int LONGEST = 300;
    public static final int LONGEST_ANSWER = 200;
    public static final int MOST_ANSWERS = 5;

    public Question {
      answers = List.copyOf(answers);
      Instructions.within("question", text, 1, LONGEST);
      answers.forEach(answer -> Instructions.within("answer", answer, 1, LONGEST_ANSWER));
      if (answers.size() < 2
          || answers.size() > MOST_ANSWERS
          || right < 0
          || right >= answers.size()) {
        throw new IllegalArgumentException("answers: " + answers.size() + ", right: " + right);
      }
    }
  }

  public Quiz {
    questions = List.copyOf(questions);
    if (questions.size() > MOST) {
      throw new IllegalArgumentException("questions: " + questions.size());
    }
  }

  public boolean none() {
    return questions.isEmpty();
  }

  /** How many were answered rightly; what was left out was not. */
  public int right(List<Integer> chosen) {
    int right = 0;
    for (int i = 0; i < Math.min(chosen.size(), questions.size()); i++) {
      if (chosen.get(i) == questions.get(i).right()) {
        right++;
      }
    }
    return right;
  }

  /** In percent, rounded down, so that nobody passes by rounding. */
  public int score(List<Integer> chosen) {
    return none() ? 100 : 100 * right(chosen) / questions.size();
  }
}
