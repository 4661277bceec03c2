package org.diestra.money.direct;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Money;
import org.diestra.work.contracts.ContractId;
import org.jspecify.annotations.Nullable;

/**
 * What was approved and is the client's to pay to the assistant.
 *
 * @param entry of the ledger that released it
 * @param paid what of it the assistant said had arrived
 * @param letGo what of it the assistant does not want any more
 * @param claimed what of it the client says to have paid, without an answer yet
 * @param title what it is for, or null for the hours of a week
 * @param week its Monday, or null
 * @param page where that is shown
 * @param dueOn the last day on which it is in time, where the client is
 * @param dueAt the end of that day: it is late from then on
 */
record Due(
    UUID entry,
    ContractId contract,
    OrganisationId client,
    PersonId assistant,
    Money amount,
    Money paid,
    Money letGo,
    Money claimed,
    @Nullable String title,
    @Nullable LocalDate week,
    String page,
    LocalDate dueOn,
    Instant dueAt) {

  /** What has not arrived, and is wanted. */
  Money rest() {
    return amount.minus(paid).minus(letGo);
  }

  /** What nobody says to have paid; zero where more is said than is due. */
  Money open() {
    var open = rest().minus(claimed);
    return open.isPositive() ? open : Money.zero(amount.currency());
  }

  boolean settled() {
    return rest().isZero();
  }

  boolean late(Instant now) {
    return !settled() && !now.isBefore(dueAt);
  }
}
