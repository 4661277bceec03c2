package org.diestra.work.time;

import java.time.Instant;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.diestra.work.contracts.ContractId;
import org.jspecify.annotations.Nullable;

/**
 * A person's timer while it runs.
 *
 * @param id the key under which it was started, so that a start sent again starts nothing
 * @param note what is done, as far as it was said; at most 500 characters
 * @param late whether the house heard of its start only later
 */
record Running(
    PersonId person,
    UUID id,
    ContractId contract,
    @Nullable UUID task,
    String note,
    Instant startedAt,
    boolean late) {
  Running doing(String what, @Nullable UUID subject) {
    return new Running(person, id, contract, subject, what, startedAt, late);
  }
}
