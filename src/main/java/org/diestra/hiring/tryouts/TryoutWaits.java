package org.diestra.hiring.tryouts;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.diestra.hiring.jobs.JobTerms;
import org.diestra.hiring.jobs.Jobs;
import org.diestra.hiring.tryouts.Tryout.State;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.home.Wait;
import org.diestra.platform.home.Waits;
import org.springframework.stereotype.Component;

/** Samples to answer, to hand in, to score; for an operator, clients who seem to slice work. */
@Component
class TryoutWaits implements Waits {
  private static final int MOST = 20;
  private final TryoutStore store;
  private final Flags flags;
  private final Jobs jobs;

  TryoutWaits(TryoutStore store, Flags flags, Jobs jobs) {
    this.store = store;
    this.flags = flags;
    this.jobs = jobs;
  }

  @Override
  public List<Wait> of(Viewer viewer) {
    var clients = viewer.hiring().stream().map(m -> m.organisation().value()).toList();
    var waiting = store.waiting(viewer.id(), clients, MOST);
    var terms = jobs.terms(waiting.stream().map(a -> a.task().job()).distinct().toList());
    var samples =
        waiting.stream()
            .flatMap(asked ->
                Optional.ofNullable(terms.get(asked.task().job()))
                    .map(job -> wait(asked, job))
                    .stream());
    var flagged = viewer.operator() ? flags.waiting().stream().map(TryoutWaits::wait) : null;
    return Stream.concat(samples, flagged == null ? Stream.empty() : flagged).limit(MOST).toList();
  }

  private static Wait wait(Asked asked, JobTerms job) {
    var state = asked.tryout().state();
    var key = "tryouts.wait." + state.slug();
    return new Wait(
        asked.tryout().since(),
        state == State.SUBMITTED ? null : asked.tryout().facts().dueAt(),
        state == State.SUBMITTED ? "star" : "file-check",
        key,
        null,
        List.of(job.title(), asked.task().minutes()),
        Asked.href(asked.id()),
        key + ".do");
  }

  private static Wait wait(FlagView flagged) {
    return new Wait(
        flagged.flag().at(),
        null,
        "shield",
        "tryouts.wait.flag",
        null,
        List.of(flagged.job().title()),
        FlagsController.HERE,
        "tryouts.wait.flag.do");
  }
}
