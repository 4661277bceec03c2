package org.diestra.office.journals;

import org.diestra.platform.base.Refusal;

/** What is wrong with a line, and which it is. */
final class Faulty extends Exception {
  private static final long serialVersionUID = 1;
  private static final int LONGEST = 60;
  private final transient Refusal why;

  /**
   * @param line counted from 1, the first argument of the message
   * @param said what stands there, the second
   */
  Faulty(String key, int line, Object said) {
    super(key, null, false, false);
    why = Refusal.conflict("journals.fault." + key, line, shown(said));
  }

  private static Object shown(Object said) {
    return said instanceof String text && text.length() > LONGEST
        ? text.substring(0, LONGEST) + "…"
        : said;
  }

  Refusal why() {
    return why;
  }
}
