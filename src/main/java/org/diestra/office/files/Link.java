package org.diestra.office.files;

import java.time.Instant;
import java.util.UUID;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * An address by which somebody without an account reaches one file or folder, as long as its maker
 * may.
 *
 * @param label whom it is for, in the maker's words; may be empty
 * @param locked whether a password is asked
 * @param until null for no end
 * @param most so many downloads, 1–10000; null for any number
 * @param used downloads until now
 * @param lastAt when something was downloaded for the last time
 */
record Link(
    UUID id,
    WorkspaceId workspace,
    EntryId entry,
    String label,
    boolean locked,
    @Nullable Instant until,
    @Nullable Integer most,
    int used,
    PersonId madeBy,
    Instant madeAt,
    @Nullable Instant lastAt) {

  /** Whether its time or its downloads are over. */
  boolean over(Instant now) {
    return late(now) || spent();
  }

  boolean late(Instant now) {
    return until != null && !until.isAfter(now);
  }

  /** Whether its last download is taken, of which pieces may still be asked for. */
  boolean spent() {
    return most != null && used >= most;
  }
}
