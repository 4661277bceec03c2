package org.diestra.office.dataentry;

import java.util.UUID;
import org.diestra.platform.base.Ids;

/** Names one batch of records. */
record BatchId(UUID value) {
  /** Reads the id out of an address. */
  public static BatchId of(String text) {
    return new BatchId(Ids.require(text));
  }

  @Override
  public String toString() {
    return Ids.text(value);
  }
}
