package org.diestra.office.tables;

import java.util.UUID;
import org.diestra.platform.base.Ids;

/** Names one row of a table. */
public record RowId(UUID value) {
  /** Reads the id out of an address. */
  public static RowId of(String text) {
    return new RowId(Ids.require(text));
  }

  @Override
  public String toString() {
    return Ids.text(value);
  }
}
