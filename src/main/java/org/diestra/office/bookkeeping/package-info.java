/**
 * What is written in a client's books: entries that whoever works in them prepares and one of the
 * client's posts, the receipts that show them, the journal and each account's own page.
 */
@ApplicationModule(
    id = "bookkeeping",
    allowedDependencies = {
      "data",
      "demo",
      "page",
      "accounts",
      "blobs",
      "exchange",
      "home",
      "notifications",
      "previews",
      "workspaces",
      "books"
    })
@NullMarked
package org.diestra.office.bookkeeping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
