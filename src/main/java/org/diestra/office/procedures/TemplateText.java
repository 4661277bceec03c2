package org.diestra.office.procedures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.diestra.office.procedures.Quiz.Question;
import org.diestra.office.procedures.Step.Condition;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;

/**
 * Reads a procedure from a plain text: lines that begin with {@code title:}, {@code purpose:},
 * {@code limit:} or {@code limit 40:}, {@code if: … => …}, {@code quiz:} with its answers after
 * {@code -} and {@code +} for the right one; a step begins with {@code #}.
 */
final class TemplateText {
  private final Currency currency;
  private final List<Limit> limits = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private final List<Question> questions = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final List<Condition> conditions = new ArrayList<>();
  private final List<String> answers = new ArrayList<>();
  private String title = "";
  private String purpose = "";
  private @Nullable String step;
  private @Nullable String question;
  private int right;

  private TemplateText(Currency currency) {
    this.currency = currency;
  }

  /** Its amounts are whole units of that currency. Each step gets an id of its own. */
  static Instructions read(String text, Currency currency) {
    var reader = new TemplateText(currency);
    text.lines().forEach(reader::line);
    reader.endStep();
    reader.endQuestion();
    return new Instructions(
        reader.title, reader.purpose, reader.limits, reader.steps, new Quiz(reader.questions));
  }

  private void line(String line) {
    if (line.startsWith("title: ")) {
      title = line.substring(7).strip();
    } else if (line.startsWith("purpose: ")) {
      purpose = line.substring(9).strip();
    } else if (line.startsWith("limit")) {
      limit(line);
    } else if (line.startsWith("# ")) {
      endStep();
      step = line.substring(2).strip();
    } else if (line.startsWith("if: ")) {
      int arrow = line.indexOf("=>");
      conditions.add(
          new Condition(line.substring(4, arrow).strip(), line.substring(arrow + 2).strip()));
    } else if (line.startsWith("quiz: ")) {
      endStep();
      endQuestion();
      question = line.substring(6).strip();
    } else if (question != null) {
      answer(line);
    } else {
      text.append(line).append('\n');
    }
  }

  private void limit(String line) {
    int colon = line.indexOf(':');
    var amount = line.substring(5, colon).strip();
    var what = line.substring(colon + 1).strip();
    limits.add(new Limit(what, amount.isEmpty() ? null : money(amount)));
  }

  private Money money(String amount) {
    int digits = Math.max(0, currency.getDefaultFractionDigits());
    return new Money(new BigDecimal(amount).movePointRight(digits).longValueExact(), currency);
  }

  private void answer(String line) {
    if (line.startsWith("+ ")) {
      right = answers.size();
    }
    if (line.length() > 2) {
      answers.add(line.substring(2).strip());
    }
  }

  private void endStep() {
    if (step != null) {
      steps.add(Step.fresh(step, text.toString().strip(), conditions));
    }
    step = null;
    text.setLength(0);
    conditions.clear();
  }

  private void endQuestion() {
    if (question != null) {
      questions.add(new Question(question, answers, right));
    }
    question = null;
    answers.clear();
    right = 0;
  }
}
