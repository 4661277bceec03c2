package org.diestra.office.procedures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * All that a procedure says, as it is written, published and acknowledged.
 *
 * @param title 1–120 characters
 * @param purpose what it is for and what good looks like, Markdown, at most 2,000 characters
 * @param limits what may be decided alone; at most {@value #MOST_LIMITS}
 * @param steps at most {@value #MOST_STEPS}, each id once
 */
public record Instructions(
    String title, String purpose, List<Limit> limits, List<Step> steps, Quiz quiz) {
  public static final int LONGEST_TITLE = 120;
  public static final int LONGEST_PURPOSE = 2_000;
  public static final int MOST_LIMITS = 12;
  public static final int MOST_STEPS = 60;

  public Instructions {
    limits = List.copyOf(limits);
    steps = List.copyOf(steps);
    within("title", title, 1, LONGEST_TITLE);
    within("purpose", purpose, 0, LONGEST_PURPOSE);
    if (limits.size() > MOST_LIMITS || steps.size() > MOST_STEPS) {
      throw new IllegalArgumentException("limits " + limits.size() + ", steps " + steps.size());
    }
    if (steps.stream().map(Step::id).distinct().count() < steps.size()) {
      throw new IllegalArgumentException("a step's id stands twice");
    }
  }

  public static Instructions blank(String title) {
    return new Instructions(title, "", List.of(), List.of(), Quiz.NONE);
  }

  public Optional<Step> step(UUID id) {
    return steps.stream().filter(s -> s.id().equals(id)).findFirst();
  }

  public Instructions headed(String newTitle, String newPurpose, List<Limit> newLimits) {
    return new Instructions(newTitle, newPurpose, newLimits, steps, quiz);
  }

  public Instructions asking(Quiz newQuiz) {
    return new Instructions(title, purpose, limits, steps, newQuiz);
  }

  private Instructions with(List<Step> newSteps) {
    return new Instructions(title, purpose, limits, newSteps, quiz);
  }

  /** The same with that step changed, or added at the end where it is new. */
  public Instructions with(Step step) {
    if (step(step.id()).isEmpty()) {
      var longer = new ArrayList<>(steps);
      longer.add(step);
      return with(longer);
    }
    return with(
        steps.stream().map(s -> s.id().equals(step.id()) ? step : s).collect(Collectors.toList()));
  }

  public Instructions without(UUID step) {
    return with(steps.stream().filter(s -> !s.id().equals(step)).toList());
  }

  /**
   * The same with that step so many places further down, up where negative; at either end it stays.
   */
  public Instructions moved(UUID step, int places) {
    var order = new ArrayList<>(steps);
    var moving = step(step).orElseThrow();
    int from = order.indexOf(moving);
    order.remove(from);
    order.add(Math.clamp(from + places, 0, order.size()), moving);
    return with(order);
  }

  static void within(String what, String text, int least, int most) {
    int length = text.codePointCount(0, text.length());
    if (length < least || length > most) {
      throw new IllegalArgumentException(what + ": " + length + " characters");
    }
  }
}
