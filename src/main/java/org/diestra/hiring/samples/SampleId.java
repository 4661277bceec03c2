package org.diestra.hiring.samples;

import java.util.UUID;
import org.diestra.platform.base.Ids;

/** Which sample it is. */
public record SampleId(UUID value) {
  public static SampleId of(String text) {
    return new SampleId(Ids.require(text));
  }

  @Override
  public String toString() {
    return Ids.text(value);
  }
}
