package org.diestra.hiring.jobs;

import java.io.Serializable;
import java.util.UUID;
import org.diestra.platform.base.Ids;

/** Which job it is. In an address it stands as 22 letters and digits. */
public record JobId(UUID value) implements Serializable {
  public static JobId of(String text) {
    return new JobId(Ids.require(text));
  }

  @Override
  public String toString() {
    return Ids.text(value);
  }
}
