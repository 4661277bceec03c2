/**
 * Invoices of a business to its customers: drafted by whoever works in the books, issued by one of
 * the client's, numbered without gaps, printed in the customer's language and never changed
 * afterwards, only corrected by another. What is still to be paid of them is for {@code dues} to
 * know.
 */
@ApplicationModule(
    id = "sales",
    allowedDependencies = {
      "data",
      "demo",
      "page",
      "paper",
      "accounts",
      "blobs",
      "home",
      "workspaces",
      "books",
      "bookkeeping",
      "dues"
    })
@NullMarked
package org.diestra.office.sales;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
