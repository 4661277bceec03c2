package org.diestra.office.vault;

import java.io.Serializable;
import java.util.UUID;
import org.diestra.platform.base.Ids;

/** Which secret it is. In an address it stands as 22 letters and digits. */
record ItemId(UUID value) implements Serializable {
  public static ItemId of(String text) {
    return new ItemId(Ids.require(text));
  }

  @Override
  public String toString() {
    return Ids.text(value);
  }
}
