package org.diestra.hiring.tryouts;

import java.util.UUID;
import org.diestra.platform.base.Ids;

/** Which task it is, given to one bidder or to several at once. */
record TaskId(UUID value) {
  @Override
  public String toString() {
    return Ids.text(value);
  }
}
