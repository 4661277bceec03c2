package org.diestra.platform.programs;

import java.util.UUID;
import org.diestra.platform.base.Ids;

/** Which of a person's programs it is. */
record ProgramId(UUID value) {
  static ProgramId of(String text) {
    return new ProgramId(Ids.require(text));
  }

  @Override
  public String toString() {
    return Ids.text(value);
  }
}
