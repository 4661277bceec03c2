package org.diestra.hiring.jobs;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import org.diestra.hiring.jobs.Job.Open;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.exchange.Exchange;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what a job's page shows, in a fixed number of statements. */
@Component
class Viewing {
  private final JobQueries queries;
  private final EditionStore editions;
  private final InvitationStore invitations;
  private final Clients clients;
  private final Organisations organisations;
  private final Bidding bidding;
  private final Posting posting;
  private final Exchange exchange;
  private final JobRules rules;
  private final Clock clock;

  Viewing(
      JobQueries queries,
      EditionStore editions,
      InvitationStore invitations,
      Clients clients,
      Organisations organisations,
      Bidding bidding,
      Posting posting,
      Exchange exchange,
      JobRules rules,
      Clock clock) {
    this.queries = queries;
    this.editions = editions;
    this.invitations = invitations;
    this.clients = clients;
    this.organisations = organisations;
    this.bidding = bidding;
    this.posting = posting;
    this.exchange = exchange;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * The job, where that person may see it: anybody a public one; its client's people and operators
   * any other.
   */
  Whole find(JobId id, @Nullable Viewer viewer) {
    var whole = queries.find(id).orElseThrow(NotFound::new);
    if (whole.job().isPublic() || mine(whole, viewer)) {
      return whole;
    }
    if (viewer != null && viewer.operator() && whole.job().stage() != Stage.DRAFT) {
      return whole;
    }
    throw new NotFound();
  }

  /** The same for those who hire for its client, and nobody else. */
  Whole own(JobId id, Viewer viewer) {
    var whole = queries.find(id).orElseThrow(NotFound::new);
    viewer.requireHiresFor(whole.client());
    return whole;
  }

  JobView view(Whole whole, @Nullable Viewer viewer) {
    var id = whole.id();
    var job = whole.job();
    var terms = whole.terms();
    boolean mine = mine(whole, viewer);
    var client = clients.facts(whole.client());
    var run = job.clocks();
    var assistant = viewer != null && viewer.assistant() && !mine ? viewer.id() : null;
    return new JobView(
        job,
        terms,
        client,
        mine,
        viewer != null && viewer.operator(),
        band(id),
        mine ? bidding.live(id) : 0,
        mine && organisations.hiring(whole.client()).size() > 1,
        mine && editions.find(id, EditionStore.WORKING).isPresent(),
        assistant != null && invitations.isInvited(id, assistant),
        assistant != null && job.takesBids() && bidding.possible(),
        run == null ? 0 : rules.renewals() - run.renewals(),
        LocalDate.ofInstant(clock.instant(), viewer == null ? ZoneOffset.UTC : viewer.zone()),
        viewer == null ? List.of() : abroad(terms.pay(), viewer.currency()),
        job instanceof Open open && job.isPublic()
            ? posting.of(id, terms, client, open.run())
            : null);
  }

  private List<Money> abroad(Pay pay, Currency own) {
    return pay.currency().equals(own)
        ? List.of()
        : pay.units().stream()
            .flatMap(unit -> pay.ceiling(unit).stream())
            .flatMap(ceiling -> exchange.convert(ceiling, own).stream())
            .toList();
  }

  private @Nullable Band band(JobId id) {
    return bidding.possible() ? bidding.bands(List.of(id)).get(id) : null;
  }

  private static boolean mine(Whole whole, @Nullable Viewer viewer) {
    return viewer != null && viewer.hiresFor(whole.client());
  }
}
