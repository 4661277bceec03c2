package org.diestra.office.workspaces;

import java.io.Serializable;
import java.util.UUID;
import org.diestra.platform.base.Ids;

/** Which workspace it is. In an address it stands as 22 letters and digits. */
public record WorkspaceId(UUID value) implements Serializable {
  public static WorkspaceId of(String text) {
    return new WorkspaceId(Ids.require(text));
  }

  @Override
  public String toString() {
    return Ids.text(value);
  }
}
