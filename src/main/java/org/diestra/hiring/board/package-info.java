/**
 * Where open jobs and assistants find each other: the list at {@code /jobs} with its filters and
 * counts, and who can be invited to a job.
 */
@ApplicationModule(
    id = "board",
    allowedDependencies = {"page", "accounts", "exchange", "search", "watches", "talent", "jobs"})
@NullMarked
package org.diestra.hiring.board;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
