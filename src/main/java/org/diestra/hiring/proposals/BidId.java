package org.diestra.hiring.proposals;

import java.io.Serializable;
import java.util.UUID;
import org.diestra.platform.base.Ids;

/** Which bid it is. In an address it stands as 22 letters and digits. */
public record BidId(UUID value) implements Serializable {
  public static BidId of(String text) {
    return new BidId(Ids.require(text));
  }

  @Override
  public String toString() {
    return Ids.text(value);
  }
}
