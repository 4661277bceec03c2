package org.diestra.platform.blobs;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that somebody brought, or that the house made from one.
 *
 * @param name its file name, with the extension its content has; at most 200 characters
 * @param type its media type by content
 * @param size bytes, at least 1; among a workspace's files also 0
 * @param owner who brought it; null for what the house made
 * @param dimensions of a picture, where its header tells them
 */
public record Blob(
    BlobId id,
    String name,
    FileType type,
    long size,
    Sha256 sha256,
    @Nullable UUID owner,
    @Nullable Dimensions dimensions,
    Instant created) {

  /**
   * The same, to be served under another name: one that does not tell whose it is.
   *
   * @param other without an extension
   */
  public Blob named(String other) {
    var file = other + "." + type.extension();
    return new Blob(id, file, type, size, sha256, owner, dimensions, created);
  }

  public Kind kind() {
    return type.kind();
  }

  /** The size as people read it, the same in every language: "12 MB". */
  public String sizeText() {
    return Bytes.text(size);
  }
}
