package org.diestra.platform.accounts;

import java.io.Serializable;
import java.util.UUID;
import org.diestra.platform.base.Ids;

/** Which organisation it is. In an address it stands as 22 letters and digits. */
public record OrganisationId(UUID value) implements Serializable {
  public static OrganisationId of(String text) {
    return new OrganisationId(Ids.require(text));
  }

  @Override
  public String toString() {
    return Ids.text(value);
  }
}
