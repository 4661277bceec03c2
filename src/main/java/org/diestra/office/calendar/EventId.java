package org.diestra.office.calendar;

import java.io.Serializable;
import java.util.UUID;
import org.diestra.platform.base.Ids;

/** Which event it is, with all the times it comes. In an address it is 22 letters and digits. */
public record EventId(UUID value) implements Serializable {
  public static EventId of(String text) {
    return new EventId(Ids.require(text));
  }

  @Override
  public String toString() {
    return Ids.text(value);
  }
}
