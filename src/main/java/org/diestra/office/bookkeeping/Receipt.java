package org.diestra.office.bookkeeping;

import java.time.Instant;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.blobs.BlobId;
import org.jspecify.annotations.Nullable;

/**
 * The paper that shows what was bought or sold.
 *
 * @param entry what it shows, or null while it waits for it
 */
record Receipt(
    ReceiptId id,
    WorkspaceId workspace,
    BlobId file,
    @Nullable EntryId entry,
    PersonId broughtBy,
    Instant broughtAt) {

  String href() {
    return "/w/" + workspace + "/books/receipts/" + id;
  }
}
