package org.diestra.office.books;

import java.io.Serializable;
import java.util.UUID;
import org.diestra.platform.base.Ids;

/** Which account it is. In an address it stands as 22 letters and digits. */
public record AccountId(UUID value) implements Serializable {
  public static AccountId of(String text) {
    return new AccountId(Ids.require(text));
  }

  @Override
  public String toString() {
    return Ids.text(value);
  }
}
