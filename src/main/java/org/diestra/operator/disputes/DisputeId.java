package org.diestra.operator.disputes;

import java.util.UUID;
import org.diestra.platform.base.Ids;

record DisputeId(UUID value) {
  public static DisputeId of(String text) {
    return new DisputeId(Ids.require(text));
  }

  String href() {
    return "/disputes/" + this;
  }

  @Override
  public String toString() {
    return Ids.text(value);
  }
}
