/**
 * A workspace's contact book: whom the business deals with, in cards that programs keep too and
 * whose bytes stay as they came. Whoever works in administration or appointments writes in it,
 * unless the keepers say otherwise; what is taken out can come back for a month.
 */
@ApplicationModule(
    id = "contacts",
    allowedDependencies = {
      "data",
      "demo",
      "page",
      "accounts",
      "blobs",
      "previews",
      "timers",
      "vcard",
      "workspaces"
    })
@NullMarked
package org.diestra.office.contacts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
