package org.diestra.hiring.interviews;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.diestra.hiring.jobs.Jobs;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a client's team thinks of an interview. Each writes without knowing what the others think:
 * their cards can be read once the own one is locked, which is for good.
 */
@Service
class Scorecards {
  private final Interviews interviews;
  private final ScorecardStore store;
  private final Jobs jobs;
  private final Accounts accounts;
  private final Audit audit;
  private final Clock clock;

  Scorecards(
      Interviews interviews,
      ScorecardStore store,
      Jobs jobs,
      Accounts accounts,
      Audit audit,
      Clock clock) {
    this.interviews = interviews;
    this.store = store;
    this.jobs = jobs;
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @throws NotFound for the assistant, for strangers, and before a time was agreed
   */
  ScorecardView view(Viewer viewer, InterviewId id) {
    var interview = scored(viewer, id);
    var cards = store.of(id);
    var own =
        cards.stream()
            .filter(card -> card.member().equals(viewer.id()))
            .findFirst()
            .orElse(Scorecard.blank(viewer.id()));
    var locked =
        cards.stream().filter(card -> card.locked() && !card.member().equals(viewer.id())).toList();
    var people =
        accounts.contacts(
            java.util.stream.Stream.concat(
                    cards.stream().map(Scorecard::member),
                    java.util.stream.Stream.of(interview.assistant()))
                .distinct()
                .toList());
    var names =
        people.values().stream()
            .collect(Collectors.toMap(Accounts.Contact::id, Accounts.Contact::name));
    return new ScorecardView(
        interview,
        names.getOrDefault(interview.assistant(), ""),
        criteria(interview),
        own,
        ScorecardForm.of(own),
        own.locked() ? locked : List.of(),
        own.locked() ? 0 : locked.size(),
        names);
  }

  /** Keeps what was written; with {@code lock} for good. */
  @Transactional
  Outcome<Scorecard> keep(
      Viewer viewer, InterviewId id, ScorecardForm form, boolean lock, Problems problems) {
    var interview = scored(viewer, id);
    var card = form.read(viewer.id(), criteria(interview), problems);
    if (problems.any()) {
      return Outcome.refused(problems.inOrder().getFirst());
    }
    if (lock && card.scores().isEmpty()) {
      return Outcome.refused(Refusal.invalid("scores", "interviews.score.none"));
    }
    var now = clock.instant();
    var next =
        lock ? new Scorecard(card.member(), card.scores(), card.notes(), card.own(), now) : card;
    if (!store.put(id, next, now)) {
      return Outcome.refused(Refusal.conflict("interviews.score.locked"));
    }
    if (lock) {
      audit.record(
          Deed.of("interviews", "lock-scorecard")
              .by(viewer.id().value())
              .onBehalfOf(interview.organisation().value())
              .on("interview", id.value()));
    }
    return Outcome.done(next);
  }

  private List<String> criteria(Interview interview) {
    return Criteria.of(jobs.terms(interview.job()).areas());
  }

  private Interview scored(Viewer viewer, InterviewId id) {
    var interview = interviews.get(viewer, id);
    if (Interviews.side(interview, viewer) != Side.CLIENT
        || !(interview.stage() instanceof Stage.Agreed)) {
      throw new NotFound();
    }
    return interview;
  }
}
