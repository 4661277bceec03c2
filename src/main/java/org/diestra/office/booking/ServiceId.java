package org.diestra.office.booking;

import java.io.Serializable;
import java.util.UUID;
import org.diestra.platform.base.Ids;

/** Which service it is. In an address it stands as 22 letters and digits. */
record ServiceId(UUID value) implements Serializable {
  public static ServiceId of(String text) {
    return new ServiceId(Ids.require(text));
  }

  @Override
  public String toString() {
    return Ids.text(value);
  }
}
