/**
 * What a client's books come to: trial balance, profit and loss, balance sheet and the summary of
 * VAT, each figure of which opens to its entries; and the journal in the languages of other
 * programs. It only reads what {@code bookkeeping} keeps.
 */
@ApplicationModule(
    id = "reports",
    allowedDependencies = {"data", "page", "accounts", "workspaces", "books", "bookkeeping"})
@NullMarked
package org.diestra.office.reports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
