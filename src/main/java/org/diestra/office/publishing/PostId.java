package org.diestra.office.publishing;

import java.util.UUID;
import org.diestra.platform.base.Ids;

/** Which post it is. In an address it stands as 22 letters and digits. */
record PostId(UUID value) {
  public static PostId of(String text) {
    return new PostId(Ids.require(text));
  }

  @Override
  public String toString() {
    return Ids.text(value);
  }
}
