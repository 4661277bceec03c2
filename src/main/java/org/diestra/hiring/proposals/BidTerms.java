package org.diestra.hiring.proposals;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.diestra.hiring.jobs.JobId;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.PayUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a contract needs to know of the bid it begins with.
 *
 * @param person who would be hired
 * @param edition the job's edition that the person agreed to
 * @param price for one unit
 * @param quantity the person's estimate: hours a week, or tasks
 * @param hours how long one task takes; null for work by the hour
 * @param start the earliest day
 * @param worker who will do the work, by name
 */
public record BidTerms(
    BidId id,
    JobId job,
    OrganisationId organisation,
    PersonId person,
    int edition,
    PayUnit unit,
    Money price,
    BigDecimal quantity,
    @Nullable BigDecimal hours,
    LocalDate start,
    String worker) {

  static BidTerms of(Bid bid, BidContent said) {
    return new BidTerms(
        bid.id(),
        bid.job(),
        bid.organisation(),
        bid.person(),
        bid.edition(),
        said.unit(),
        said.price(),
        said.quantity(),
        said.hours(),
        said.start(),
        said.worker());
  }
}
