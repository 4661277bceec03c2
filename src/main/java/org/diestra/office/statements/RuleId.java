package org.diestra.office.statements;

import java.io.Serializable;
import java.util.UUID;
import org.diestra.platform.base.Ids;

/** Which rule it is. In an address it stands as 22 letters and digits. */
public record RuleId(UUID value) implements Serializable {
  public static RuleId of(String text) {
    return new RuleId(Ids.require(text));
  }

  @Override
  public String toString() {
    return Ids.text(value);
  }
}
