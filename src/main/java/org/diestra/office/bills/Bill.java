package org.diestra.office.bills;

import java.util.UUID;
import org.diestra.office.dues.DueId;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A supplier's bill. How far it is, and what is still to be paid, its {@code Standing} says.
 *
 * @param key of the form that made it
 * @param version counts its changes
 * @param replacedBy the one that was entered anew after its entry was undone, or null
 */
record Bill(
    DueId id, UUID key, Paper paper, int version, @Nullable DueId replacedBy, PersonId madeBy) {}
