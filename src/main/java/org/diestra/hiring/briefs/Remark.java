package org.diestra.hiring.briefs;

import java.util.Locale;

/**
 * Something in the instructions that another person may read in two ways.
 *
 * @param words the words in question, as written, at most 120 characters
 */
public record Remark(Kind kind, String words) {
  /** Why it was noticed. */
  public enum Kind {
    /** "As usual", "etc.": only the writer knows what that is. */
    VAGUE,
    /** A part of the outline that is still to be filled in. */
    BLANK,
    /** A sentence of more than forty words. */
    LONG,
    /** It looks like a password. */
    SECRET
  }

  public Remark {
    words = words.length() > 120 ? words.substring(0, 119) + "…" : words;
  }

  /** The message that says why, and what to write instead. */
  public String key() {
    return "briefs.remark." + kind.name().toLowerCase(Locale.ROOT);
  }
}
