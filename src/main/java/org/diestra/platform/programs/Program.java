package org.diestra.platform.programs;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A program that has a password.
 *
 * @param name the person's own for it, 1–60 characters
 * @param parts what it opens; at least one
 * @param usedAt when it last came in, to some minutes; null for never
 */
record Program(
    ProgramId id, String name, Set<Part> parts, Instant madeAt, @Nullable Instant usedAt) {}
