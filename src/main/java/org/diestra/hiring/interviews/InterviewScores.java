package org.diestra.hiring.interviews;

import java.util.Map;
import java.util.stream.Collectors;
import org.diestra.hiring.interviews.ScorecardStore.Mean;
import org.diestra.hiring.jobs.JobId;
import org.diestra.hiring.proposals.BidId;
import org.diestra.hiring.proposals.BidScores;
import org.diestra.platform.accounts.Viewer;
import org.springframework.stereotype.Component;

/** What interviews showed, for the comparison of a job's bids. */
@Component
class InterviewScores implements BidScores {
  private final ScorecardStore store;

  InterviewScores(ScorecardStore store) {
    this.store = store;
  }

  @Override
  public Map<BidId, Score> of(JobId job, Viewer reader) {
    return store.means(job, reader.id()).stream()
        .collect(Collectors.toMap(Mean::bid, InterviewScores::score));
  }

  private static Score score(Mean mean) {
    return new Score(mean.mean(), mean.cards(), "/interviews/" + mean.latest() + "/scorecard");
  }
}
