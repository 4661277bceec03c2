package org.diestra.work.engagements;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.timers.Timers;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.Contracts;
import org.diestra.work.contracts.Side;
import org.diestra.work.engagements.Engagement.Active;
import org.diestra.work.engagements.Engagement.Ended;
import org.diestra.work.engagements.Engagement.Ending;
import org.diestra.work.engagements.Engagement.Paused;
import org.diestra.work.engagements.Engagement.Preparing;
import org.diestra.work.engagements.EngagementStore.Move;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to contracts that run. Each verb locks the engagement: of two moves at once the first
 * counts, and the second is told that it has moved.
 */
@Service
public class Engagements {
  private static final Refusal MOVED = Refusal.conflict("engagements.conflict.moved");
  private static final Refusal TRIAL = Refusal.conflict("engagements.conflict.trial");
  private final Contracts contracts;
  private final EngagementStore store;
  private final Gate gate;
  private final LastDay lastDay;
  private final Workspaces workspaces;
  private final EngagementNotices notices;
  private final ApplicationEventPublisher events;
  private final Timers timers;
  private final HouseRights house;
  private final Audit audit;
  private final Clock clock;

  Engagements(
      Contracts contracts,
      EngagementStore store,
      Gate gate,
      LastDay lastDay,
      Workspaces workspaces,
      EngagementNotices notices,
      ApplicationEventPublisher events,
      Timers timers,
      HouseRights house,
      Audit audit,
      Clock clock) {
    this.contracts = contracts;
    this.store = store;
    this.gate = gate;
    this.lastDay = lastDay;
    this.workspaces = workspaces;
    this.notices = notices;
    this.events = events;
    this.timers = timers;
    this.house = house;
    this.audit = audit;
    this.clock = clock;
  }

  /** Whoever asks; empty where there is no such contract. */
  @Transactional(readOnly = true)
  public Optional<Engagement> find(ContractId contract) {
    return house.call(() -> store.find(contract));
  }

  /**
   * @throws NotFound if it is not this person's to see
   */
  @Transactional(readOnly = true)
  public Engagement get(ContractId contract) {
    return store.find(contract).orElseThrow(NotFound::new);
  }

  /** What happened so far, from the first move to the last. */
  @Transactional(readOnly = true)
  public List<Move> moves(ContractId contract) {
    return store.moves(contract);
  }

  /** Those of an assistant that run now. */
  @Transactional(readOnly = true)
  public List<Engagement> running(PersonId assistant) {
    return store.begun(assistant).stream().filter(Engagement::runs).toList();
  }

  /** When work could be done and recorded, from the first start on. */
  @Transactional(readOnly = true)
  public List<Run> runs(ContractId contract) {
    return store.find(contract).map(it -> Run.of(it, store.moves(contract))).orElse(List.of());
  }

  /** The work begins, once its manual was read; what the contract opened to read is all open. */
  @Transactional
  public Outcome<Engagement> start(Viewer by, ContractId id, int seen) {
    var before = locked(id);
    if (side(by, before) != Side.CLIENT) {
      throw new NotFound();
    }
    if (!(before instanceof Preparing preparing) || seen != before.facts().version()) {
      return refused(MOVED);
    }
    var closed = gate.closed(preparing);
    if (closed.isPresent()) {
      return refused(closed.get());
    }
    var after = moved(before, preparing.start(clock.instant()), by, null);
    workspaces.widen(id.value());
    return done(after);
  }

  /** No work for a while; nothing is closed by it. */
  @Transactional
  public Outcome<Engagement> pause(Viewer by, ContractId id, int seen, @Nullable String words) {
    var before = locked(id);
    var side = side(by, before);
    if (contracts.trial(id)) {
      return refused(TRIAL);
    }
    if (!(before instanceof Active active) || seen != before.facts().version()) {
      return refused(MOVED);
    }
    var paused = moved(before, active.pause(side, clock.instant()), by, words);
    events.publishEvent(new EngagementPaused(id, paused.facts().since()));
    return done(paused);
  }

  /** The side that paused it lets it go on. */
  @Transactional
  public Outcome<Engagement> resume(Viewer by, ContractId id, int seen) {
    var before = locked(id);
    var side = side(by, before);
    if (!(before instanceof Paused paused) || seen != before.facts().version()) {
      return refused(MOVED);
    }
    return paused.by() == side
        ? done(moved(before, paused.resume(clock.instant()), by, null))
        : refused(Refusal.conflict("engagements.conflict.other-paused"));
  }

  /**
   * Ends it with its notice.
   *
   * @param day the last day, in the later of both zones; at least the days of notice from today
   */
  @Transactional
  public Outcome<Engagement> giveNotice(
      Viewer by, ContractId id, int seen, LocalDate day, @Nullable String words) {
    var before = locked(id);
    var side = side(by, before);
    if (contracts.trial(id)) {
      return refused(TRIAL);
    }
    if (day.isBefore(lastDay.earliest(before.facts()))) {
      return refused(
          Refusal.invalid("day", "engagements.notice.too-early", before.facts().noticeDays()));
    }
    if (day.isAfter(lastDay.latest(before.facts()))) {
      return refused(Refusal.invalid("day", "engagements.notice.too-late"));
    }
    var endsAt = lastDay.endOf(day, before.facts());
    var now = clock.instant();
    var ending =
        seen != before.facts().version()
            ? null
            : switch (before) {
              case Active active -> active.giveNotice(side, endsAt, now);
              case Paused paused -> paused.giveNotice(side, endsAt, now);
              case Preparing p -> null;
              case Ending e -> null;
              case Ended e -> null;
            };
    if (ending == null) {
      return refused(MOVED);
    }
    workspaces.closeAt(id.value(), endsAt);
    timers.at(endsAt, EngagementEntries.END, Ids.text(id.value()));
    var after = moved(before, ending, by, words);
    events.publishEvent(new EngagementEnding(id, endsAt));
    return done(after);
  }

  /** Ends it at once, for somebody's safety: all it opened is closed in this very transaction. */
  @Transactional
  public Outcome<Engagement> leave(Viewer by, ContractId id, int seen, String words) {
    var before = locked(id);
    var side = side(by, before);
    var now = clock.instant();
    var ended =
        seen != before.facts().version()
            ? null
            : switch (before) {
              case Active active -> active.leave(side, now);
              case Paused paused -> paused.leave(side, now);
              case Ending ending -> ending.leave(side, now);
              case Preparing p -> null;
              case Ended e -> null;
            };
    return ended == null ? refused(MOVED) : done(ended(before, ended, by, words));
  }

  /** Calls it off before it started, which is free for both. */
  @Transactional
  public Outcome<Engagement> cancel(Viewer by, ContractId id, int seen, @Nullable String words) {
    var before = locked(id);
    var side = side(by, before);
    return before instanceof Preparing preparing && seen == before.facts().version()
        ? done(ended(before, preparing.cancel(side, clock.instant()), by, words))
        : refused(MOVED);
  }

  /**
   * What a contract was for alone is done, or will not be, in the caller's transaction; nobody is
   * told, as both know. Once more changes nothing.
   *
   * @param by who brought that about
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void conclude(ContractId id, Side by) {
    house.call(() -> {
      var before = locked(id);
      return before instanceof Ended
          ? before
          : ended(before, before.conclude(by, clock.instant()), null, null);
    });
  }

  /** Its last day is over. Asking twice, or too early, changes nothing. */
  @Transactional
  public void finish(ContractId id) {
    var now = clock.instant();
    if (store.locked(id).orElse(null) instanceof Ending ending && !now.isBefore(ending.endsAt())) {
      ended(ending, ending.finish(), null, null);
    }
  }

  private Engagement ended(
      Engagement before, Ended after, @Nullable Viewer by, @Nullable String words) {
    var id = before.facts().contract();
    timers.cancel(EngagementEntries.END, Ids.text(id.value()));
    workspaces.close(id.value(), by == null ? null : by.id());
    moved(before, after, by, words);
    events.publishEvent(new EngagementEnded(id, after.end()));
    return after;
  }

  private Engagement moved(
      Engagement before, Engagement after, @Nullable Viewer by, @Nullable String words) {
    var facts = after.facts();
    Instant now = facts.since();
    var side = by == null ? null : side(by, before);
    var person = by == null ? null : by.id();
    store.move(after);
    store.note(
        facts.contract(),
        new Move(facts.version(), before.stage(), after.stage(), side, person, words, now));
    audit.record(
        Deed.of("engagements", "move")
            .by(person == null ? null : person.value())
            .on("contract", facts.contract().value())
            .onBehalfOf(facts.organisation().value())
            .moved(before.stage().name(), after.stage().name()));
    if (after instanceof Active) {
      events.publishEvent(new EngagementRunning(facts.contract(), now));
    }
    if (!(after instanceof Ended ended && ended.end() == Engagement.End.DONE)) {
      notices.moved(after, side, by);
    }
    return after;
  }

  private Engagement locked(ContractId id) {
    return store.locked(id).orElseThrow(NotFound::new);
  }

  private static Side side(Viewer viewer, Engagement it) {
    return it.facts().sideOf(viewer).orElseThrow(NotFound::new);
  }
}
