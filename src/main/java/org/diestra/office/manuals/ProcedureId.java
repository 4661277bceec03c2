package org.diestra.office.manuals;

import java.io.Serializable;
import java.util.UUID;
import org.diestra.platform.base.Ids;

/** Which procedure it is. In an address it stands as 22 letters and digits. */
public record ProcedureId(UUID value) implements Serializable {
  public static ProcedureId of(String text) {
    return new ProcedureId(Ids.require(text));
  }

  @Override
  public String toString() {
    return Ids.text(value);
  }
}
