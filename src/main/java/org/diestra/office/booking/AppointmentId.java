package org.diestra.office.booking;

import java.io.Serializable;
import java.util.UUID;
import org.diestra.platform.base.Ids;

/** Which appointment it is. In an address it stands as 22 letters and digits. */
record AppointmentId(UUID value) implements Serializable {
  public static AppointmentId of(String text) {
    return new AppointmentId(Ids.require(text));
  }

  @Override
  public String toString() {
    return Ids.text(value);
  }
}
