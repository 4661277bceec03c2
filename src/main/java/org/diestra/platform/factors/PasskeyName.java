package org.diestra.platform.factors;

import org.diestra.platform.base.Problems;

/** What somebody calls one of their passkeys: 1–60 characters. */
final class PasskeyName {
  private static final int LONGEST = 60;
  private static final String NONE = "?";

  private PasskeyName() {}

  static String read(String typed, Problems problems) {
    var name = typed.strip();
    if (name.isEmpty() || name.length() > LONGEST) {
      problems.add("name", "factors.passkeys.name.wrong", LONGEST);
    }
    return name;
  }

  /** The same, cut to fit; a question mark for nothing. */
  static String fitting(String typed) {
    var name = typed.strip();
    if (name.isEmpty()) {
      return NONE;
    }
    int end = Math.min(LONGEST, name.length());
    boolean torn = end < name.length() && Character.isHighSurrogate(name.charAt(end - 1));
    return name.substring(0, torn ? end - 1 : end).strip();
  }
}
