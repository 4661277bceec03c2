package org.diestra.office.calendar;

import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/**
 * A calendar outside as a browser sends it.
 *
 * @param counts {@code true} where its times are taken for bookings
 */
record SourceForm(
    @Nullable String address,
    @Nullable String name,
    @Nullable String colour,
    @Nullable String counts) {
  static final int LONGEST_ADDRESS = 2000;

  /** What it comes to. */
  record Read(String address, String name, String colour, boolean counts) {}

  /** Null where there are problems. */
  @Nullable Read read(Problems problems) {
    var typed = new Typed(problems);
    var to = typed.line("address", address, LONGEST_ADDRESS, "calendar.source.missing");
    var called = typed.line("name", name, Calendar.LONGEST_NAME);
    if (colour == null || !Calendar.COLOURS.contains(colour)) {
      problems.add("colour", "calendar.colour.choose");
    }
    return problems.any() || colour == null
        ? null
        : new Read(to, called, colour, "true".equals(counts));
  }
}
