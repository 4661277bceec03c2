package org.diestra.platform.factors;

import java.util.UUID;
import org.diestra.platform.base.Ids;

/** Which of somebody's passkeys it is, for us; browsers know it by another id. */
record PasskeyId(UUID value) {
  static PasskeyId of(String text) {
    return new PasskeyId(Ids.require(text));
  }

  @Override
  public String toString() {
    return Ids.text(value);
  }
}
