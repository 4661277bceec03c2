package org.diestra.office.statements;

import java.io.Serializable;
import java.util.UUID;
import org.diestra.platform.base.Ids;

/** Which line of a bank it is. In an address it stands as 22 letters and digits. */
public record MovementId(UUID value) implements Serializable {
  public static MovementId of(String text) {
    return new MovementId(Ids.require(text));
  }

  @Override
  public String toString() {
    return Ids.text(value);
  }
}
