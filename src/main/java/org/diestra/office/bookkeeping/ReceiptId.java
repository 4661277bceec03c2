package org.diestra.office.bookkeeping;

import java.io.Serializable;
import java.util.UUID;
import org.diestra.platform.base.Ids;

/** Which receipt it is. In an address it stands as 22 letters and digits. */
public record ReceiptId(UUID value) implements Serializable {
  public static ReceiptId of(String text) {
    return new ReceiptId(Ids.require(text));
  }

  @Override
  public String toString() {
    return Ids.text(value);
  }
}
