package org.diestra.hiring.proposals;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.diestra.hiring.jobs.JobTerms;
import org.diestra.platform.base.Area;

/**
 * A job's bids, as its client compares them.
 *
 * @param lines those to be shown, in order
 * @param counts how many each choice of {@link Show} has
 * @param waiting how many wait for a place
 * @param team whether the reader decides; an operator only reads
 * @param asides what others have to say about the bids shown
 */
record Board(
    JobTerms job,
    Round round,
    List<Line> lines,
    Map<Show, Integer> counts,
    Show show,
    Sorting sorting,
    int waiting,
    boolean team,
    Map<BidId, List<BidAsides.Aside>> asides) {

  static final String PATH = "/bids";

  String href() {
    return "/jobs/" + job.id() + PATH;
  }

  /** This page in another order or choice; what is usual is not written. */
  String href(Show other, Sorting order) {
    var query = new StringBuilder();
    if (other != Show.ALL) {
      query.append("?show=").append(other.slug());
    }
    if (!order.equals(Sorting.USUAL)) {
      query.append(query.isEmpty() ? "?" : "&").append("sort=").append(order);
    }
    return href() + query;
  }

  List<BidAsides.Aside> asides(Line line) {
    return asides.getOrDefault(line.bid().id(), List.of());
  }

  int count(Show which) {
    return counts.getOrDefault(which, 0);
  }

  /** Whether nobody has come before the client yet. */
  boolean untouched() {
    return count(Show.ALL) + count(Show.DECLINED) == 0;
  }

  /** The undecided bid that should have an answer first. */
  Optional<Line> first() {
    return lines.stream()
        .filter(line -> Show.UNDECIDED.shows(line.bid()) && line.decideBy() != null)
        .min(Comparator.comparing(line -> Objects.requireNonNull(line.decideBy())));
  }

  List<Area> areas() {
    return job.areas().stream().sorted().toList();
  }

  boolean open() {
    return job.stage() != org.diestra.hiring.jobs.Stage.CLOSED;
  }
}
