package org.diestra.office.files;

import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.blobs.BlobId;
import org.diestra.platform.blobs.FileType;
import org.diestra.platform.dav.Node;
import org.jspecify.annotations.Nullable;

/**
 * A folder or a file.
 *
 * @param parent the folder it lies in; null for the workspace's own
 * @param name 1–255 bytes in UTF-8
 * @param content null for a folder
 * @param trash what it went into the trash with, or null where it did not
 */
record Entry(
    EntryId key,
    WorkspaceId workspace,
    @Nullable UUID parent,
    String name,
    @Nullable Content content,
    Instant created,
    PersonId createdBy,
    Instant modified,
    PersonId modifiedBy,
    @Nullable UUID trash,
    @Nullable Instant trashedAt)
    implements Node {

  /**
   * What is in a file now.
   *
   * @param version counted from 1
   * @param size bytes
   * @param sha256 64 hexadecimal digits
   */
  record Content(int version, BlobId blob, String sha256, long size, FileType type) {}

  @Override
  public UUID id() {
    return key.value();
  }

  @Override
  public boolean collection() {
    return content == null;
  }

  /** The hash in 43 letters instead of 64: programs keep tags in small buffers. */
  @Override
  public @Nullable String etag() {
    if (content == null) {
      return null;
    }
    var bytes = HexFormat.of().parseHex(content.sha256());
    return "\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "\"";
  }

  @Override
  public @Nullable String sha256() {
    return content == null ? null : content.sha256();
  }

  @Override
  public long size() {
    return content == null ? 0 : content.size();
  }

  @Override
  public String mediaType() {
    return content == null ? "" : content.type().mediaType();
  }

  /**
   * What a file holds.
   *
   * @throws IllegalStateException for a folder
   */
  Content file() {
    if (content == null) {
      throw new IllegalStateException("a folder holds no bytes: " + key);
    }
    return content;
  }
}
