package org.diestra.hiring.tryouts;

import java.util.UUID;
import org.diestra.platform.base.Ids;

/** Which sample of which bidder it is. */
record TryoutId(UUID value) {
  public static TryoutId of(String text) {
    return new TryoutId(Ids.require(text));
  }

  @Override
  public String toString() {
    return Ids.text(value);
  }
}
