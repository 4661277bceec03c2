package org.diestra.work.tasks;

import java.util.UUID;
import org.diestra.platform.base.Ids;

/** Which task it is. In an address it stands as 22 letters and digits. */
public record TaskId(UUID value) {
  public static TaskId of(String text) {
    return new TaskId(Ids.require(text));
  }

  @Override
  public String toString() {
    return Ids.text(value);
  }
}
