package org.diestra.office.calendar;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.icalendar.CalendarObject;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to the tasks of calendars, as pages show them; programs have the same ones. */
@Service
class Todos {
  private static final int MOST = 500; // on a page
  private static final long ROOM = 8L * CalendarObject.LARGEST; // bytes in memory
  private final EventStore store;
  private final TodoStore lists;
  private final Calendars calendars;
  private final Objects objects;
  private final Clock clock;

  Todos(EventStore store, TodoStore lists, Calendars calendars, Objects objects, Clock clock) {
    this.store = store;
    this.lists = lists;
    this.calendars = calendars;
    this.objects = objects;
    this.clock = clock;
  }

  /**
   * A page of tasks, what is due first before the rest.
   *
   * @param more whether there are others, which found no room
   */
  record Listed(List<Todo> todos, boolean more) {
    Listed {
      todos = List.copyOf(todos);
    }
  }

  /**
   * Those that may be read in these calendars.
   *
   * @param home on whose clock days end
   */
  @Transactional(readOnly = true)
  Listed in(List<Calendar> shown, boolean done, ZoneId home) {
    var byId = shown.stream().collect(Collectors.toMap(Calendar::id, Function.identity()));
    var some = lists.some(byId.keySet(), done, MOST, ROOM);
    return new Listed(ordered(some.kept(), byId, home), some.more());
  }

  private static List<Todo> ordered(
      List<EventStore.Kept> all, Map<CalendarId, Calendar> byId, ZoneId home) {
    return all.stream()
        .flatMap(kept ->
            CalendarObject.read(kept.body()) instanceof Outcome.Done
                ? Stream.ofNullable(byId.get(kept.calendar()))
                    .map(calendar -> Todo.of(calendar, kept))
                : Stream.empty())
        .sorted(
            Comparator.comparing((Todo it) -> it.place(home))
                .thenComparing(it -> it.priority() == Todo.Priority.NONE)
                .thenComparing(Todo::priority)
                .thenComparing(Todo::title))
        .toList();
  }

  /**
   * @throws NotFound if there is none that the caller may read
   */
  @Transactional(readOnly = true)
  Todo get(EventId id) {
    var kept = store.find(id).filter(EventStore.Kept::todo).orElseThrow(NotFound::new);
    return Todo.of(calendars.get(kept.calendar()), kept);
  }

  /**
   * @throws NotFound if there is none that the caller may change
   */
  @Transactional(readOnly = true)
  Todo writable(EventId id) {
    var todo = get(id);
    if (!todo.changes()) {
      throw new NotFound();
    }
    return todo;
  }

  /**
   * @throws NotFound if the caller may not write there
   */
  @Transactional
  Outcome<EventId> add(Viewer viewer, CalendarId id, TodoForm.Read typed) {
    var calendar = calendars.get(id);
    if (!calendar.takesTasks() || !objects.hold(calendar)) {
      throw new NotFound();
    }
    var name = Ids.text(Ids.fresh());
    var object = TodoText.fresh(name + "@diestra", typed, clock.instant());
    var body = object.calendar().bytes();
    return put(objects.put(viewer, calendar, name + ".ics", body, object, viewer.id(), null));
  }

  private static Outcome<EventId> put(Outcome<Held> outcome) {
    return switch (outcome) {
      case Outcome.Done<Held>(var held) -> done(held.id());
      case Outcome.Refused<Held>(var why) -> refused(why);
    };
  }

  /**
   * @param seen the etag that was on the page
   */
  @Transactional
  Outcome<EventId> change(Viewer viewer, EventId id, TodoForm.Read typed, String seen) {
    return change(viewer, id, seen, todo -> TodoText.changed(todo, typed, clock.instant()));
  }

  /** Done, or to be done again. What comes again only a program can say of each time. */
  @Transactional
  Outcome<EventId> tick(Viewer viewer, EventId id, boolean done, String seen) {
    return writable(id).again()
        ? refused(Refusal.conflict("calendar.todo.again"))
        : change(viewer, id, seen, todo -> TodoText.ticked(todo, done, clock.instant()));
  }

  private Outcome<EventId> change(
      Viewer viewer, EventId id, String seen, Function<Todo, CalendarObject> change) {
    if (!objects.hold(writable(id).calendar())) {
      throw new NotFound();
    }
    var todo = writable(id); // as it is now that nobody else changes it
    if (!todo.kept().etag().equals(seen)) {
      return refused(Events.MOVED);
    }
    var object = change.apply(todo);
    var body = object.calendar().bytes();
    if (body.length > CalendarObject.LARGEST) {
      return refused(Refusal.invalid("notes", "calendar.large"));
    }
    var kept = todo.kept();
    return put(
        objects.put(viewer, todo.calendar(), kept.name(), body, object, kept.madeBy(), null));
  }

  @Transactional
  Outcome<EventId> remove(Viewer viewer, EventId id, String seen) {
    var todo = writable(id);
    var name = todo.kept().name();
    var held = objects.named(todo.calendar(), List.of(name)).get(name);
    if (held == null || !objects.hold(todo.calendar()) || !held.etag().equals(seen)) {
      return refused(Events.MOVED);
    }
    objects.remove(viewer, todo.calendar(), held, false);
    return done(id);
  }
}
