package org.diestra.office.channels;

import java.util.UUID;
import org.diestra.platform.base.Ids;

/** Which channel it is. In an address it stands as 22 letters and digits. */
public record ChannelId(UUID value) {
  public static ChannelId of(String text) {
    return new ChannelId(Ids.require(text));
  }

  @Override
  public String toString() {
    return Ids.text(value);
  }
}
