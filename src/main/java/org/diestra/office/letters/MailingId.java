package org.diestra.office.letters;

import java.util.UUID;
import org.diestra.platform.base.Ids;

/** Which mailing it is. In an address it is 22 letters and digits. */
public record MailingId(UUID value) {
  public static MailingId of(String text) {
    return new MailingId(Ids.require(text));
  }

  @Override
  public String toString() {
    return Ids.text(value);
  }
}
