package org.diestra.hiring.interviews;

import java.io.Serializable;
import java.util.UUID;
import org.diestra.platform.base.Ids;

/** Which interview it is. In an address it stands as 22 letters and digits. */
public record InterviewId(UUID value) implements Serializable {
  public static InterviewId of(String text) {
    return new InterviewId(Ids.require(text));
  }

  @Override
  public String toString() {
    return Ids.text(value);
  }
}
