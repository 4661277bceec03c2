package org.diestra.office.files;

import java.time.Instant;
import java.util.UUID;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * An address by which somebody without an account puts files into one folder, as long as its maker
 * may, and sees nothing of what is there.
 *
 * @param entry the folder
 * @param title what it is for, as whoever brings something reads it
 * @param note what to bring, in several lines; may be empty
 * @param locked whether a password is asked
 * @param until null for no end
 * @param mostFiles 1–10000; null for any number
 * @param mostBytes in all, at least 1; null for what the workspace has room for
 * @param files that came, or are on their way
 * @param bytes of those
 */
record Letterbox(
    UUID id,
    WorkspaceId workspace,
    EntryId entry,
    String title,
    String note,
    boolean locked,
    @Nullable Instant until,
    @Nullable Integer mostFiles,
    @Nullable Long mostBytes,
    int files,
    long bytes,
    PersonId madeBy,
    Instant madeAt) {

  boolean late(Instant now) {
    return until != null && !until.isAfter(now);
  }

  /** Whether nothing more goes in. */
  boolean full() {
    return mostFiles != null && files >= mostFiles || mostBytes != null && bytes >= mostBytes;
  }

  boolean over(Instant now) {
    return late(now) || full();
  }

  String bytesText() {
    return Sizes.text(bytes);
  }

  /** How much more it takes; null for no bound of its own. */
  @Nullable String leftText() {
    return mostBytes == null ? null : Sizes.text(mostBytes - bytes);
  }

  /**
   * Something that came in.
   *
   * @param entry null where it is gone for good
   * @param giver who brought it, in their own words; may be empty
   */
  record Handed(@Nullable EntryId entry, String name, String giver, long size, Instant at) {}
}
