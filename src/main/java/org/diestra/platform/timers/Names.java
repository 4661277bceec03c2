package org.diestra.platform.timers;

import java.util.regex.Pattern;

/** The names of timers stand in the database for years, so their letters are few. */
final class Names {
  private static final Pattern NAME = Pattern.compile("[a-z]+:[a-z0-9-]{1,90}");

  private Names() {}

  static void check(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a timer's name: " + name);
    }
  }
}
