package org.diestra.office.fields;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a field besides its kind; only what its kind asks for has a meaning.
 *
 * @param decimals of a number, 0–6
 * @param currency of money: an ISO 4217 code
 * @param country of a tax number: an ISO 3166 code; empty where it may be any
 * @param choices what may be chosen, 1–200
 * @param target the table to which a link leads
 */
public record Settings(
    int decimals, String currency, String country, List<Choice> choices, @Nullable UUID target) {
  public static final Settings NONE = new Settings(2, "EUR", "", List.of(), null);
  public static final int MOST_CHOICES = 200;

  public Settings {
    choices = List.copyOf(choices);
  }

  /**
   * One of what may be chosen. Its id stays when it is called otherwise.
   *
   * @param id a tilde and three digits, which nobody types as the name of a choice
   * @param name 1–80 characters
   * @param retired rows may have it, and none gets it anew
   */
  public record Choice(String id, String name, boolean retired) {
    /**
     * @param number from 1, in the order in which choices came to their field
     */
    public static String id(int number) {
      return "~%03d".formatted(number);
    }
  }

  public Optional<Choice> choice(String id) {
    return choices.stream().filter(c -> c.id().equals(id)).findFirst();
  }
}
