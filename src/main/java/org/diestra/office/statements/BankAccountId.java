package org.diestra.office.statements;

import java.io.Serializable;
import java.util.UUID;
import org.diestra.platform.base.Ids;

/** Which bank account it is. In an address it stands as 22 letters and digits. */
public record BankAccountId(UUID value) implements Serializable {
  public static BankAccountId of(String text) {
    return new BankAccountId(Ids.require(text));
  }

  @Override
  public String toString() {
    return Ids.text(value);
  }
}
