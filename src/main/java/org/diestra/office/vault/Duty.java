package org.diestra.office.vault;

import java.time.Instant;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A secret that should be another, since somebody who could reach it can't enter any more.
 *
 * @param usedAt when that person opened it last, or null for never
 */
record Duty(
    UUID id, ItemId item, String name, PersonId person, @Nullable Instant usedAt, Instant since) {}
