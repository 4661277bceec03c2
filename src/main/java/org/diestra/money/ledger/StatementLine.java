package org.diestra.money.ledger;

import java.time.Instant;
import java.util.UUID;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;

/**
 * A line of somebody's statement: one posting to an account of theirs.
 *
 * @param place where it stands: later lines have a higher one
 * @param code of the account
 * @param amount above zero where there is more in the account than before
 * @param after what was in that account then
 * @param about the page that shows what it was for, or null
 * @param evidence what stands outside of the house for it, or null
 */
public record StatementLine(
    long place,
    Book book,
    Instant at,
    UUID entry,
    Event event,
    Kind kind,
    String code,
    Money amount,
    Money after,
    @Nullable String about,
    @Nullable String evidence) {}
