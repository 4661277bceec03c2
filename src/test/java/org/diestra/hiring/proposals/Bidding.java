package org.diestra.hiring.proposals;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diestra.hiring.jobs.JobId;
import org.diestra.hiring.jobs.Jobs;
import org.diestra.hiring.jobs.PostedJobs;
import org.diestra.hiring.jobs.Question;
import org.diestra.hiring.proposals.BidForm.Origin;
import org.diestra.hiring.talent.Assistants;
import org.diestra.hiring.talent.Talent;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.PayUnit;
import org.springframework.stereotype.Component;

/** Makes bids for tests. */
@Component
class Bidding {
  final Assistants assistants;
  final PostedJobs posted;
  private final OwnBids own;
  private final BidStore bids;
  private final Jobs jobs;
  private final Talent talent;
  private final Clock clock;

  Bidding(
      Assistants assistants,
      PostedJobs posted,
      OwnBids own,
      BidStore bids,
      Jobs jobs,
      Talent talent,
      Clock clock) {
    this.assistants = assistants;
    this.posted = posted;
    this.own = own;
    this.bids = bids;
    this.jobs = jobs;
    this.talent = talent;
    this.clock = clock;
  }

  /** What somebody might write: 8 hours a week at that price, from the day after tomorrow. */
  BidContent content(Viewer author, JobId job, int minor) {
    return content(author, job, minor, "I keep the books of two shops, **every Monday**.");
  }

  BidContent content(Viewer author, JobId id, int minor, String letter) {
    var job = jobs.terms(id);
    var answers =
        job.questions().stream()
            .collect(java.util.stream.Collectors.toMap(Question::key, q -> "Holded, since 2021."));
    return new BidContent(
        job.edition(),
        PayUnit.HOUR,
        Money.of(minor, "EUR"),
        new BigDecimal(8),
        null,
        LocalDate.ofInstant(clock.instant(), author.zone()).plusDays(2),
        talent.cards(List.of(author.id())).values().iterator().next().week(),
        author.name(),
        letter,
        Map.copyOf(answers),
        List.of(),
        List.of());
  }

  Outcome<Bid> trySend(Viewer author, JobId job, int minor) {
    return own.send(author.id(), job, content(author, job, minor), fresh(author, job));
  }

  Bid send(Viewer author, JobId job, int minor) {
    return trySend(author, job, minor).orFail();
  }

  /** Bids for that job by as many new people. */
  List<Viewer> fill(JobId job, int count) {
    return java.util.stream.IntStream.range(0, count)
        .mapToObj(i -> {
          var author = assistants.published("Bidder " + i);
          send(author, job, 1_000 + i);
          return author;
        })
        .toList();
  }

  /** A new page, made from the bid as it stands. */
  Origin fresh(Viewer author, JobId job) {
    int version = bids.own(job, author.id()).map(Bid::version).orElse(0);
    return new Origin(UUID.randomUUID().toString(), version, jobs.terms(job).edition());
  }

  Bid now(Viewer author, JobId job) {
    return bids.own(job, author.id()).orElseThrow();
  }

  State state(Viewer author, JobId job) {
    return now(author, job).state();
  }
}
