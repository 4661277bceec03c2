package org.diestra.office.travel;

import java.io.Serializable;
import java.util.UUID;
import org.diestra.platform.base.Ids;

/** Which kept leg it is. In an address it stands as 22 letters and digits. */
record LegId(UUID value) implements Serializable {
  public static LegId of(String text) {
    return new LegId(Ids.require(text));
  }

  @Override
  public String toString() {
    return Ids.text(value);
  }
}
