package org.diestra.office.invitations;

import java.util.UUID;
import org.diestra.platform.base.Ids;

/** One person asked to one event. */
public record GuestId(UUID value) {
  public static GuestId of(String text) {
    return new GuestId(Ids.require(text));
  }

  @Override
  public String toString() {
    return Ids.text(value);
  }
}
