package org.diestra.office.files;

import java.util.UUID;
import org.diestra.platform.base.Ids;

/** Which file or folder it is; stays the same when it is moved or written anew. */
public record EntryId(UUID value) {
  public static EntryId of(String text) {
    return new EntryId(Ids.require(text));
  }

  @Override
  public String toString() {
    return Ids.text(value);
  }
}
