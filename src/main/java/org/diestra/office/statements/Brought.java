package org.diestra.office.statements;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.banking.BankStatement.Format;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;

/**
 * A statement that was taken in.
 *
 * @param lines that its file had, and {@code fresh} of them were not known
 * @param undoneAt when it was taken back, or null
 */
record Brought(
    UUID id,
    BankAccountId account,
    String name,
    Format format,
    @Nullable Money opening,
    @Nullable Money closing,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    int lines,
    int fresh,
    PersonId by,
    Instant at,
    @Nullable Instant undoneAt) {}
