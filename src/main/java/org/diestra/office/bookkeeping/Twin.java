package org.diestra.office.bookkeeping;

import java.time.LocalDate;
import org.diestra.platform.base.Money;

/**
 * An entry that the same bytes show as are brought for another. Two coffees have two tickets that
 * differ; the same ticket for both is a mistake more often than not, and a person says which.
 *
 * @param paper the file's name there
 */
record Twin(EntryId entry, LocalDate day, String text, Money amount, String paper) {}
