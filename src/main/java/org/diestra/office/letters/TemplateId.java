package org.diestra.office.letters;

import java.util.UUID;
import org.diestra.platform.base.Ids;

/** Which template it is. In an address it is 22 letters and digits. */
public record TemplateId(UUID value) {
  public static TemplateId of(String text) {
    return new TemplateId(Ids.require(text));
  }

  @Override
  public String toString() {
    return Ids.text(value);
  }
}
