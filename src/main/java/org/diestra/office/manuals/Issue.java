package org.diestra.office.manuals;

import java.time.Instant;

/**
 * That a version was published, without what it says.
 *
 * @param number of the version, counted from 1
 */
public record Issue(ProcedureId procedure, int number, Instant publishedAt) {}
