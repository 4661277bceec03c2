package org.diestra.hiring.proposals;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diestra.hiring.fees.Fees;
import org.diestra.hiring.jobs.JobId;
import org.diestra.hiring.jobs.JobTerms;
import org.diestra.hiring.jobs.Jobs;
import org.diestra.hiring.samples.Samples;
import org.diestra.hiring.talent.AssistantCard;
import org.diestra.hiring.talent.Talent;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.blobs.Blobs;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads a job's bids for those who may see them: its hiring team, and an operator, whose look is
 * recorded. The number of statements does not depend on the number of bids.
 */
@Service
class Comparison {
  private final Jobs jobs;
  private final RoundStore rounds;
  private final BidStore bids;
  private final VersionStore versions;
  private final NoteStore notes;
  private final Talent talent;
  private final Samples samples;
  private final Blobs blobs;
  private final Fees fees;
  private final Sealing sealing;
  private final ObjectProvider<BidScores> scores; // whose module needs us
  private final Beside beside;
  private final Clock clock;

  Comparison(
      Jobs jobs,
      RoundStore rounds,
      BidStore bids,
      VersionStore versions,
      NoteStore notes,
      Talent talent,
      Samples samples,
      Blobs blobs,
      Fees fees,
      Sealing sealing,
      ObjectProvider<BidScores> scores,
      Beside beside,
      Clock clock) {
    this.jobs = jobs;
    this.rounds = rounds;
    this.bids = bids;
    this.versions = versions;
    this.notes = notes;
    this.talent = talent;
    this.samples = samples;
    this.blobs = blobs;
    this.fees = fees;
    this.sealing = sealing;
    this.scores = scores;
    this.beside = beside;
    this.clock = clock;
  }

  /**
   * @throws NotFound for anybody who may not see the job's bids
   */
  @Transactional
  Board board(Viewer viewer, JobId id, Show show, Sorting sorting) {
    var job = jobs.terms(id);
    boolean team = sealing.open(viewer, job);
    var round = rounds.of(id);
    var all = bids.ofJob(id);
    var seen = all.stream().filter(Bid::shown).toList();
    var counts = new EnumMap<Show, Integer>(Show.class);
    for (var each : Show.values()) {
      counts.put(each, (int) seen.stream().filter(each::shows).count());
    }
    var lines =
        lines(viewer, job, round, seen.stream().filter(show::shows).toList()).stream()
            .sorted(sorting.order().comparator(sorting.reversed()))
            .toList();
    int waiting = (int) all.stream().filter(b -> b.stage() instanceof Stage.Waitlisted).count();
    var asides = beside.of(lines.stream().map(line -> line.bid().id()).toList());
    return new Board(job, round, lines, counts, show, sorting, waiting, team, asides);
  }

  /**
   * One bid with everything in it; what was taken back, or ran out, is refused with what became of
   * it.
   *
   * @throws NotFound for anybody who may not see it, and for one that was never before the client
   */
  @Transactional
  Outcome<BidPage> page(Viewer viewer, JobId id, BidId which) {
    var job = jobs.terms(id);
    var bid =
        bids.find(which).filter(b -> b.job().equals(id) && b.known()).orElseThrow(NotFound::new);
    boolean team = sealing.open(viewer, job, bid);
    if (!bid.shown()) {
      return OwnBids.refusedAt(bid);
    }
    var line = lines(viewer, job, rounds.of(id), List.of(bid)).getFirst();
    return Outcome.done(new BidPage(job, line, versions.history(which), team, beside.of(which)));
  }

  /**
   * The same for the team alone, which decides.
   *
   * @throws NotFound for an operator too
   */
  @Transactional
  Outcome<BidPage> own(Viewer viewer, JobId id, BidId which) {
    viewer.requireHiresFor(jobs.terms(id).organisation());
    return page(viewer, id, which);
  }

  private List<Line> lines(Viewer viewer, JobTerms job, Round round, Collection<Bid> shown) {
    var said = versions.ofJob(job.id());
    var contents =
        shown.stream()
            .flatMap(b -> Optional.ofNullable(said.get(b.id())).stream())
            .map(VersionStore.Version::content)
            .toList();
    var cards = talent.cards(shown.stream().map(Bid::person).toList());
    var pieces =
        new Pieces(
            samples.all(contents.stream().flatMap(c -> c.samples().stream()).toList()),
            blobs.all(contents.stream().flatMap(c -> c.files().stream()).toList()));
    var own = notes.ofJob(job.id(), viewer.id());
    var met = met(job.id(), viewer);
    var rates = fees.now(job.currency());
    var today = LocalDate.ofInstant(clock.instant(), viewer.zone());
    var lines = new Lines(job, round.blind(), viewer.zone(), rates, pieces, today);
    return shown.stream()
        .flatMap(bid ->
            Optional.ofNullable(said.get(bid.id()))
                .map(version ->
                    lines.line(
                        bid, version, card(cards, bid), own.get(bid.id()), met.get(bid.id())))
                .stream())
        .toList();
  }

  private Map<BidId, BidScores.Score> met(JobId job, Viewer viewer) {
    var known = scores.getIfAvailable();
    return known == null ? Map.of() : known.of(job, viewer);
  }

  private static Optional<AssistantCard> card(Map<PersonId, AssistantCard> cards, Bid bid) {
    return Optional.ofNullable(cards.get(bid.person()));
  }
}
