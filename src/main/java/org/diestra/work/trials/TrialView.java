package org.diestra.work.trials;

import java.util.List;
import java.util.Optional;
import org.diestra.hiring.fees.Quote;
import org.diestra.hiring.jobs.JobTerms;
import org.diestra.hiring.proposals.BidFace;
import org.diestra.hiring.tryouts.Scores;
import org.diestra.platform.base.Area;
import org.diestra.work.contracts.PaperText;
import org.diestra.work.contracts.TermLines;
import org.diestra.work.contracts.TermLines.Line;
import org.diestra.work.tasks.TrialWork.Glance;
import org.diestra.work.trials.Trial.State;
import org.diestra.work.trials.TrialStore.Scored;
import org.jspecify.annotations.Nullable;

/**
 * A paid trial before its bidder, or before the team that asked for it.
 *
 * @param bidder whether it is the bidder's page
 * @param client what the client is called
 * @param me as whom the viewer signs
 * @param text what is signed
 * @param quote what its price comes to on both sides
 * @param charges what taxes make of it today, as long as it waits for an answer
 * @param work how its task stands, once it is signed by both
 * @param lapsed whether the time to answer is over, though no timer has said so yet
 * @param hireable whether a contract can be offered on its bid now
 */
record TrialView(
    Scored scored,
    boolean bidder,
    JobTerms job,
    BidFace face,
    String client,
    String me,
    PaperText text,
    Quote quote,
    List<TermLines.Later> charges,
    @Nullable Glance work,
    boolean lapsed,
    boolean hireable) {
  List<Line> taxes() {
    return TermLines.all(charges);
  }

  Trial trial() {
    return scored.trial();
  }

  Trial.Facts facts() {
    return trial().facts();
  }

  State state() {
    return lapsed ? State.EXPIRED : trial().state();
  }

  int version() {
    return facts().version();
  }

  String href() {
    return facts().id().href();
  }

  boolean open() {
    return trial() instanceof Trial.Requested && !lapsed;
  }

  /** What comes next, for whoever reads. */
  String nextKey() {
    var key = "trials.next." + (bidder ? "bidder." : "team.") + state().slug();
    return switch (state()) {
      case ACCEPTED -> key + (work == null || !work.held() ? ".unheld" : unpaid() ? ".unpaid" : "");
      case PAID ->
          key
              + (work == null || !work.held()
                  ? ".unheld"
                  : bidder || scores().isEmpty() ? "" : ".scored");
      default -> key;
    };
  }

  /** Whether the client is to pay before it can begin. */
  boolean unpaid() {
    return work != null && work.unpaid() && state() == State.ACCEPTED;
  }

  @Nullable String reason() {
    return trial() instanceof Trial.Declined declined ? declined.reason() : null;
  }

  /** Whether the client may say what it thinks of it. */
  boolean scorable() {
    return !bidder && (trial() instanceof Trial.Submitted || trial() instanceof Trial.Paid);
  }

  Optional<Scores> scores() {
    return Optional.ofNullable(scored.scores());
  }

  List<Area> areas() {
    return job.areas().stream().sorted().toList();
  }

  /** Its contract's page; null while there is none. */
  @Nullable String contractHref() {
    return trial() instanceof Trial.Standing it ? "/contracts/" + it.signed().contract() : null;
  }

  String bidHref() {
    return "/jobs/" + job.id() + (bidder ? "/bid" : "/bids/" + face.id());
  }
}
