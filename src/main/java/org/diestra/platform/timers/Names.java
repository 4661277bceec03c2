package org.diestra.platform.timers;

import java.util.regex.Pattern;

/**
 * The names of timers stand in the database for years, so their letters are few. People read
 * another one, which stands among this module's messages as {@code timers.name.jobs.pause}.
 */
final class Names {
  private static final Pattern NAME = Pattern.compile("[a-z]+:[a-z0-9-]{1,90}");

  private Names() {}

  static void check(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a timer's name: " + name);
    }
  }

  /** The message that says in plain words what a timer of that name does. */
  static String words(String name) {
    return "timers.name." + name.replace(':', '.');
  }
}
