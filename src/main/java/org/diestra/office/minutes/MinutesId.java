package org.diestra.office.minutes;

import java.util.UUID;
import org.diestra.platform.base.Ids;

/** Which minutes they are. In an address it is 22 letters and digits. */
public record MinutesId(UUID value) {
  public static MinutesId of(String text) {
    return new MinutesId(Ids.require(text));
  }

  @Override
  public String toString() {
    return Ids.text(value);
  }
}
