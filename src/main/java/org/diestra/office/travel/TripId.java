package org.diestra.office.travel;

import java.io.Serializable;
import java.util.UUID;
import org.diestra.platform.base.Ids;

/** Which trip it is. In an address it stands as 22 letters and digits. */
record TripId(UUID value) implements Serializable {
  public static TripId of(String text) {
    return new TripId(Ids.require(text));
  }

  @Override
  public String toString() {
    return Ids.text(value);
  }
}
