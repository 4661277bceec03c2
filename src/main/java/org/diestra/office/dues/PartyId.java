package org.diestra.office.dues;

import java.io.Serializable;
import java.util.UUID;
import org.diestra.platform.base.Ids;

/** Which supplier or customer it is. In an address it stands as 22 letters and digits. */
public record PartyId(UUID value) implements Serializable {
  public static PartyId of(String text) {
    return new PartyId(Ids.require(text));
  }

  @Override
  public String toString() {
    return Ids.text(value);
  }
}
