package org.diestra.platform.search;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended, as it travels in an address: a letter for the order, then numbers. Whatever
 * is none reads as the start, and the list begins anew.
 */
final class Cursor {
  private static final int LONGEST = 80;
  private final char order;
  private final long[] numbers;

  Cursor(char order, long... numbers) {
    this.order = order;
    this.numbers = numbers;
  }

  static Cursor read(@Nullable String text, Cursor start) {
    if (text == null
        || text.length() > LONGEST
        || text.isEmpty()
        || text.charAt(0) != start.order) {
      return start;
    }
    try {
      var numbers =
          Arrays.stream(text.substring(1).split("_", -1))
              .mapToLong(part -> Long.parseLong(part, 36))
              .toArray();
      return numbers.length == start.numbers.length ? start.with(numbers) : start;
    } catch (NumberFormatException notOne) {
      return start;
    }
  }

  Cursor with(long... others) {
    return new Cursor(order, others);
  }

  long number(int index) {
    return numbers[index];
  }

  @Override
  public String toString() {
    return order
        + Arrays.stream(numbers)
            .mapToObj(number -> Long.toString(number, 36))
            .collect(Collectors.joining("_"));
  }
}
