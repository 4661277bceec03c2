package org.diestra.money.purchases;

import java.time.LocalDate;
import org.diestra.office.books.AccountId;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * How a client's books take in what the house invoiced it: {@code live ⇄ stopped}.
 *
 * @param by in whose name its bills are proposed
 * @param account of their lines, unless the supplier usually has another
 * @param since the first day of invoices that are taken in
 * @param why the house stopped it, a message; null where a person did or it is live
 * @param caught whether all since that day was looked through once
 * @param version counts its changes
 */
record Standing(
    WorkspaceId workspace,
    PersonId by,
    AccountId account,
    LocalDate since,
    boolean live,
    @Nullable String why,
    boolean caught,
    int version) {

  Standing stopped(@Nullable String because) {
    return new Standing(workspace, by, account, since, false, because, caught, version + 1);
  }
}
