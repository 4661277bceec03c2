package org.diestra.office.invited;

import java.io.Serializable;
import java.util.UUID;
import org.diestra.platform.base.Ids;

/** Names an invitation from outside that stands before a member; in addresses in its short form. */
public record InvitedId(UUID value) implements Serializable {
  /**
   * @throws org.diestra.platform.base.NotFound if it is none
   */
  public static InvitedId of(String text) {
    return new InvitedId(Ids.require(text));
  }

  @Override
  public String toString() {
    return Ids.text(value);
  }
}
