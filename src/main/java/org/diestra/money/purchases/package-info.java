/**
 * What the house's invoices say stands among the bills of a client's own books by itself, where one
 * who posts there has said so: each invoice once, as a proposal in that person's name, with its
 * paper. What the books can't show as it is waits with its reason.
 */
@ApplicationModule(
    id = "purchases",
    allowedDependencies = {
      "data",
      "demo",
      "page",
      "accounts",
      "blobs",
      "notifications",
      "timers",
      "workspaces",
      "books",
      "dues",
      "bills",
      "invoices",
      "taxes"
    })
@NullMarked
package org.diestra.money.purchases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
