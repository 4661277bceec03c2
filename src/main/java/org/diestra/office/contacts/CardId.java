package org.diestra.office.contacts;

import java.io.Serializable;
import java.util.UUID;
import org.diestra.platform.base.Ids;

/** Which contact it is. In an address it is 22 letters and digits. */
public record CardId(UUID value) implements Serializable {
  public static CardId of(String text) {
    return new CardId(Ids.require(text));
  }

  @Override
  public String toString() {
    return Ids.text(value);
  }
}
