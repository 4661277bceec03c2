package org.diestra.office.recurring;

import java.io.Serializable;
import java.util.UUID;
import org.diestra.platform.base.Ids;

/** Which recurring entry it is. In an address it stands as 22 letters and digits. */
public record RecurringId(UUID value) implements Serializable {
  public static RecurringId of(String text) {
    return new RecurringId(Ids.require(text));
  }

  @Override
  public String toString() {
    return Ids.text(value);
  }
}
