package org.diestra.work.tasks;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.timers.Timers;
import org.diestra.work.contracts.Contracts;
import org.diestra.work.engagements.Engagement;
import org.diestra.work.engagements.Engagements;
import org.diestra.work.tasks.Facts.Count;
import org.diestra.work.tasks.SeriesStore.Series;
import org.diestra.work.tasks.Task.Agreed;
import org.diestra.work.tasks.Work.Criterion;
import org.diestra.work.tasks.Work.Due;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a task come again: when one of a series falls due, the next one stands ready. What would
 * fall into a time in which the contract does not run, or the house was closed, is left out.
 */
@Service
class SeriesKeeper {
  static final String NEXT = "tasks:series";
  private final SeriesStore store;
  private final TaskStore tasks;
  private final TaskMoves moves;
  private final TaskNotices notices;
  private final Pins pins;
  private final Contracts contracts;
  private final Engagements engagements;
  private final Timers timers;
  private final HouseRights house;
  private final Clock clock;

  SeriesKeeper(
      SeriesStore store,
      TaskStore tasks,
      TaskMoves moves,
      TaskNotices notices,
      Pins pins,
      Contracts contracts,
      Engagements engagements,
      Timers timers,
      HouseRights house,
      Clock clock) {
    this.store = store;
    this.tasks = tasks;
    this.moves = moves;
    this.notices = notices;
    this.pins = pins;
    this.contracts = contracts;
    this.engagements = engagements;
    this.timers = timers;
    this.house = house;
    this.clock = clock;
  }

  /** Both agreed on a task that comes again. */
  void begin(Agreed it) {
    var work = it.facts().work();
    var due = Objects.requireNonNull(work.due());
    var price = work.price() == null ? null : work.price().minor();
    store.add(new Series(it.facts().id(), due.at(), price, work.hours(), null));
    timers.at(due.at(), NEXT, it.facts().id().toString());
  }

  @Transactional(readOnly = true)
  public Optional<Series> of(Facts facts) {
    return Optional.ofNullable(facts.series()).flatMap(store::find);
  }

  /** The newest one falls due: the next stands ready. */
  @Transactional
  public void goOn(TaskId first) {
    house.call(() -> {
      store.locked(first).filter(s -> s.endedAt() == null).ifPresent(this::next);
      return first;
    });
  }

  private void next(Series series) {
    var first = tasks.find(series.first()).orElseThrow();
    var facts = first.facts();
    var engagement = engagements.get(facts.place().contract());
    var now = clock.instant();
    var begun = begun(facts);
    var after = now.isAfter(series.dueAt()) ? now : series.dueAt();
    var due = Objects.requireNonNull(facts.work().repeats()).next(begun, after);
    if (due.isEmpty() || engagement instanceof Engagement.Ended) {
      store.end(series.first(), null, now);
      return;
    }
    if (engagement.runs()) {
      add(facts, series, engagement, due.get());
    }
    store.goOn(series.first(), due.get().at());
    timers.at(due.get().at(), NEXT, series.first().toString());
  }

  /** When the first was due as both agreed: the rule counts from there, also if it is late. */
  private static Due begun(Facts facts) {
    var work = facts.work();
    return Objects.requireNonNull(work.begins());
  }

  private void add(Facts first, Series series, Engagement engagement, Due due) {
    var contract = first.place().contract();
    var terms = contracts.terms(contract);
    var currency = terms.pay().currency().getCurrencyCode();
    var was = first.work();
    var criteria = was.criteria().stream().map(c -> new Criterion(Ids.fresh(), c.text())).toList();
    var price = series.price() == null ? null : Money.of(series.price(), currency);
    var work =
        new Work(
            was.title(),
            was.brief(),
            was.procedure(),
            criteria,
            price,
            series.hours(),
            due,
            null,
            null);
    var place = Tasks.place(engagement, tasks.number(contract), false).of(series.first());
    var count = Count.none(work, terms.revisionRounds()).agreed(pins.of(work), clock.instant());
    moves.begun(new Agreed(new Facts(place, work, count, 1, clock.instant())), currency, null);
  }

  /** No more of them; those that are there go on. */
  @Transactional
  public Outcome<TaskId> end(Viewer viewer, TaskId id) {
    var task = moves.locked(id);
    var by = By.of(viewer, task.facts()).requireCommits(task.facts());
    var first = task.facts().series();
    if (first == null || !house.call(() -> store.end(first, viewer.id(), clock.instant()))) {
      return refused(TaskMoves.MOVED);
    }
    timers.cancel(NEXT, first.toString());
    notices.told(task, by, "series-ended", "tasks:series:" + first);
    return done(id);
  }
}
