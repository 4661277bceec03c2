package org.diestra.platform.factors;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One of somebody's passkeys, as they see it.
 *
 * @param backedUp whether its keeper, such as a password manager, has it on other devices too
 */
record Passkey(
    PasskeyId id, String name, boolean backedUp, Instant addedAt, @Nullable Instant usedAt) {}
