package org.diestra.office.calendar;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.diestra.office.calendar.SourceStore.Due;
import org.diestra.office.calendar.SourceStore.Read;
import org.diestra.office.workspaces.Pass;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Hash;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.icalendar.CalendarObject;
import org.diestra.platform.notifications.Notice;
import org.diestra.platform.notifications.Notifications;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is kept of calendars outside, each step in a transaction, none of which waits for a line.
 */
@Component
class SourceKeeping {
  static final String KIND = "calendar:source";

  /** Longer than one reading takes. */
  static final Duration ALONE = Duration.ofMinutes(2);

  private static final Duration FIRST_PAUSE = Duration.ofMinutes(15);
  private static final int MOST_DOUBLINGS = 5; // eight hours
  private static final int SPREAD = 600; // seconds
  private final SourceStore store;
  private final CalendarStore shelf;
  private final FileStore files;
  private final Calendars calendars;
  private final CalendarNews news;
  private final Notifications notifications;
  private final HouseRights house;
  private final Audit audit;
  private final Clock clock;

  SourceKeeping(
      SourceStore store,
      CalendarStore shelf,
      FileStore files,
      Calendars calendars,
      CalendarNews news,
      Notifications notifications,
      HouseRights house,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.shelf = shelf;
    this.files = files;
    this.calendars = calendars;
    this.news = news;
    this.notifications = notifications;
    this.house = house;
    this.audit = audit;
    this.clock = clock;
  }

  /** What somebody wants to have read. */
  record Wanted(
      String address, String host, String name, String colour, ZoneId zone, boolean counts) {}

  /** Whether there is room for one more. */
  @Transactional(readOnly = true)
  Optional<Refusal> room(Viewer viewer, @Nullable Pass pass) {
    var workspace = pass == null ? null : pass.workspace().id();
    return store.count(workspace, pass == null ? viewer.id() : null) < Source.MOST
        ? Optional.empty()
        : Optional.of(Refusal.limit("calendar.source.most", Source.MOST));
  }

  /** A calendar with what was read first. */
  @Transactional
  Outcome<CalendarId> begin(
      Viewer viewer, @Nullable Pass pass, Wanted wanted, Read read, List<CalendarObject> objects) {
    var full = room(viewer, pass);
    if (full.isPresent()) {
      return refused(full.get());
    }
    var begun =
        calendars.begin(viewer, pass, wanted.name(), wanted.colour(), wanted.zone(), Reach.READ);
    if (!(begun instanceof Outcome.Done<CalendarId>(var id))) {
      return begun;
    }
    var now = clock.instant();
    store.add(id, wanted.address(), wanted.host(), wanted.counts(), viewer.id(), now);
    audit.record(deed("subscribe", id, viewer));
    var due = house.call(() -> store.find(id)).orElseThrow();
    took(due, read, objects);
    return done(id);
  }

  private static Deed deed(String action, CalendarId id, Viewer viewer) {
    return Deed.of("calendar", action).on("calendar", id.value()).by(viewer.id().value());
  }

  /**
   * Whether its times are taken where people book its owner.
   *
   * @throws NotFound if the caller does not manage it
   */
  @Transactional
  void change(Viewer viewer, CalendarId id, boolean counts) {
    calendars.managed(id);
    if (!store.change(id, counts)) {
      throw new NotFound();
    }
    audit.record(deed("change", id, viewer));
  }

  /** The same calendar from another address, with what was read there. */
  @Transactional
  void change(
      Viewer viewer,
      CalendarId id,
      String address,
      String host,
      Read read,
      List<CalendarObject> objects) {
    calendars.managed(id);
    // the calendar before its source, as every reading
    if (!shelf.hold(id) || !store.change(id, address, host, viewer.id())) {
      throw new NotFound();
    }
    audit.record(deed("readdress", id, viewer));
    var due = house.call(() -> store.find(id)).orElseThrow();
    took(due, read, objects);
  }

  List<Due> take(int most) {
    return house.call(() -> store.take(clock.instant(), ALONE, most));
  }

  /** Empty where it was asked for just now. */
  Optional<Due> take(CalendarId id) {
    return house.call(() -> store.take(id, clock.instant(), ALONE));
  }

  /** It is as it was. */
  void same(Due it) {
    var now = clock.instant();
    var read = new Read(it.etag(), it.modified(), it.print(), it.pause(), null);
    house.call(() ->
        store.read(it.calendar(), it.version(), read, now, next(it.calendar(), now, it.pause())));
  }

  /** From one to the next not all in the same minute. */
  private static Instant next(CalendarId id, Instant now, Duration pause) {
    return now.plus(pause).plusSeconds(Math.floorMod(id.hashCode(), SPREAD));
  }

  /** All that was read stands there, or nothing of it; only what differs counts as a change. */
  void took(Due it, Read read, List<CalendarObject> objects) {
    house.call(() -> {
      var id = it.calendar();
      var now = clock.instant();
      // taken away meanwhile, or from another address by now
      boolean there =
          shelf.hold(id) && store.read(id, it.version(), read, now, next(id, now, read.pause()));
      return there && replace(it, objects, now);
    });
  }

  private boolean replace(Due it, List<CalendarObject> objects, Instant now) {
    var id = it.calendar();
    var there = files.etags(id);
    var gone = new HashSet<>(there.keySet());
    objects.forEach(object -> gone.remove(object.uid()));
    var changed =
        objects.stream()
            .filter(o -> !Hash.of(o.calendar().bytes()).equals(there.get(o.uid())))
            .toList();
    if (gone.isEmpty() && changed.isEmpty()) {
      return false;
    }
    store.open(id);
    long first = shelf.count(id, gone.size() + changed.size()).orElseThrow(NotFound::new);
    if (!gone.isEmpty()) {
      files.remove(id, gone, first, now);
    }
    if (!changed.isEmpty()) {
      files.put(id, changed, it.zone(), first + gone.size(), it.by(), now);
    }
    news.changed(id);
    return true;
  }

  /** What is there stays; whom it concerns is told once it is no longer fresh. */
  void failed(Due it, SourceFault fault) {
    var now = clock.instant();
    var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(it.failures(), MOST_DOUBLINGS));
    boolean stale = it.toldAt() == null && !now.isBefore(it.readAt().plus(Source.FRESH));
    house.call(() -> {
      boolean there =
          store.failed(it.calendar(), it.version(), fault, now, next(it.calendar(), now, pause));
      if (there && stale) {
        store.tell(it.calendar(), now).ifPresent(whom -> tell(whom, it));
      }
      return there;
    });
  }

  private void tell(PersonId whom, Due it) {
    var href = "/calendar/calendars/" + it.calendar();
    notifications.tell(
        List.of(
            Notice.to(whom, KIND, href, "calendar.notice.source", it.name(), it.host(), it.readAt())
                .once(KIND + ":" + it.calendar() + ":" + it.readAt())));
  }
}
