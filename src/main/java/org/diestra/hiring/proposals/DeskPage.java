package org.diestra.hiring.proposals;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diestra.hiring.fees.Quote;
import org.diestra.hiring.fees.Rates;
import org.diestra.hiring.jobs.JobId;
import org.diestra.hiring.jobs.JobTerms;
import org.diestra.hiring.samples.SampleCard;
import org.diestra.hiring.talent.AssistantCard;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.PayUnit;
import org.diestra.platform.page.DayBar;
import org.jspecify.annotations.Nullable;

/**
 * A job and the own bid for it, as an assistant sees them.
 *
 * @param bid null where there is none yet
 * @param said what it says now; null for a draft
 * @param card the author, or null where there is no profile
 * @param ready whether the profile is far enough to bid, or was once
 * @param samples of the author's portfolio
 * @param bar a typical day of the author's; null without a profile
 * @param sharedWeek hours a week that both work; null where the client asks for none
 * @param live how many live bids the author has
 * @param net about what its author receives, in the own currency; null where that is the job's, or
 *     no rate is known
 * @param history the versions there were; empty where the bid is written on
 * @param change whether it is to be changed now
 * @param asides what others have to say about the bid
 */
record DeskPage(
    JobTerms job,
    @Nullable Bid bid,
    @Nullable BidContent said,
    @Nullable AssistantCard card,
    boolean ready,
    List<SampleCard> samples,
    @Nullable DayBar bar,
    @Nullable Integer sharedWeek,
    Rates rates,
    List<VersionStore.Past> history,
    List<SampleCard> shown,
    int live,
    @Nullable Money net,
    boolean change,
    List<BidAsides.Aside> asides) {

  DeskPage with(List<VersionStore.Past> versions) {
    return new DeskPage(
        job,
        bid,
        said,
        card,
        ready,
        samples,
        bar,
        sharedWeek,
        rates,
        versions,
        shown,
        live,
        net,
        change,
        asides);
  }

  String href() {
    return href(job.id());
  }

  static String href(JobId job) {
    return "/jobs/" + job + "/bid";
  }

  State state() {
    return bid == null ? State.DRAFT : bid.state();
  }

  /** Whether this is the page to write on; else it only shows how things stand. */
  boolean written() {
    return switch (state()) {
      case DRAFT -> ready && job.takesBids() && live < OwnBids.MOST;
      case WITHDRAWN, EXPIRED -> change && job.takesBids();
      default -> change && changeable();
    };
  }

  boolean changeable() {
    return bid != null
        && (bid.stage() instanceof Stage.Standing || bid.stage() instanceof Stage.Stale);
  }

  boolean sendableAgain() {
    return bid != null
        && bid.version() > 0
        && bid.stage() instanceof Stage.Sendable
        && job.takesBids();
  }

  boolean stale() {
    return state() == State.STALE;
  }

  int version() {
    return bid == null ? 0 : bid.version();
  }

  /** Why nothing can be written here; null where something can, or has been. */
  @Nullable String obstacle() {
    if (state() != State.DRAFT || written()) {
      return null;
    }
    return !job.takesBids() ? "job" : !ready ? "profile" : "most";
  }

  /** The ceilings, by unit, in the order in which they are asked. */
  Map<PayUnit, Money> ceilings() {
    var all = new EnumMap<PayUnit, Money>(PayUnit.class);
    for (var unit : job.terms().pay().units()) {
      job.ceiling(unit).ifPresent(most -> all.put(unit, most));
    }
    return all;
  }

  boolean paysTasks() {
    return job.terms().pay().units().contains(PayUnit.TASK);
  }

  boolean paysEither() {
    return job.terms().pay().units().size() > 1;
  }

  /** What the price comes to, at the author's own estimate. */
  Optional<Quote> quote() {
    return Optional.ofNullable(said).map(s -> Quote.of(s.unit(), s.price(), s.quantity(), rates));
  }

  Estimate.Period period() {
    return said == null ? Estimate.Period.ONCE : Estimate.period(job.volume(), said.unit());
  }

  Map<String, String> questions() {
    var all = new LinkedHashMap<String, String>();
    job.questions().forEach(q -> all.put(q.key(), q.text()));
    return all;
  }
}
