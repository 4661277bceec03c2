package org.diestra.hiring.interviews;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.diestra.People;
import org.diestra.hiring.interviews.Interviews.Proposal;
import org.diestra.hiring.jobs.JobId;
import org.diestra.hiring.proposals.BidId;
import org.diestra.hiring.proposals.KeptBids;
import org.diestra.hiring.talent.Assistants;
import org.diestra.platform.accounts.Viewer;
import org.springframework.stereotype.Component;

/** Two people who are to meet, for tests. */
@Component
class Meeting {
  final Interviews interviews;
  final KeptBids bids;
  private final People people;
  private final Assistants assistants;
  private final Clock clock;

  Meeting(Interviews interviews, KeptBids bids, People people, Assistants assistants, Clock clock) {
    this.interviews = interviews;
    this.bids = bids;
    this.people = people;
    this.assistants = assistants;
    this.clock = clock;
  }

  /** A client in Madrid, and an assistant in Bogotá whose bid was kept. */
  record Pair(Viewer client, Viewer assistant, JobId job, BidId bid) {}

  Pair pair() {
    var client = people.client("Lucía Ferrer");
    var assistant = assistants.published("Rosa Peña");
    var job = bids.job(client);
    return new Pair(client, assistant, job, bids.kept(client, assistant, job));
  }

  /** Whole hours so many hours from now, half an hour each. */
  Proposal times(int... hoursAhead) {
    return new Proposal(
        java.util.Arrays.stream(hoursAhead).mapToObj(this::slot).toList(), "Shall we talk?");
  }

  Slot slot(int hoursAhead) {
    return new Slot(hour(hoursAhead), 30);
  }

  Instant hour(int ahead) {
    return clock.instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(ahead + 1L));
  }

  InterviewId proposed(Pair pair, int... hoursAhead) {
    return interviews.propose(pair.client(), pair.bid(), times(hoursAhead)).orFail();
  }

  /** Agreed for so many hours from now. */
  InterviewId agreed(Pair pair, int hoursAhead) {
    var id = proposed(pair, hoursAhead, hoursAhead + 24);
    interviews.pick(pair.assistant(), id, 1, slot(hoursAhead)).orFail();
    return id;
  }

  Interview now(Pair pair, InterviewId id) {
    return interviews.get(pair.client(), id);
  }

  static List<Instant> starts(Proposal proposal) {
    return proposal.slots().stream().map(Slot::start).toList();
  }
}
