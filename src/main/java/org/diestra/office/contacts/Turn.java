package org.diestra.office.contacts;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;

/**
 * What somebody did to a card.
 *
 * @param fields names of the lines that changed, in upper case
 * @param restorable whether what it was before is still known
 */
record Turn(
    UUID id, What what, Way way, List<String> fields, boolean restorable, PersonId by, Instant at) {
  /** The message that says what a line is, where there is one. */
  static String key(String field) {
    return "contacts.line." + field.toLowerCase(Locale.ROOT);
  }

  /** What a line is called where nobody has a word for it. */
  static String bare(String field) {
    return field.replaceFirst("^X-", "");
  }

  enum What {
    ADDED,
    CHANGED,
    REMOVED,
    RETURNED,
    MERGED;

    String key() {
      return "contacts.deed." + name().toLowerCase(Locale.ROOT);
    }
  }

  /** By which way. */
  enum Way {
    PAGE,
    PROGRAM,
    FILE;

    String key() {
      return "contacts.way." + name().toLowerCase(Locale.ROOT);
    }
  }
}
