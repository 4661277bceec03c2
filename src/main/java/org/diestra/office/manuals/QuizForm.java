package org.diestra.office.manuals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.diestra.office.procedures.Quiz;
import org.diestra.office.procedures.Quiz.Question;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.springframework.util.MultiValueMap;

/**
 * A quiz, as a browser sends it: {@code question0}, its answers {@code answer0-0} to {@code
 * answer0-4}, and {@code right0} with the place of the right one. Empty ones are left out.
 */
record QuizForm(List<Asked> asked, int revision) {

  /** One question with all the lines of its form, filled or not. */
  record Asked(String text, List<String> answers, int right) {
    boolean empty() {
      return text.isBlank() && answers.stream().allMatch(String::isBlank);
    }
  }

  private static final Asked BLANK = new Asked("", List.of("", "", "", "", ""), -1);

  static QuizForm of(Quiz quiz, int revision) {
    var asked = new ArrayList<Asked>();
    quiz.questions().forEach(q -> asked.add(lines(q)));
    if (asked.size() < Quiz.MOST) {
      asked.add(BLANK);
    }
    return new QuizForm(asked, revision);
  }

  private static Asked lines(Question question) {
    var answers = new ArrayList<>(question.answers());
    while (answers.size() < Question.MOST_ANSWERS) {
      answers.add("");
    }
    return new Asked(question.text(), answers, question.right());
  }

  static QuizForm read(MultiValueMap<String, String> typed, int revision) {
    var asked = new ArrayList<Asked>();
    for (int i = 0; i < Quiz.MOST && typed.containsKey("question" + i); i++) {
      int n = i;
      var answers =
          IntStream.range(0, Question.MOST_ANSWERS)
              .mapToObj(k -> Typed.line(typed.getFirst("answer" + n + "-" + k)))
              .toList();
      var right = typed.getFirst("right" + i);
      asked.add(
          new Asked(
              Typed.line(typed.getFirst("question" + i)),
              answers,
              right != null && right.matches("[0-4]") ? Integer.parseInt(right) : -1));
    }
    return new QuizForm(asked, revision);
  }

  /** What was typed, checked; of no use where there are problems. */
  Quiz quiz(Problems problems) {
    var questions = new ArrayList<Question>();
    for (int i = 0; i < asked.size(); i++) {
      if (!asked.get(i).empty()) {
        check(i, problems, questions);
      }
    }
    return problems.any() ? Quiz.NONE : new Quiz(questions);
  }

  private void check(int i, Problems problems, List<Question> questions) {
    var typed = new Typed(problems);
    var one = asked.get(i);
    var text =
        typed.line("question" + i, one.text(), Question.LONGEST, "manuals.quiz.question.missing");
    var answers = new ArrayList<String>();
    int right = -1;
    for (int k = 0; k < one.answers().size(); k++) {
      var answer =
          typed.line("answer" + i + "-" + k, one.answers().get(k), Question.LONGEST_ANSWER);
      if (!answer.isEmpty()) {
        right = k == one.right() ? answers.size() : right;
        answers.add(answer);
      }
    }
    if (answers.size() < 2) {
      problems.add("question" + i, "manuals.quiz.answers.few");
    } else if (right < 0) {
      problems.add("question" + i, "manuals.quiz.right.missing");
    }
    if (problems.none()) {
      questions.add(new Question(text, answers, right));
    }
  }
}
