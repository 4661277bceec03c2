package org.diestra.office.dues;

import java.io.Serializable;
import java.util.UUID;
import org.diestra.platform.base.Ids;

/** Which bill or invoice it is. In an address it stands as 22 letters and digits. */
public record DueId(UUID value) implements Serializable {
  public static DueId of(String text) {
    return new DueId(Ids.require(text));
  }

  @Override
  public String toString() {
    return Ids.text(value);
  }
}
