package org.diestra.hiring.proposals;

import java.util.List;
import java.util.Optional;
import org.diestra.hiring.fees.Quote;
import org.diestra.platform.base.Money;
import org.diestra.platform.blobs.Blob;
import org.jspecify.annotations.Nullable;

/**
 * A page to write a bid on, with what has been typed.
 *
 * @param files those that were brought so far
 * @param net about what its author would receive, in the own currency; null where that is the
 *     job's, no rate is known, or there is no price yet
 */
record Sheet(DeskPage page, BidForm form, List<Blob> files, @Nullable Money net) {

  /** What the price comes to as far as it is typed. */
  Optional<Quote> quote() {
    return form.quote(page.job(), page.rates());
  }

  Estimate.Period period() {
    return quote()
        .map(q -> Estimate.period(page.job().volume(), q.unit()))
        .orElse(Estimate.Period.ONCE);
  }
}
