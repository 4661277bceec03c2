package org.diestra.hiring.jobs;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;

/** The door to open jobs as lists show them; a fixed number of statements, however many. */
@Service
public class OpenJobs {
  private final JobQueries queries;
  private final Clients clients;
  private final Bidding bidding;

  OpenJobs(JobQueries queries, Clients clients, Bidding bidding) {
    this.queries = queries;
    this.clients = clients;
    this.bidding = bidding;
  }

  /** In the order asked for; what takes no bids any more, or is hidden, is left out. */
  public List<JobCard> cards(Collection<JobId> jobs) {
    return of(queries.all(jobs).values());
  }

  /**
   * @param limit so many, 1–500
   */
  public List<JobCard> newest(int limit) {
    return of(queries.newest(null, Math.clamp(limit, 1, 500)));
  }

  private List<JobCard> of(Collection<Whole> found) {
    var open = found.stream().filter(whole -> whole.job().takesBids()).toList();
    var facts = clients.facts(open.stream().map(Whole::client).toList());
    Map<JobId, Band> bands = bidding.possible() ? bidding.bands(Whole.ids(open)) : Map.of();
    return open.stream()
        .filter(whole -> facts.containsKey(whole.client()))
        .map(whole -> card(whole, Objects.requireNonNull(facts.get(whole.client())), bands))
        .toList();
  }

  private static JobCard card(Whole whole, ClientFacts client, Map<JobId, Band> bands) {
    var run = Objects.requireNonNull(whole.job().clocks());
    return new JobCard(whole.id(), whole.terms(), run.openedAt(), client, bands.get(whole.id()));
  }
}
