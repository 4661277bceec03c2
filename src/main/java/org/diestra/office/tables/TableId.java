package org.diestra.office.tables;

import java.util.UUID;
import org.diestra.platform.base.Ids;

/** Names one table. */
public record TableId(UUID value) {
  /** Reads the id out of an address. */
  public static TableId of(String text) {
    return new TableId(Ids.require(text));
  }

  @Override
  public String toString() {
    return Ids.text(value);
  }
}
