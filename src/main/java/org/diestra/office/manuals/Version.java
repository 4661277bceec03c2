package org.diestra.office.manuals;

import java.time.Instant;
import org.diestra.office.procedures.Change;
import org.diestra.office.procedures.VersionNumber;
import org.diestra.office.procedures.Written;
import org.diestra.platform.accounts.PersonId;

/**
 * A version as it was published; it never changes.
 *
 * @param number counted from 1
 * @param change how much it changed for whoever worked by the one before; the first is major
 * @param hash SHA-256 of what is written, 64 hexadecimal digits: what is acknowledged
 * @param note what is new, in a sentence or two; may be empty
 */
public record Version(
    ProcedureId procedure,
    int number,
    VersionNumber version,
    Change change,
    Written written,
    String hash,
    String note,
    PersonId publishedBy,
    Instant publishedAt) {}
