/**
 * A client's own books, apart from the platform's ledger: in which currency and years they are
 * kept, their chart of accounts, and how far they are closed. What is written in them stands in
 * {@code bookkeeping}, above.
 */
@ApplicationModule(
    id = "books",
    allowedDependencies = {"data", "page", "accounts", "workspaces"})
@NullMarked
package org.diestra.office.books;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
