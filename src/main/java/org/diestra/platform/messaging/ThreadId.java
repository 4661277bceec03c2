package org.diestra.platform.messaging;

import java.util.UUID;
import org.diestra.platform.base.Ids;

/** Which thread it is. In an address it stands as 22 letters and digits. */
public record ThreadId(UUID value) {
  public static ThreadId of(String text) {
    return new ThreadId(Ids.require(text));
  }

  @Override
  public String toString() {
    return Ids.text(value);
  }
}
