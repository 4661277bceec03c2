package org.diestra.office.fields;

import org.diestra.platform.base.Folded;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.page.Formats;

/**
 * How one kind of field reads, keeps, orders and shows its values. A value is kept as a text in one
 * form, whatever was typed: 1234.5, 2026-11-30, ES9121000418450200051332; an empty text is none. A
 * new kind is a new one of these and a line in {@link FieldKind}.
 */
interface FieldType {
  /** Characters of a key: what is longer is ordered and compared by its beginning. */
  int KEY = 100;

  /**
   * What was typed, in the form that is kept.
   *
   * @param typed stripped, not empty, at most {@link Field#LONGEST} characters
   */
  Outcome<String> read(String typed, Settings settings, Manner manner);

  /** By which values are ordered, compared by code unit; never empty for a value. */
  default String key(String value) {
    var folded = Folded.of(value);
    var some = folded.substring(0, folded.offsetByCodePoints(0, most(folded)));
    return some.isEmpty() ? value.substring(0, 1) : some;
  }

  private static int most(String text) {
    return Math.min(KEY, text.codePointCount(0, text.length()));
  }

  /** As people read it. */
  default String show(String value, Settings settings, Formats formats) {
    return value;
  }

  /** Whether only equal values are the same to two people who key them in, down to a letter. */
  default boolean exact() {
    return true;
  }

  static Outcome<String> no(String key, Object... args) {
    return Outcome.refused(Refusal.invalid("value", key, args));
  }
}
