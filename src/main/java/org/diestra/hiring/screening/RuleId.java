package org.diestra.hiring.screening;

import java.util.UUID;
import org.diestra.platform.base.Ids;

record RuleId(UUID value) {
  public static RuleId of(String text) {
    return new RuleId(Ids.require(text));
  }

  @Override
  public String toString() {
    return Ids.text(value);
  }
}
