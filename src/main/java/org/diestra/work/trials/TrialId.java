package org.diestra.work.trials;

import java.util.UUID;
import org.diestra.platform.base.Ids;

/** Which paid trial it is. */
public record TrialId(UUID value) {
  public static TrialId of(String text) {
    return new TrialId(Ids.require(text));
  }

  String href() {
    return "/trials/" + this;
  }

  @Override
  public String toString() {
    return Ids.text(value);
  }
}
