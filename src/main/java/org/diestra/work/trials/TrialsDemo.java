package org.diestra.work.trials;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.diestra.hiring.jobs.JobTerms;
import org.diestra.hiring.jobs.Jobs;
import org.diestra.hiring.proposals.BidFace;
import org.diestra.hiring.proposals.BidFaces;
import org.diestra.hiring.proposals.Bids;
import org.diestra.hiring.tryouts.Scores;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.PayUnit;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.diestra.platform.page.Pages;
import org.diestra.work.tasks.StagedWork;
import org.springframework.stereotype.Component;

/**
 * Of the bookshop's bookkeepers one has done a paid trial, and another is asked for one; nobody is
 * where no money is held.
 */
@Component
class TrialsDemo implements DemoPart {
  private static final int HOURS = 2;
  private static final int GOOD = 4;
  private final TrialAsking asking;
  private final Trials trials;
  private final TrialStore store;
  private final StagedWork work;
  private final Jobs jobs;
  private final Bids bids;
  private final BidFaces faces;
  private final Accounts accounts;
  private final Pages pages;
  private final HouseRights house;
  private final Clock clock;

  TrialsDemo(
      TrialAsking asking,
      Trials trials,
      TrialStore store,
      StagedWork work,
      Jobs jobs,
      Bids bids,
      BidFaces faces,
      Accounts accounts,
      Pages pages,
      HouseRights house,
      Clock clock) {
    this.asking = asking;
    this.trials = trials;
    this.store = store;
    this.work = work;
    this.jobs = jobs;
    this.bids = bids;
    this.faces = faces;
    this.accounts = accounts;
    this.pages = pages;
    this.house = house;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "trials:bookkeepers";
  }

  /** Before the house collects by transfer, which nobody could stage. */
  @Override
  public int order() {
    return 47;
  }

  @Override
  public void play(Cast cast) {
    var client = cast.viewer(Cast.CLIENT);
    var known = cast.person(Cast.ASSISTANT);
    var kept =
        jobs.running(cast.business(Cast.CLIENT)).stream()
            .filter(job -> job.areas().equals(Set.of(Area.BOOKKEEPING, Area.DATA_ENTRY)))
            .sorted(Comparator.comparing(JobTerms::title))
            .flatMap(job ->
                faces.of(job.id()).stream()
                    .filter(face -> asking.closed(job, face.id()).isEmpty())
                    .sorted(Comparator.comparing(face -> face.person().equals(known)))
                    .map(face -> new Candidate(job, face)))
            .limit(2)
            .toList();
    for (int i = 0; i < kept.size(); i++) {
      ask(client, kept.get(i), i == 0);
    }
  }

  private record Candidate(JobTerms job, BidFace face) {}

  private void ask(Viewer client, Candidate it, boolean toTheEnd) {
    var answer = asking.ask(client, it.face().id(), draft(client, it), client.name()).orFail();
    if (!toTheEnd || !(answer instanceof TrialAsking.Answer.Sent(var id))) {
      return;
    }
    var bidder = accounts.viewer(it.face().person()).orElseThrow();
    var contract = trials.accept(bidder, id, 1, bidder.name()).orFail();
    var task = ((Trial.Standing) now(id)).signed().task();
    work.done(client, bidder, contract, task, words(client, "done"));
    var points =
        it.job().areas().stream()
            .collect(Collectors.toMap(area -> area, area -> GOOD + area.ordinal() % 2));
    var scores = new Scores(points, words(client, "note"));
    trials.score(client, id, now(id).facts().version(), scores).orFail();
  }

  private Draft draft(Viewer client, Candidate it) {
    var on = bids.terms(it.face().id());
    var price =
        on.unit() == PayUnit.HOUR
            ? on.price().times(BigDecimal.valueOf(HOURS), RoundingMode.UNNECESSARY)
            : on.price();
    return new Draft(
        words(client, "what"),
        List.of(words(client, "criteria").split("\n")),
        HOURS,
        price,
        LocalDate.ofInstant(clock.instant(), client.zone()).plusDays(5),
        client.locale().getLanguage(),
        "España");
  }

  private Trial now(TrialId id) {
    return house.call(() -> store.find(id)).orElseThrow().trial();
  }

  private String words(Viewer client, String what) {
    return pages.formats(client.locale(), client.zone()).words("trials.demo." + what);
  }
}
