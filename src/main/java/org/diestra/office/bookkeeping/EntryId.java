package org.diestra.office.bookkeeping;

import java.io.Serializable;
import java.util.UUID;
import org.diestra.platform.base.Ids;

/** Which entry it is. In an address it stands as 22 letters and digits. */
public record EntryId(UUID value) implements Serializable {
  public static EntryId of(String text) {
    return new EntryId(Ids.require(text));
  }

  @Override
  public String toString() {
    return Ids.text(value);
  }
}
