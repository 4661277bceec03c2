package org.diestra.office.calendar;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diestra.office.calendar.Draft.Scope;
import org.diestra.office.calendar.EventStore.Kept;
import org.diestra.office.calendar.EventStore.Row;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.icalendar.Budget;
import org.diestra.platform.icalendar.CalendarObject;
import org.diestra.platform.icalendar.Series;
import org.diestra.platform.icalendar.Timing;
import org.diestra.platform.icalendar.When;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to what stands in calendars. */
@Service
public class Events {
  static final Refusal MOVED = Refusal.conflict("calendar.moved");

  /** Days that may be looked at at once. */
  static final Duration WIDEST = Duration.ofDays(5 * 366);

  private static final int MOST_EVENTS = 5_000;
  private static final int MOST_SHOWN = 3_000;
  private final EventStore store;
  private final CalendarStore shelf;
  private final Calendars calendars;
  private final CalendarNews news;
  private final Audit audit;
  private final Clock clock;

  Events(
      EventStore store,
      CalendarStore shelf,
      Calendars calendars,
      CalendarNews news,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.shelf = shelf;
    this.calendars = calendars;
    this.news = news;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What was found in a window, the first first.
   *
   * @param complete whether that is all there is
   */
  record Found(List<Happening> happenings, boolean complete) {}

  /** What touches the time from one instant on and before another, at most five years. */
  @Transactional(readOnly = true)
  Found window(List<Calendar> shown, ZoneId home, Instant from, Instant to) {
    var until = to.isAfter(from.plus(WIDEST)) ? from.plus(WIDEST) : to;
    var byId = shown.stream().collect(Collectors.toMap(Calendar::id, Function.identity()));
    Map<EventId, List<Row>> rows = new LinkedHashMap<>();
    if (!byId.isEmpty()) {
      store
          .window(byId.keySet(), from, until, MOST_EVENTS)
          .forEach(row -> rows.computeIfAbsent(row.event(), e -> new ArrayList<>()).add(row));
    }
    var all = new ArrayList<Happening>();
    boolean complete = rows.size() < MOST_EVENTS;
    var budget = Budget.page();
    for (var own : rows.values()) {
      var calendar = byId.get(own.getFirst().calendar());
      if (calendar == null) {
        continue;
      }
      own.sort(Comparator.comparingInt(Row::number));
      var timings = own.stream().flatMap(row -> Timing.tried(row.timing()).stream()).toList();
      if (timings.size() < own.size()) {
        complete = false;
        continue;
      }
      boolean again = timings.stream().anyMatch(Timing::comesAgain);
      var found = new Series(timings, home).within(from, until, budget);
      complete &= found.complete();
      found.times().forEach(t -> all.add(happening(calendar, own.get(t.which()), t, again)));
    }
    all.removeIf(h -> h.cancelled() && !h.open());
    all.sort(
        Comparator.comparing((Happening h) -> !h.day())
            .thenComparing(Happening::from)
            .thenComparing(Happening::summary));
    boolean more = all.size() > MOST_SHOWN;
    return new Found(more ? all.subList(0, MOST_SHOWN) : all, complete && !more);
  }

  private static Happening happening(Calendar in, Row row, Series.Time time, boolean again) {
    return new Happening(
        row.event(),
        in,
        time.original(),
        again,
        time.start(),
        time.from(),
        time.to(),
        row.summary(),
        row.place(),
        row.busy(),
        row.cancelled(),
        row.hidden(),
        row.open(),
        row.changes());
  }

  /**
   * An event before somebody who may read it.
   *
   * @param changes whether that person may change it
   */
  record Shown(Calendar calendar, Kept kept, CalendarObject object, boolean changes) {}

  /**
   * @throws NotFound if there is none that the caller may read
   */
  @Transactional(readOnly = true)
  Shown get(EventId id) {
    var kept = store.find(id).filter(k -> !k.todo()).orElseThrow(NotFound::new);
    var calendar = calendars.get(kept.calendar());
    return new Shown(calendar, kept, kept.object(), calendar.writes());
  }

  /**
   * @throws NotFound if there is none that the caller may change
   */
  @Transactional(readOnly = true)
  Shown writable(EventId id) {
    var shown = get(id);
    if (!shown.changes()) {
      throw new NotFound();
    }
    return shown;
  }

  /**
   * A new event.
   *
   * @throws NotFound if the caller may not write in that calendar
   */
  @Transactional
  Outcome<EventId> add(Viewer viewer, CalendarId calendar, Draft draft) {
    return add(viewer, calendar, new Edits(clock.instant()).fresh(uid(), draft));
  }

  private static String uid() {
    return Ids.text(Ids.fresh()) + "@diestra";
  }

  /** The same as a program or a file says it: its bytes are kept as they came. */
  @Transactional
  public Outcome<EventId> add(Viewer viewer, CalendarId id, CalendarObject object) {
    var calendar = calendars.takingEvents(id);
    long change = shelf.count(id).orElseThrow(NotFound::new);
    var full = full(id, object);
    if (full.isPresent()) {
      return refused(full.get());
    }
    var event = new EventId(Ids.fresh());
    var kept = new Kept(event, id, event + ".ics", "", object.calendar().bytes(), viewer.id());
    store.add(kept, object, calendar.zone(), change, clock.instant());
    news.changed(id, viewer, event, object);
    audit.record(deed("add", event).by(viewer.id().value()));
    return done(event);
  }

  private Optional<Refusal> full(CalendarId id, CalendarObject more) {
    return shelf.full(id, 1, more.calendar().bytes().length);
  }

  /**
   * Changes it, or one of its times, or that and all that follow.
   *
   * @param original which one of its times was looked at
   * @param seen the tag that was on the page
   */
  @Transactional
  Outcome<EventId> change(
      Viewer viewer, EventId id, When original, Scope scope, Draft draft, String seen) {
    var shown = writable(id);
    var object = shown.object();
    var edits = new Edits(clock.instant());
    if (!shown.kept().tag().equals(seen)) {
      return refused(MOVED);
    }
    if (object.events().size() >= CalendarObject.MOST_CHANGES && scope == Scope.THIS) {
      return refused(Refusal.limit("calendar.changes", CalendarObject.MOST_CHANGES));
    }
    boolean once = !object.timing().comesAgain();
    return switch (once ? Scope.ALL : scope) {
      case ALL -> replace(viewer, shown, edits.all(object, original, draft));
      case THIS -> replace(viewer, shown, edits.once(object, original, draft));
      case FOLLOWING -> {
        var edited = edits.following(object, original, draft, uid());
        var kept = edited.kept();
        var split = edited.split();
        var full = split == null ? Optional.<Refusal>empty() : full(shown.calendar().id(), split);
        if (full.isPresent()) {
          yield refused(full.get()); // before the first write
        }
        if (kept != null) {
          var first = replace(viewer, shown, kept);
          if (split == null || first instanceof Outcome.Refused<EventId>) {
            yield first;
          }
        }
        yield split == null ? done(id) : news.split(id, add(viewer, shown.calendar().id(), split));
      }
    };
  }

  private Outcome<EventId> replace(Viewer viewer, Shown shown, CalendarObject object) {
    var kept = shown.kept();
    if (object.calendar().bytes().length > CalendarObject.LARGEST) {
      return refused(Refusal.invalid("notes", "calendar.large"));
    }
    boolean own = shown.calendar().reach() == Reach.MANAGE || kept.madeBy().equals(viewer.id());
    if (EventStore.hidden(object) && !own) {
      return refused(Refusal.invalid("hidden", "calendar.hidden.others"));
    }
    long change = shelf.count(kept.calendar()).orElseThrow(NotFound::new);
    var zone = shown.calendar().zone();
    var body = object.calendar().bytes();
    if (!store.change(kept, object, body, zone, change, viewer.id(), clock.instant())) {
      return refused(MOVED);
    }
    news.changed(kept.calendar(), viewer, kept.id(), object);
    audit.record(deed("edit", kept.id()).by(viewer.id().value()));
    return done(kept.id());
  }

  /** Other bytes for an event, as a program or a file says it. */
  @Transactional
  Outcome<EventId> replace(Viewer viewer, EventId id, CalendarObject object, String seen) {
    var shown = writable(id);
    return shown.kept().tag().equals(seen) ? replace(viewer, shown, object) : refused(MOVED);
  }

  /** Takes it out, or one of its times, or that and all that follow. */
  @Transactional
  Outcome<EventId> remove(Viewer viewer, EventId id, When original, Scope scope, String seen) {
    var shown = writable(id);
    var kept = shown.kept();
    if (!kept.tag().equals(seen)) {
      return refused(MOVED);
    }
    var edits = new Edits(clock.instant());
    var left =
        switch (scope) {
          case ALL -> null;
          case THIS -> edits.without(shown.object(), original);
          case FOLLOWING -> edits.before(shown.object(), original);
        };
    if (left != null) {
      return replace(viewer, shown, left);
    }
    long change = shelf.count(kept.calendar()).orElseThrow(NotFound::new);
    if (!store.remove(kept, change, clock.instant())) {
      return refused(MOVED);
    }
    news.removed(kept.calendar(), viewer, id, false);
    audit.record(deed("take-out", id).by(viewer.id().value()));
    return done(id);
  }

  private static Deed deed(String action, EventId id) {
    return Deed.of("calendar", action).on("event", id.value());
  }
}
