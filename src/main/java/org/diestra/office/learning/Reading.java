package org.diestra.office.learning;

import java.time.Instant;
import org.diestra.office.manuals.ProcedureId;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody confirmed a version.
 *
 * @param score of the quiz in percent, or null where there was none
 */
record Reading(
    ProcedureId procedure, int number, PersonId person, @Nullable Integer score, Instant at) {}
