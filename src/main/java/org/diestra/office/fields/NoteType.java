package org.diestra.office.fields;

import org.diestra.platform.base.Outcome;

/** Several lines. */
final class NoteType implements FieldType {
  @Override
  public Outcome<String> read(String typed, Settings settings, Manner manner) {
    return Outcome.done(typed);
  }

  @Override
  public boolean exact() {
    return false;
  }
}
