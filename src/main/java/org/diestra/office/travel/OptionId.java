package org.diestra.office.travel;

import java.io.Serializable;
import java.util.UUID;
import org.diestra.platform.base.Ids;

/** Which option of a trip it is. In an address it stands as 22 letters and digits. */
record OptionId(UUID value) implements Serializable {
  public static OptionId of(String text) {
    return new OptionId(Ids.require(text));
  }

  @Override
  public String toString() {
    return Ids.text(value);
  }
}
