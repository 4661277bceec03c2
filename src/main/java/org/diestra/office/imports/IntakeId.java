package org.diestra.office.imports;

import java.util.UUID;
import org.diestra.platform.base.Ids;

/** Names one file that is brought into a table. */
record IntakeId(UUID value) {
  /** Reads the id out of an address. */
  public static IntakeId of(String text) {
    return new IntakeId(Ids.require(text));
  }

  @Override
  public String toString() {
    return Ids.text(value);
  }
}
