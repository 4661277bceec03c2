/**
 * Papers that come to a client's books by mail: whoever works in them has an address of their own
 * for them, to which suppliers and their programs write. What comes waits among the receipts as if
 * that person had brought it, while the person works there.
 */
@ApplicationModule(
    id = "receiptmail",
    allowedDependencies = {
      "data",
      "page",
      "accounts",
      "blobs",
      "mail",
      "notifications",
      "workspaces",
      "books",
      "bookkeeping"
    })
@NullMarked
package org.diestra.office.receiptmail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
