package org.diestra.work.time;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.live.Live;
import org.diestra.platform.timers.Timers;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.time.Entry.Said;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to the one timer of a person. What a browser says about when is believed within bounds:
 * never in the future, never more than 16 hours ago, never before what was recorded last.
 */
@Service
class Stopwatch {
  static final String LIVE = "timer";
  private static final Duration LONGEST = Duration.ofMinutes(Span.MOST);

  /**
   * What is told within this was seen: the page may ask for a note between a press and its stop.
   */
  private static final Duration PROMPT = Duration.ofMinutes(15);

  private final Desks desks;
  private final Counted counted;
  private final RunningStore store;
  private final Subjects subjects;
  private final TimeNotices notices;
  private final Timers alarms;
  private final HouseRights house;
  private final Live live;
  private final Clock clock;

  Stopwatch(
      Desks desks,
      Counted counted,
      RunningStore store,
      Subjects subjects,
      TimeNotices notices,
      Timers alarms,
      HouseRights house,
      Live live,
      Clock clock) {
    this.desks = desks;
    this.counted = counted;
    this.store = store;
    this.subjects = subjects;
    this.notices = notices;
    this.alarms = alarms;
    this.house = house;
    this.live = live;
    this.clock = clock;
  }

  /**
   * What is to be started.
   *
   * @param key the same for the same press of the button, however often it is sent
   * @param at when it was pressed, or null for now
   */
  record Start(
      ContractId contract, @Nullable UUID task, String note, UUID key, @Nullable Instant at) {}

  /**
   * @param running the timer that runs now, or null where that start has been stopped already
   * @param stopped how the one before ended, or null for none
   */
  record Started(@Nullable Running running, @Nullable Stop stopped) {}

  @Transactional(readOnly = true)
  public Optional<Running> running(Viewer viewer) {
    return store.find(viewer.id());
  }

  /** Starts it; one that ran is stopped in the same moment. */
  @Transactional
  public Outcome<Started> start(Viewer by, Start start) {
    var desk = desks.enter(by, start.contract());
    desk.requireOwn();
    store.lock(by.id());
    var before = store.find(by.id()).orElse(null);
    if (before != null && before.id().equals(start.key())) {
      return done(new Started(before, null));
    }
    if (store.ended(by.id(), start.key())) {
      return done(new Started(null, null));
    }
    if (!desk.engagement().runs()) {
      return refused(Refusal.conflict("time.conflict.not-running"));
    }
    if (!subjects.takes(start.contract(), start.task())) {
      return refused(Refusal.invalid("task", "time.task.unknown"));
    }
    var at = believed(start.at());
    if (at.isEmpty()) {
      return refused(Refusal.conflict("time.conflict.long-ago"));
    }
    boolean late = late(at.get());
    var stopped = before == null ? null : end(before, at.get(), null, late);
    var from = counted.free(by.id(), at.get());
    var running =
        new Running(by.id(), start.key(), start.contract(), start.task(), start.note(), from, late);
    store.add(running);
    alarms.at(from.plus(LONGEST), TimeConfiguration.CUT, by.id().toString());
    live.tell(by.id(), LIVE, "");
    return done(new Started(running, stopped));
  }

  /**
   * Stops it. Of two who stop the same one the second learns that it had been stopped.
   *
   * @param note what was done, or null for what was written while it ran
   * @param at when the button was pressed, or null for now
   */
  @Transactional
  public Outcome<Stop> stop(Viewer by, UUID timer, @Nullable String note, @Nullable Instant at) {
    return stop(by, timer, note, false, null, at);
  }

  /**
   * The same, with what it was done for.
   *
   * @param task the choice that was made at the end, or null for none of them
   */
  @Transactional
  public Outcome<Stop> stop(
      Viewer by, UUID timer, @Nullable String note, @Nullable UUID task, @Nullable Instant at) {
    return stop(by, timer, note, true, task, at);
  }

  private Outcome<Stop> stop(
      Viewer by,
      UUID timer,
      @Nullable String note,
      boolean chosen,
      @Nullable UUID task,
      @Nullable Instant at) {
    store.lock(by.id());
    var found = store.find(by.id()).filter(r -> r.id().equals(timer));
    if (found.isEmpty()) {
      requireEnded(by, timer);
      return done(new Stop.Already());
    }
    var running = found.get();
    var said = note == null ? running.note() : note;
    if (!Said.fits(said)) {
      return refused(Refusal.invalid("note", "time.note.length", Said.LEAST, Said.MOST));
    }
    var subject = chosen ? subject(running, task) : running.task();
    if (unknown(running, subject)) {
      return refused(Refusal.invalid("task", "time.task.unknown"));
    }
    var when = believed(at).orElse(clock.instant());
    return done(end(running.doing(said, subject), when, said, late(when)));
  }

  /**
   * What takes no more hours stands in no list of choices, and stays where it was chosen before.
   */
  private @Nullable UUID subject(Running running, @Nullable UUID task) {
    boolean unlisted =
        running.task() != null && !subjects.takes(running.contract(), running.task());
    return task == null && unlisted ? running.task() : task;
  }

  private boolean unknown(Running running, @Nullable UUID task) {
    return task != null
        && !task.equals(running.task())
        && !subjects.takes(running.contract(), task);
  }

  /** Keeps what is being done, and for what, while it runs. */
  @Transactional
  public Outcome<Running> describe(Viewer by, UUID timer, String note, @Nullable UUID task) {
    store.lock(by.id());
    var running = store.find(by.id()).filter(r -> r.id().equals(timer));
    if (running.isEmpty()) {
      requireEnded(by, timer);
      return refused(Refusal.conflict("time.conflict.stopped"));
    }
    var subject = subject(running.get(), task);
    if (unknown(running.get(), subject)) {
      return refused(Refusal.invalid("task", "time.task.unknown"));
    }
    store.describe(by.id(), timer, note, subject);
    return done(store.find(by.id()).orElseThrow());
  }

  /** After 16 hours nobody is working any more. Asking twice, or too early, changes nothing. */
  @Transactional
  public void cut(PersonId person) {
    store.lock(person);
    var now = clock.instant();
    store
        .find(person)
        .filter(running -> !now.isBefore(running.startedAt().plus(LONGEST)))
        .ifPresent(running -> {
          var stop = end(running, running.startedAt().plus(LONGEST), null, false);
          notices.cut(running, stop);
        });
  }

  /** The contract is paused or over, and so is what ran for it. */
  void release(ContractId contract, Instant at) {
    house.call(() -> {
      for (var found : store.of(contract)) {
        store.lock(found.person());
        store
            .find(found.person())
            .filter(running -> running.id().equals(found.id()))
            .ifPresent(running -> notices.cut(running, end(running, at, null, false)));
      }
      return contract;
    });
  }

  /** What runs over the end of a week is parted there, before that week is submitted. */
  void part(ContractId contract, Week week) {
    for (var running : store.of(contract)) {
      if (running.startedAt().isBefore(week.to())) {
        counted.record(running, week.to(), null, running.late());
        store.restart(running, week.to());
        alarms.at(week.to().plus(LONGEST), TimeConfiguration.CUT, running.person().toString());
      }
    }
  }

  private Stop end(Running running, Instant at, @Nullable String note, boolean late) {
    store.end(running, clock.instant());
    alarms.cancel(TimeConfiguration.CUT, running.person().toString());
    live.tell(running.person(), LIVE, "");
    var until = at.isBefore(running.startedAt()) ? running.startedAt() : at;
    return counted.record(running, until, note, late || running.late());
  }

  private void requireEnded(Viewer by, UUID timer) {
    if (!store.ended(by.id(), timer)) {
      throw new NotFound();
    }
  }

  /** Whether the house hears of a press so long after it that it did not see the time pass. */
  private boolean late(Instant pressed) {
    return pressed.isBefore(clock.instant().minus(PROMPT));
  }

  /** Empty for what is too long ago. */
  private Optional<Instant> believed(@Nullable Instant at) {
    var now = clock.instant();
    if (at == null || at.isAfter(now)) {
      return Optional.of(now);
    }
    return at.isBefore(now.minus(LONGEST)) ? Optional.empty() : Optional.of(at);
  }
}
