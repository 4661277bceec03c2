package org.diestra.office.manuals;

import org.diestra.office.procedures.Change;

/**
 * A version holds from now on.
 *
 * @param number of the version, counted from 1
 */
public record ManualPublished(ProcedureId procedure, int number, Change change) {}
