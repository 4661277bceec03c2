package org.diestra.work.contracts;

import java.util.UUID;
import org.diestra.platform.base.Ids;

/** Which contract it is. In an address it stands as 22 letters and digits. */
public record ContractId(UUID value) {
  public static ContractId of(String text) {
    return new ContractId(Ids.require(text));
  }

  @Override
  public String toString() {
    return Ids.text(value);
  }
}
