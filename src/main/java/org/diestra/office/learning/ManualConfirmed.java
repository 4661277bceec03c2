package org.diestra.office.learning;

import org.diestra.office.manuals.ProcedureId;
import org.diestra.platform.accounts.PersonId;

/**
 * Somebody has read a version and says so.
 *
 * @param number of the version, counted from 1
 */
public record ManualConfirmed(ProcedureId procedure, int number, PersonId person) {}
