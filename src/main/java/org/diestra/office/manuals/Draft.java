package org.diestra.office.manuals;

import java.time.Instant;
import org.diestra.office.procedures.Instructions;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What is being written.
 *
 * @param revision counts its changes, so that nobody overwrites what they have not seen
 * @param asked who asked for it to be published, or null
 */
record Draft(
    Instructions instructions,
    int revision,
    PersonId changedBy,
    Instant changedAt,
    @Nullable PersonId asked) {}
