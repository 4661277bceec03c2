package org.diestra.office.calendar;

import java.io.Serializable;
import java.util.UUID;
import org.diestra.platform.base.Ids;

/** Which calendar it is. In an address it stands as 22 letters and digits. */
public record CalendarId(UUID value) implements Serializable {
  public static CalendarId of(String text) {
    return new CalendarId(Ids.require(text));
  }

  @Override
  public String toString() {
    return Ids.text(value);
  }
}
