package org.diestra.platform.accounts;

import java.io.Serializable;
import java.util.UUID;
import org.diestra.platform.base.Ids;

/** Which person it is. In an address it stands as 22 letters and digits. */
public record PersonId(UUID value) implements Serializable {
  public static PersonId of(String text) {
    return new PersonId(Ids.require(text));
  }

  @Override
  public String toString() {
    return Ids.text(value);
  }
}
