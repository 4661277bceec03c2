package org.diestra.platform.taps;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision as somebody has it before them, in the mail and on the page: all that it is about.
 *
 * @param key one sentence; its arguments in order: texts, numbers, money, instants and dates
 * @param body words that people wrote and that are decided on, at most {@value #LONGEST}
 *     characters; empty where the sentence says all
 * @param href where it stands in the house, for who would rather look there
 * @param choices what can be said, at least one; the first is what the mail's button is called
 */
public record Shown(String key, List<Object> args, String body, String href, List<Choice> choices) {
  public static final int LONGEST = 3_000;

  public Shown {
    args = List.copyOf(args);
    choices = List.copyOf(choices);
    if (choices.isEmpty() || body.length() > LONGEST) {
      throw new IllegalArgumentException("not for a mail: " + href);
    }
  }

  /**
   * A button.
   *
   * @param value up to 100 characters, told apart by them
   * @param key what the button says
   */
  public record Choice(String value, String key, List<Object> args) {
    public Choice {
      args = List.copyOf(args);
    }

    public @Nullable Object[] values() {
      return args.toArray();
    }
  }

  public @Nullable Object[] values() {
    return args.toArray();
  }
}
