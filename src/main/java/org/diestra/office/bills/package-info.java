/**
 * Bills of a business's suppliers: entered from the paper by whoever works in the books, with VAT
 * by its rates and tax kept back, each with the entry that it proposes. What is still to be paid of
 * them is for {@code dues} to know.
 */
@ApplicationModule(
    id = "bills",
    allowedDependencies = {
      "data",
      "demo",
      "page",
      "accounts",
      "blobs",
      "workspaces",
      "books",
      "bookkeeping",
      "dues"
    })
@NullMarked
package org.diestra.office.bills;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
