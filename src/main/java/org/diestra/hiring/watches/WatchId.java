package org.diestra.hiring.watches;

import java.util.UUID;
import org.diestra.platform.base.Ids;

/** Which kept search it is. */
public record WatchId(UUID value) {
  public static WatchId of(String text) {
    return new WatchId(Ids.require(text));
  }

  @Override
  public String toString() {
    return Ids.text(value);
  }
}
