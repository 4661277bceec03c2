package org.diestra.money.invoices;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.diestra.money.taxes.Treatment;
import org.diestra.money.taxes.Treatment.Taxed;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;

/**
 * A sale that is not invoiced yet; of a task, of a week of hours, of an extra, which has a title
 * alone, or of a month of a retainer.
 *
 * @param first the first day of a month of a retainer, or null
 * @param last its last day, or null
 * @param month whether all of that month is sold at once
 * @param taxed what was handed over with it for taxes, or null where that is still to be decided
 * @param direct whether the client pays the assistant directly, so that nothing is paid yet
 */
record Due(
    UUID entry,
    UUID contract,
    UUID client,
    UUID assistant,
    @Nullable UUID task,
    @Nullable String title,
    @Nullable LocalDate week,
    @Nullable Integer minutes,
    @Nullable Money rate,
    @Nullable LocalDate first,
    @Nullable LocalDate last,
    boolean month,
    Money price,
    @Nullable Known taxed,
    Instant at,
    boolean direct,
    @Nullable Lack waits) {

  /**
   * @param seller the version of the assistant's tax details it was decided by
   * @param buyer of the client's
   */
  record Known(Taxed amounts, Treatment treatment, int seller, int buyer) {}

  /** What is missing, in the order in which it is asked for. */
  enum Lack {
    /** The assistant has not agreed that the house makes the invoices. */
    CONSENT,
    /** The assistant's tax details. */
    SELLER,
    /** The client's. */
    BUYER,
    /** A rule that says the rate. */
    RULE;

    String key() {
      return "invoices.waits." + name().toLowerCase(Locale.ROOT);
    }
  }
}
