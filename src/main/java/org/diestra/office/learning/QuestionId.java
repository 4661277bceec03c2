package org.diestra.office.learning;

import java.io.Serializable;
import java.util.UUID;
import org.diestra.platform.base.Ids;

/** Which question it is. In an address it stands as 22 letters and digits. */
public record QuestionId(UUID value) implements Serializable {
  public static QuestionId of(String text) {
    return new QuestionId(Ids.require(text));
  }

  @Override
  public String toString() {
    return Ids.text(value);
  }
}
