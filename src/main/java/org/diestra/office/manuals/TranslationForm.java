package org.diestra.office.manuals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diestra.office.procedures.Instructions;
import org.diestra.office.procedures.Limit;
import org.diestra.office.procedures.Quiz;
import org.diestra.office.procedures.Quiz.Question;
import org.diestra.office.procedures.Step;
import org.diestra.office.procedures.Step.Condition;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;

/**
 * A translation, as a browser sends it: a field for each piece of the source, named after where it
 * stands there. What is left empty keeps the words of the source.
 */
record TranslationForm(Map<String, String> typed) {
  TranslationForm {
    typed = Map.copyOf(typed);
  }

  /** Its fields, filled with what is translated; by the names that the source gives them. */
  static TranslationForm of(Instructions source, Instructions translated) {
    var typed = new HashMap<String, String>();
    typed.put("title", translated.title());
    typed.put("purpose", translated.purpose());
    for (int i = 0; i < Math.min(source.limits().size(), translated.limits().size()); i++) {
      typed.put("what" + i, translated.limits().get(i).what());
    }
    for (var step : source.steps()) {
      translated.step(step.id()).ifPresent(t -> put(step, t, typed));
    }
    var questions = translated.quiz().questions();
    for (int i = 0; i < Math.min(source.quiz().questions().size(), questions.size()); i++) {
      typed.put("question" + i, questions.get(i).text());
      for (int k = 0; k < questions.get(i).answers().size(); k++) {
        typed.put("answer" + i + "-" + k, questions.get(i).answers().get(k));
      }
    }
    return new TranslationForm(typed);
  }

  private static void put(Step source, Step translated, Map<String, String> typed) {
    typed.put("title-" + source.key(), translated.title());
    typed.put("text-" + source.key(), translated.text());
    int most = Math.min(source.conditions().size(), translated.conditions().size());
    for (int i = 0; i < most; i++) {
      typed.put("when-" + source.key() + "-" + i, translated.conditions().get(i).when());
      typed.put("then-" + source.key() + "-" + i, translated.conditions().get(i).then());
    }
  }

  String at(String field) {
    return typed.getOrDefault(field, "");
  }

  /** The source in the words that were typed; of no use where there are problems. */
  Instructions read(Instructions source, Problems problems) {
    var reader = new Reader(this, new Typed(problems));
    var limits = new ArrayList<Limit>();
    for (int i = 0; i < source.limits().size(); i++) {
      var limit = source.limits().get(i);
      limits.add(new Limit(reader.line("what" + i, limit.what(), Limit.LONGEST), limit.upTo()));
    }
    var steps = source.steps().stream().map(reader::step).toList();
    var title = reader.line("title", source.title(), Instructions.LONGEST_TITLE);
    var purpose = reader.text("purpose", source.purpose(), Instructions.LONGEST_PURPOSE);
    return new Instructions(title, purpose, limits, steps, reader.quiz(source.quiz()));
  }

  /** Reads field by field; one that is too long is told and read as the source. */
  private record Reader(TranslationForm form, Typed typed) {
    String line(String field, String source, int most) {
      var words = typed.line(field, form.at(field), most);
      return words.isEmpty() || typed.problems().at(field) != null ? source : words;
    }

    String text(String field, String source, int most) {
      var words = typed.text(field, form.at(field), most);
      return words.isEmpty() || typed.problems().at(field) != null ? source : words;
    }

    Step step(Step source) {
      var key = source.key();
      var conditions = new ArrayList<Condition>();
      for (int i = 0; i < source.conditions().size(); i++) {
        var condition = source.conditions().get(i);
        conditions.add(
            new Condition(
                line("when-" + key + "-" + i, condition.when(), Condition.LONGEST),
                line("then-" + key + "-" + i, condition.then(), Condition.LONGEST)));
      }
      return new Step(
          source.id(),
          line("title-" + key, source.title(), Step.LONGEST_TITLE),
          text("text-" + key, source.text(), Step.LONGEST),
          conditions);
    }

    Quiz quiz(Quiz source) {
      var questions = new ArrayList<Question>();
      for (int i = 0; i < source.questions().size(); i++) {
        var question = source.questions().get(i);
        var text = line("question" + i, question.text(), Question.LONGEST);
        questions.add(new Question(text, answers(i, question.answers()), question.right()));
      }
      return new Quiz(questions);
    }

    private List<String> answers(int question, List<String> source) {
      var answers = new ArrayList<String>();
      for (int k = 0; k < source.size(); k++) {
        var field = "answer" + question + "-" + k;
        answers.add(line(field, source.get(k), Question.LONGEST_ANSWER));
      }
      return answers;
    }
  }
}
