package org.diestra.platform.blobs;

import java.util.UUID;
import org.diestra.platform.base.Ids;

/** Names one file that somebody brought; says nothing about its content. */
public record BlobId(UUID value) {
  /** Reads the id out of an address. */
  public static BlobId of(String text) {
    return new BlobId(Ids.require(text));
  }

  @Override
  public String toString() {
    return Ids.text(value);
  }
}
