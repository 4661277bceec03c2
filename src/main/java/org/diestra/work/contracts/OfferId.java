package org.diestra.work.contracts;

import java.util.UUID;
import org.diestra.platform.base.Ids;

/** Which offer it is. In an address it stands as 22 letters and digits. */
public record OfferId(UUID value) {
  public static OfferId of(String text) {
    return new OfferId(Ids.require(text));
  }

  @Override
  public String toString() {
    return Ids.text(value);
  }
}
