package org.diestra.hiring.tryouts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.diestra.hiring.jobs.JobTerms;
import org.diestra.hiring.jobs.Jobs;
import org.diestra.hiring.proposals.BidFace;
import org.diestra.hiring.proposals.BidFaces;
import org.diestra.hiring.proposals.BidId;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.diestra.platform.page.Pages;
import org.springframework.stereotype.Component;

/**
 * The demo's samples: of the bookshop's bookkeepers one is asked, one has handed in, one is scored.
 */
@Component
class TryoutsDemo implements DemoPart {
  private static final int EACH = 3;
  private static final int GOOD = 4;
  private final Asking asking;
  private final Tryouts tryouts;
  private final TryoutStore store;
  private final Jobs jobs;
  private final BidFaces faces;
  private final Accounts accounts;
  private final Pages pages;
  private final Clock clock;

  TryoutsDemo(
      Asking asking,
      Tryouts tryouts,
      TryoutStore store,
      Jobs jobs,
      BidFaces faces,
      Accounts accounts,
      Pages pages,
      Clock clock) {
    this.asking = asking;
    this.tryouts = tryouts;
    this.store = store;
    this.jobs = jobs;
    this.faces = faces;
    this.accounts = accounts;
    this.pages = pages;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "tryouts:samples";
  }

  @Override
  public int order() {
    return 35;
  }

  /** The assistant whose sign-in is given is asked, having bid. */
  @Override
  public void play(Cast cast) {
    var client = cast.viewer(Cast.CLIENT);
    var known = cast.person(Cast.ASSISTANT);
    var job =
        jobs.running(cast.business(Cast.CLIENT)).stream()
            .filter(each -> each.areas().equals(Set.of(Area.BOOKKEEPING, Area.DATA_ENTRY)))
            .findFirst()
            .orElseThrow();
    var asked =
        open(job).stream()
            .sorted(Comparator.comparing(face -> !face.person().equals(known)))
            .limit(EACH)
            .toList();
    asking.ask(client, job.id(), draft(client, asked), null, null).orFail();
    handIn(asked.get(1), client);
    score(handIn(asked.get(2), client), job, client);
  }

  private List<BidFace> open(JobTerms job) {
    return faces.of(job.id()).stream().filter(BidFace::open).toList();
  }

  private Draft draft(Viewer client, List<BidFace> asked) {
    Set<BidId> bids =
        asked.stream().map(BidFace::id).collect(Collectors.toCollection(LinkedHashSet::new));
    var due = LocalDate.ofInstant(clock.instant(), client.zone()).plusDays(6);
    return new Draft(words(client.locale(), client, "task"), Task.LONGEST, due, bids);
  }

  private Asked handIn(BidFace face, Viewer client) {
    var bidder = accounts.viewer(face.person()).orElseThrow();
    tryouts.accept(bidder, now(face).id(), 1).orFail();
    var text = words(client.locale(), bidder, "answer");
    return tryouts.submit(bidder, now(face).id(), 2, text, List.of()).orFail();
  }

  private void score(Asked asked, JobTerms job, Viewer client) {
    var points =
        job.areas().stream()
            .collect(Collectors.toMap(area -> area, area -> GOOD + area.ordinal() % 2));
    var note = words(client.locale(), client, "note");
    tryouts.score(client, asked.id(), 3, new Scores(points, note)).orFail();
  }

  private Asked now(BidFace face) {
    return Objects.requireNonNull(store.of(List.of(face.id())).getFirst());
  }

  private String words(Locale locale, Viewer who, String what) {
    return pages.formats(locale, who.zone()).words("tryouts.demo." + what);
  }
}
