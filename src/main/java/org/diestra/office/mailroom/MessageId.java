package org.diestra.office.mailroom;

import java.util.UUID;
import org.diestra.platform.base.Ids;

/** Which mail it is. In an address it is 22 letters and digits. */
public record MessageId(UUID value) {
  public static MessageId of(String text) {
    return new MessageId(Ids.require(text));
  }

  @Override
  public String toString() {
    return Ids.text(value);
  }
}
