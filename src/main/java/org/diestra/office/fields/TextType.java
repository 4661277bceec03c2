package org.diestra.office.fields;

import org.diestra.platform.base.Outcome;

/** One line. */
final class TextType implements FieldType {
  /** Characters of a line. */
  static final int LONGEST = 1_000;

  @Override
  public Outcome<String> read(String typed, Settings settings, Manner manner) {
    int length = typed.codePointCount(0, typed.length());
    return length > LONGEST ? FieldType.no("page.too-long", LONGEST, length) : Outcome.done(typed);
  }

  @Override
  public boolean exact() {
    return false;
  }
}
