package org.diestra.work.trials;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.diestra.hiring.jobs.JobTerms;
import org.diestra.hiring.jobs.Jobs;
import org.diestra.platform.accounts.Membership;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.home.Wait;
import org.diestra.platform.home.Waits;
import org.diestra.work.trials.TrialStore.Scored;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Trials to answer, and trials to score; what is to be paid or done waits with the task. */
@Component
class TrialWaits implements Waits {
  private static final int MOST = 20;
  private final TrialStore store;
  private final Jobs jobs;
  private final Clock clock;

  TrialWaits(TrialStore store, Jobs jobs, Clock clock) {
    this.store = store;
    this.jobs = jobs;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Wait> of(Viewer viewer) {
    var clients = viewer.hiring().stream().map(Membership::organisation).toList();
    var waiting = store.waiting(viewer.id(), clients, clock.instant(), MOST);
    if (waiting.isEmpty()) {
      return List.of();
    }
    var terms = jobs.terms(waiting.stream().map(w -> w.trial().facts().job()).distinct().toList());
    return waiting.stream()
        .flatMap(it ->
            Optional.ofNullable(terms.get(it.trial().facts().job()))
                .map(job -> wait(it, job))
                .stream())
        .toList();
  }

  private static Wait wait(Scored it, JobTerms job) {
    var facts = it.trial().facts();
    boolean asked = it.trial() instanceof Trial.Requested;
    var key = asked ? "trials.wait.requested" : "trials.wait.score";
    return new Wait(
        it.trial().since(),
        asked ? facts.answerBy() : null,
        asked ? "hand-coins" : "star",
        key,
        null,
        List.of(job.title(), facts.price()),
        facts.id().href(),
        key + ".do");
  }
}
