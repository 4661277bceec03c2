package org.diestra.work.tasks;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.diestra.office.learning.Readings;
import org.diestra.office.manuals.Manuals;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.Blobs;
import org.diestra.work.contracts.Contracts;
import org.diestra.work.contracts.Side;
import org.diestra.work.engagements.Engagement;
import org.diestra.work.engagements.Engagements;
import org.diestra.work.tasks.Task.Agreed;
import org.diestra.work.tasks.Task.ChangesRequested;
import org.diestra.work.tasks.Task.Delivered;
import org.diestra.work.tasks.Task.Funded;
import org.diestra.work.tasks.Task.InProgress;
import org.diestra.work.tasks.TaskMoves.With;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The assistant's part: a task is begun, its checklist ticked off, and it is delivered. */
@Service
class Doing {
  private static final String HOLDER = "tasks.delivery";
  private static final Refusal ENDED = Refusal.conflict("tasks.conflict.ended");
  private final Pins pins;
  private final TickStore ticks;
  private final TaskMoves moves;
  private final TaskNotices notices;
  private final ReviewWindow window;
  private final Contracts contracts;
  private final Engagements engagements;
  private final Manuals manuals;
  private final Readings readings;
  private final Blobs blobs;
  private final ObjectProvider<TaskFunding> funding; // of the module that has money
  private final Clock clock;

  Doing(
      Pins pins,
      TickStore ticks,
      TaskMoves moves,
      TaskNotices notices,
      ReviewWindow window,
      Contracts contracts,
      Engagements engagements,
      Manuals manuals,
      Readings readings,
      Blobs blobs,
      ObjectProvider<TaskFunding> funding,
      Clock clock) {
    this.pins = pins;
    this.ticks = ticks;
    this.moves = moves;
    this.notices = notices;
    this.window = window;
    this.contracts = contracts;
    this.engagements = engagements;
    this.manuals = manuals;
    this.readings = readings;
    this.blobs = blobs;
    this.funding = funding;
    this.clock = clock;
  }

  /** The assistant begins. */
  @Transactional
  public Outcome<TaskId> start(Viewer viewer, TaskId id, int seen) {
    var before = moves.locked(id);
    var by = By.of(viewer, before.facts()).require(Side.ASSISTANT);
    if (seen != before.facts().version()) {
      return refused(TaskMoves.MOVED);
    }
    var refusal = closed(before.facts());
    if (refusal.isPresent()) {
      return refused(refusal.get());
    }
    var now = clock.instant();
    var after =
        switch (before) {
          case Agreed agreed -> agreed.start(now);
          case Funded funded -> funded.start(now);
          default -> null;
        };
    if (after == null) {
      return refused(TaskMoves.MOVED);
    }
    boolean unheld =
        before instanceof Agreed
            && before.facts().work().priced()
            && funding.stream().anyMatch(m -> m.keeps(before.facts().place().contract()));
    if (unheld) {
      return refused(Refusal.conflict("tasks.conflict.unfunded"));
    }
    moves.moved(before, after, by, With.NOTHING);
    return done(id);
  }

  /** Why work may not begin now, if so. */
  private Optional<Refusal> closed(Facts facts) {
    if (!facts.place().handOver() && !engagements.get(facts.place().contract()).runs()) {
      return Optional.of(Refusal.conflict("tasks.conflict.not-running"));
    }
    return Optional.ofNullable(facts.work().procedure())
        .flatMap(manuals::find)
        .filter(procedure -> procedure.published() != null)
        .filter(procedure -> !readings.mayBegin(facts.place().assistant(), procedure))
        .map(procedure -> Refusal.conflict("tasks.conflict.unread", procedure.title()));
  }

  /** The assistant works by the version that holds now, instead of the one that was agreed. */
  @Transactional
  public Outcome<TaskId> upgrade(Viewer viewer, TaskId id, int seen) {
    var before = moves.locked(id);
    var by = By.of(viewer, before.facts()).require(Side.ASSISTANT);
    var pinned = pins.of(before.facts().work());
    if (seen != before.facts().version() || pinned == null || !before.open()) {
      return refused(TaskMoves.MOVED);
    }
    moves.moved(before, before.pinned(pinned), by, With.NOTHING);
    return done(id);
  }

  /** Ticks something off, or takes that back; nobody is told. */
  @Transactional
  public Outcome<TaskId> tick(Viewer viewer, TaskId id, String item, boolean ticked) {
    var task = moves.locked(id);
    var by = By.of(viewer, task.facts());
    boolean may = by.is(Side.ASSISTANT) || task.facts().place().handOver();
    if (!may || !task.open() || !checklist(task).has(item)) {
      return refused(TaskMoves.MOVED);
    }
    if (ticked) {
      ticks.tick(id, item, viewer.id(), clock.instant());
    } else {
      ticks.untick(id, item);
    }
    notices.changed(task.facts().place());
    return done(id);
  }

  @Transactional(readOnly = true)
  Checklist checklist(Task task) {
    var facts = task.facts();
    var pinned = facts.count().pinned();
    var procedure = facts.work().procedure();
    var text =
        pinned == null || procedure == null
            ? null
            : manuals.version(procedure, pinned).written().instructions();
    return Checklist.of(facts.work().brief(), text, ticks.of(facts.id()));
  }

  /**
   * What is handed over.
   *
   * @param words Markdown, or null
   * @param files that the person brought
   */
  record Handed(@Nullable String words, List<String> links, List<Blob> files) {}

  /** Hands it over to be looked at; also right after changes were asked for. */
  @Transactional
  public Outcome<TaskId> deliver(Viewer viewer, TaskId id, int seen, Handed handed) {
    var before = moves.locked(id);
    var by = By.of(viewer, before.facts()).require(Side.ASSISTANT);
    if (seen != before.facts().version()) {
      return refused(TaskMoves.MOVED);
    }
    if (over(before.facts())) {
      return refused(ENDED);
    }
    var working = takenUp(before, by);
    if (!(working instanceof InProgress doing)) {
      return refused(TaskMoves.MOVED);
    }
    var now = clock.instant();
    var after = doing.deliver(window.closesAt(doing.facts(), now), now);
    moves.moved(doing, after, by, With.words(handed.words()));
    handed.files().forEach(file -> blobs.hold(file.id(), HOLDER, id.value()));
    moves.deliver(
        after,
        new Delivery(
            after.facts().version(),
            after.facts().count().deliveries(),
            handed.words(),
            handed.links(),
            handed.files().stream().map(Blob::id).toList(),
            now));
    return done(id);
  }

  /** Whether its contract has ended, and its work with it. */
  private boolean over(Facts facts) {
    var contract = facts.place().contract();
    return engagements.get(contract) instanceof Engagement.Ended
        && !facts.outlives()
        && !contracts.trial(contract);
  }

  private Task takenUp(Task before, By by) {
    return before instanceof ChangesRequested asked
        ? moves.moved(before, asked.takeUp(clock.instant()), by, With.NOTHING)
        : before;
  }

  /** Goes on with what the client asked to be changed. */
  @Transactional
  public Outcome<TaskId> takeUp(Viewer viewer, TaskId id, int seen) {
    var before = moves.locked(id);
    var by = By.of(viewer, before.facts()).require(Side.ASSISTANT);
    if (!(before instanceof ChangesRequested) || seen != before.facts().version()) {
      return refused(TaskMoves.MOVED);
    }
    if (over(before.facts())) {
      return refused(ENDED);
    }
    takenUp(before, by);
    return done(id);
  }

  /** Takes a delivery back before it was decided about. */
  @Transactional
  public Outcome<TaskId> withdraw(Viewer viewer, TaskId id, int seen) {
    var before = moves.locked(id);
    var by = By.of(viewer, before.facts()).require(Side.ASSISTANT);
    if (!(before instanceof Delivered delivered) || seen != before.facts().version()) {
      return refused(TaskMoves.MOVED);
    }
    if (over(before.facts())) {
      return refused(ENDED); // it could not be delivered again
    }
    moves.moved(before, delivered.withdraw(clock.instant()), by, With.NOTHING);
    return done(id);
  }
}
