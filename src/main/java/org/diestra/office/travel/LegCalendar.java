package org.diestra.office.travel;

import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.integer;
import static org.springframework.transaction.TransactionDefinition.PROPAGATION_REQUIRES_NEW;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.diestra.office.calendar.Calendar;
import org.diestra.office.calendar.CalendarId;
import org.diestra.office.calendar.Calendars;
import org.diestra.office.calendar.Diary;
import org.diestra.office.calendar.EventId;
import org.diestra.office.calendar.Events;
import org.diestra.office.travel.LegStore.Kept;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.data.Caller;
import org.diestra.platform.data.HouseRights;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps an event for each leg in the workspace’s first calendar, on behalf of one of the client’s
 * who may write there. It follows the itinerary as often as it is asked to, after the commit, so
 * that what a calendar refuses stops no trip.
 */
@Component
class LegCalendar {
  private static final Logger LOG = LoggerFactory.getLogger(LegCalendar.class);
  private final LegStore legs;
  private final TripStore store;
  private final Workspaces workspaces;
  private final Accounts accounts;
  private final Calendars calendars;
  private final Diary diary;
  private final Events events;
  private final HouseRights house;
  private final TransactionTemplate apart;
  private final JdbcClient jdbc;
  private final LegIcs ics;

  LegCalendar(
      LegStore legs,
      TripStore store,
      Workspaces workspaces,
      Accounts accounts,
      Calendars calendars,
      Diary diary,
      Events events,
      HouseRights house,
      PlatformTransactionManager transactions,
      JdbcClient jdbc,
      LegIcs ics) {
    this.legs = legs;
    this.store = store;
    this.workspaces = workspaces;
    this.accounts = accounts;
    this.calendars = calendars;
    this.diary = diary;
    this.events = events;
    this.house = house;
    this.apart = new TransactionTemplate(transactions);
    this.apart.setPropagationBehavior(PROPAGATION_REQUIRES_NEW);
    this.jdbc = jdbc;
    this.ics = ics;
  }

  private record Entry(UUID leg, EventId event, PersonId person, int version) {}

  private record Known(Trip trip, List<Kept> legs, Map<UUID, Entry> there) {}

  /** One after the other for each trip, as the row of the trip is held meanwhile. */
  void follow(TripId id) {
    apart.executeWithoutResult(tx ->
        house.call(() -> {
          var trip = store.find(id);
          trip.ifPresent(it -> follow(new Known(it, wanted(it), entries(id))));
          return id;
        }));
  }

  private List<Kept> wanted(Trip trip) {
    return trip instanceof Trip.Cancelled ? List.of() : legs.ofItinerary(trip.facts().id());
  }

  private Map<UUID, Entry> entries(TripId trip) {
    var all = new HashMap<UUID, Entry>();
    jdbc.sql("select * from travel.entry where trip = :trip")
        .param("trip", trip.value())
        .query(r -> {
          var entry =
              new Entry(
                  id(r, "leg"),
                  new EventId(id(r, "event")),
                  new PersonId(id(r, "person")),
                  integer(r, "version"));
          all.put(entry.leg(), entry);
        });
    return all;
  }

  private void follow(Known it) {
    var wanted = it.legs().stream().map(kept -> kept.id().value()).toList();
    it.there().values().stream()
        .filter(entry -> !wanted.contains(entry.leg()))
        .forEach(entry -> takeOut(it, entry));
    if (it.legs().isEmpty()) {
      return;
    }
    for (var person : writers(it.trip())) {
      var calendar = as(person, viewer -> first(it.trip(), viewer));
      if (calendar != null) {
        it.legs().forEach(kept -> tried(it, kept, calendar, person));
        return;
      }
    }
  }

  /**
   * The workspace’s first calendar that takes events from that person; null where there is none.
   */
  private @Nullable CalendarId first(Trip trip, Viewer viewer) {
    return calendars.visible().stream()
        .filter(c -> trip.facts().workspace().equals(c.workspace()) && c.takesEvents())
        .map(Calendar::id)
        .min((one, other) -> one.value().compareTo(other.value()))
        .orElse(null);
  }

  /** Those who keep the workspace. */
  private List<PersonId> writers(Trip trip) {
    var workspace = workspaces.get(trip.facts().workspace());
    return List.copyOf(new LinkedHashSet<>(workspaces.keepers(workspace)));
  }

  /** What one leg meets stops no other. */
  private void tried(Known it, Kept kept, CalendarId calendar, PersonId person) {
    try {
      put(it, kept, calendar, person);
    } catch (NotFound | DataAccessException e) {
      LOG.warn("a leg does not stand in calendar {}", calendar, e);
    }
  }

  private void put(Known it, Kept kept, CalendarId calendar, PersonId person) {
    var there = it.there().get(kept.id().value());
    if (there != null && there.version() == kept.version()) {
      return;
    }
    var object = ics.object(it.trip(), kept);
    if (there != null) {
      for (var writer : hands(it, there)) {
        var written = replaced(writer, there, object);
        if (written instanceof Outcome.Done<EventId>(var event)) {
          note(it.trip(), kept, calendar, event, writer);
          return;
        }
      }
      takeOut(it, there); // nobody’s any more
    }
    var added = as(person, viewer -> events.add(viewer, calendar, object));
    if (added instanceof Outcome.Done<EventId>(var event)) {
      note(it.trip(), kept, calendar, event, person);
    } else {
      LOG.warn("a leg does not stand in calendar {}", calendar);
    }
  }

  /** Who wrote it, and as that person may have left since, those who may write there now. */
  private List<PersonId> hands(Known it, Entry entry) {
    var people = new LinkedHashSet<>(List.of(entry.person()));
    people.addAll(writers(it.trip()));
    return List.copyOf(people);
  }

  /** Null where it is not there for that person to write. */
  private @Nullable Outcome<EventId> replaced(
      PersonId writer, Entry there, org.diestra.platform.icalendar.CalendarObject object) {
    try {
      return as(writer, viewer -> diary.replace(viewer, there.event(), object));
    } catch (NotFound gone) {
      return null;
    }
  }

  private void note(Trip trip, Kept kept, CalendarId calendar, EventId event, PersonId person) {
    jdbc.sql(
            """
            insert into travel.entry (leg, trip, workspace, calendar, event, person, version)
            values (:leg, :trip, :workspace, :calendar, :event, :person, :version)
            on conflict (leg) do update set calendar = :calendar, event = :event,
              person = :person, version = :version
            """)
        .param("leg", kept.id().value())
        .param("trip", trip.facts().id().value())
        .param("workspace", trip.facts().workspace().value())
        .param("calendar", calendar.value())
        .param("event", event.value())
        .param("person", person.value())
        .param("version", kept.version())
        .update();
  }

  /** By whoever may: who wrote it may have left since. */
  private void takeOut(Known it, Entry entry) {
    for (var person : hands(it, entry)) {
      try {
        if (as(person, viewer -> diary.remove(viewer, entry.event())) != null) {
          break;
        }
      } catch (NotFound notTheirs) {
        LOG.debug("not the event of {}", person);
      }
    }
    jdbc.sql("delete from travel.entry where leg = :leg").param("leg", entry.leg()).update();
  }

  /** On behalf of somebody, in a transaction that row security knows that person in. */
  private <T> @Nullable T as(PersonId person, Function<Viewer, @Nullable T> action) {
    var viewer = accounts.viewer(person);
    if (viewer.isEmpty()) {
      return null;
    }
    var done = new AtomicReference<@Nullable T>();
    Caller.person(person.value())
        .run(() -> apart.executeWithoutResult(tx -> done.set(action.apply(viewer.get()))));
    return done.get();
  }
}
