package org.diestra.office.files;

import java.time.Instant;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says about a file.
 *
 * @param text 1–5000 characters
 * @param changedAt when its author wrote it anew; null where that never was
 */
record Comment(
    UUID id,
    EntryId entry,
    PersonId author,
    String text,
    Instant madeAt,
    @Nullable Instant changedAt) {}
