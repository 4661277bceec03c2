package org.diestra.hiring.proposals;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.diestra.hiring.fees.Quote;
import org.diestra.hiring.jobs.JobTerms;
import org.jspecify.annotations.Nullable;

/**
 * An assistant's bids, in the order in which they ask for attention.
 *
 * @param live how many of them are live, of at most {@link OwnBids#MOST}
 */
record OwnList(List<Entry> entries, int live) {

  /**
   * One bid.
   *
   * @param said null for a draft
   * @param quote what it comes to, at the author's estimate; null for a draft
   */
  record Entry(Bid bid, JobTerms job, @Nullable BidContent said, @Nullable Quote quote) {
    String href() {
      return "/jobs/" + job.id() + "/bid";
    }

    Part part() {
      return switch (bid.stage()) {
        case Stage.Draft d -> Part.YOURS;
        case Stage.Stale s -> Part.YOURS;
        case Stage.Live l -> Part.THEIRS;
        default -> Part.OVER;
      };
    }

    Estimate.Period period() {
      return said == null ? Estimate.Period.ONCE : Estimate.period(job.volume(), said.unit());
    }
  }

  /** Whose turn it is. */
  enum Part {
    YOURS,
    THEIRS,
    OVER;

    String key() {
      return "proposals.part." + name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  Map<Part, List<Entry>> parts() {
    return entries.stream()
        .sorted(Comparator.comparing((Entry e) -> e.bid().stage().since()).reversed())
        .collect(
            Collectors.groupingBy(
                Entry::part, () -> new java.util.EnumMap<>(Part.class), Collectors.toList()));
  }
}
