package org.diestra.hiring.proposals;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.diestra.hiring.fees.Quote;
import org.diestra.hiring.fees.Rates;
import org.diestra.hiring.jobs.JobTerms;
import org.diestra.hiring.proposals.Line.Proof;
import org.diestra.hiring.talent.AssistantCard;
import org.diestra.platform.base.WorkWeek;
import org.diestra.platform.page.DayBar;
import org.jspecify.annotations.Nullable;

/**
 * Makes lines of one job's bids.
 *
 * @param blind whether names are hidden until the interview
 * @param zone the reader's, for a job that asks for no hours of its own
 * @param today whose week counts for daylight-saving time
 */
record Lines(
    JobTerms job, boolean blind, ZoneId zone, Rates rates, Pieces pieces, LocalDate today) {

  Line line(
      Bid bid,
      VersionStore.Version version,
      Optional<AssistantCard> card,
      @Nullable String note,
      BidScores.@Nullable Score score) {
    var said = version.content();
    var wanted = job.wanted();
    boolean hidden = blind && !bid.met();
    var veil = hidden ? Veil.over(said, card) : Veil.NONE;
    var estimate = Estimate.of(job.volume(), said);
    return new Line(
        bid,
        said,
        card.orElse(null),
        hidden,
        veil,
        estimate,
        Quote.of(said.unit(), said.price(), estimate.quantity(), rates),
        bar(said.week()),
        wanted == null ? null : wanted.sharedHours(said.week(), today),
        proofs(card),
        pieces.of(bid, said, hidden, veil),
        version.at(),
        note,
        score);
  }

  private DayBar bar(WorkWeek theirs) {
    var wanted = job.wanted();
    return wanted == null ? DayBar.of(theirs, zone, today) : DayBar.of(theirs, wanted, today);
  }

  private List<Proof> proofs(Optional<AssistantCard> card) {
    return job.areas().stream()
        .sorted()
        .map(area ->
            card.flatMap(c -> c.claim(area))
                .map(claim ->
                    new Proof(
                        area,
                        claim.years(),
                        claim.shown() ? Proof.Backing.SHOWN : Proof.Backing.SAID))
                .orElse(new Proof(area, 0, Proof.Backing.NONE)))
        .toList();
  }
}
