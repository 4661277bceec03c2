package org.diestra.office.vault;

import java.time.Instant;
import org.diestra.platform.accounts.PersonId;

/**
 * What a secret was before a change.
 *
 * @param version of the item, when it was this
 */
record Former(Id id, PersonId replacedBy, Instant replacedAt) {
  record Id(ItemId item, int version) {}

  int version() {
    return id.version();
  }
}
