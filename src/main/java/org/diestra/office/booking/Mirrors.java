package org.diestra.office.booking;

import static org.springframework.transaction.TransactionDefinition.PROPAGATION_REQUIRES_NEW;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.diestra.office.booking.TakenStore.Entry;
import org.diestra.office.calendar.CalendarId;
import org.diestra.office.calendar.Diary;
import org.diestra.office.calendar.EventId;
import org.diestra.office.calendar.Events;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.data.Caller;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps an event for each appointment in the calendar of the service, or in each host's own. It is
 * written through the calendars' door on behalf of somebody who may write there, and follows the
 * appointment as often as it is asked to: what is there already is left alone.
 */
@Component
class Mirrors {
  private static final Logger LOG = LoggerFactory.getLogger(Mirrors.class);
  private final ServiceStore services;
  private final AppointmentStore store;
  private final TakenStore taken;
  private final Workspaces workspaces;
  private final Accounts accounts;
  private final Diary diary;
  private final Events events;
  private final HouseRights house;
  private final TransactionTemplate apart;
  private final Pages pages;
  private final Clock clock;
  private final String address;

  Mirrors(
      ServiceStore services,
      AppointmentStore store,
      TakenStore taken,
      Workspaces workspaces,
      Accounts accounts,
      Diary diary,
      Events events,
      HouseRights house,
      PlatformTransactionManager transactions,
      Pages pages,
      Clock clock,
      @Value("${diestra.base-url}") String address) {
    this.services = services;
    this.store = store;
    this.taken = taken;
    this.workspaces = workspaces;
    this.accounts = accounts;
    this.diary = diary;
    this.events = events;
    this.house = house;
    this.apart = new TransactionTemplate(transactions);
    this.apart.setPropagationBehavior(PROPAGATION_REQUIRES_NEW);
    this.pages = pages;
    this.clock = clock;
    this.address = address;
  }

  private record Known(
      Service service, Appointment appointment, List<Question.Answer> answers, List<Entry> there) {
    /** Whether it stands in its hosts' own calendars. */
    boolean own() {
      return service.terms().calendar() == null;
    }
  }

  /** One after the other for each appointment, so that no event is written twice. */
  @Transactional
  public void follow(AppointmentId id) {
    var known =
        house.call(() -> {
          taken.inTurn(id);
          return known(id);
        });
    if (known.isEmpty()) {
      return;
    }
    var it = known.get();
    var wanted = wanted(it);
    for (var entry : it.there()) {
      if (wanted.stream().noneMatch(place -> place.calendar().equals(entry.calendar()))) {
        takeOut(it, entry);
      }
    }
    wanted.forEach(place -> put(it, place));
  }

  private Optional<Known> known(AppointmentId id) {
    return store
        .find(id)
        .flatMap(it ->
            services
                .ever(it.service())
                .map(service -> new Known(service, it, store.answers(id), taken.entries(id))));
  }

  /** A calendar and on whose behalf it is written in. */
  private record Place(CalendarId calendar, PersonId person) {}

  private List<Place> wanted(Known it) {
    var places = new ArrayList<Place>();
    if (!it.appointment().state().agreed() && !it.appointment().state().over()) {
      return places;
    }
    var calendar = it.service().terms().calendar();
    if (calendar != null) {
      writers(it).stream()
          .filter(person -> Boolean.TRUE.equals(as(person, viewer -> diary.writes(calendar))))
          .findFirst()
          .ifPresent(person -> places.add(new Place(calendar, person)));
      return places;
    }
    var workspace = it.service().workspace();
    var there = house.call(() -> workspaces.people(workspace, Area.APPOINTMENTS));
    for (var host : it.appointment().hosts()) {
      if (!there.contains(host)) {
        continue; // a guest's words are for who still works there
      }
      Optional.ofNullable(as(host, viewer -> diary.own(viewer)))
          .flatMap(Function.identity())
          .ifPresent(own -> places.add(new Place(own, host)));
    }
    return places;
  }

  /** The hosts first, then those who keep the workspace. */
  private List<PersonId> writers(Known it) {
    var workspace = house.call(() -> workspaces.get(it.service().workspace()));
    var all = new LinkedHashSet<>(it.appointment().hosts());
    all.addAll(workspaces.keepers(workspace));
    return List.copyOf(all);
  }

  private void put(Known it, Place place) {
    var version = it.appointment().version();
    var there = it.there().stream().filter(e -> e.calendar().equals(place.calendar())).findFirst();
    if (there.isPresent() && there.get().version() == version) {
      return;
    }
    if (there.isEmpty() || !replaced(it, place, there.get())) {
      as(
          place.person(),
          viewer ->
              noted(
                  it,
                  place,
                  events.add(viewer, place.calendar(), ics(it, viewer).entry(it.own()))));
    }
  }

  /** False where it was taken out of the calendar since. */
  private boolean replaced(Known it, Place place, Entry there) {
    try {
      as(
          place.person(),
          viewer ->
              noted(
                  it,
                  place,
                  diary.replace(viewer, there.event(), ics(it, viewer).entry(it.own()))));
      return true;
    } catch (NotFound gone) {
      LOG.info("the event of appointment {} is written anew", it.appointment().id());
      return false;
    }
  }

  /** In the transaction that wrote the event, so that neither is there without the other. */
  private boolean noted(Known it, Place place, Outcome<EventId> outcome) {
    return switch (outcome) {
      case Outcome.Done<EventId>(var event) ->
          house.call(() -> {
            var version = it.appointment().version();
            taken.put(
                it.appointment().id(), new Entry(place.calendar(), event, place.person(), version));
            return true;
          });
      case Outcome.Refused<EventId>(var why) -> {
        LOG.warn("an appointment does not stand in calendar {}: {}", place.calendar(), why.key());
        yield false;
      }
    };
  }

  /** By whoever may: who wrote it may have left since. */
  private void takeOut(Known it, Entry entry) {
    var people = new LinkedHashSet<>(List.of(entry.person()));
    people.addAll(writers(it));
    if (people.stream().noneMatch(person -> takenOut(person, entry))) {
      LOG.info("the event of appointment {} was taken out before", it.appointment().id());
    }
    house.call(() -> {
      taken.remove(it.appointment().id(), entry.calendar());
      return entry;
    });
  }

  private boolean takenOut(PersonId person, Entry entry) {
    try {
      return as(person, viewer -> diary.remove(viewer, entry.event()))
          instanceof Outcome.Done<EventId>;
    } catch (NotFound notTheirs) {
      return false;
    }
  }

  /** On behalf of somebody, in a transaction that row security knows that person in. */
  private <T> @Nullable T as(PersonId person, Function<Viewer, T> action) {
    var viewer = accounts.viewer(person);
    return viewer.isEmpty()
        ? null
        : Caller.person(person.value()).call(() -> apart.execute(tx -> action.apply(viewer.get())));
  }

  private Ics ics(Known it, Viewer reader) {
    var formats = pages.formats(reader.locale(), reader.zone());
    var guest = it.appointment().guest();
    var name = guest.name().isEmpty() ? formats.words("booking.forgotten") : guest.name();
    var text = new StringBuilder(name).append('\n').append(guest.email());
    it.answers()
        .forEach(a -> text.append("\n\n").append(a.question()).append('\n').append(a.answer()));
    text.append("\n\n").append(address).append(it.appointment().href());
    var key =
        it.appointment().state() == State.PENDING ? "booking.ics.pending" : "booking.ics.host";
    return new Ics(
        it.appointment(),
        it.appointment().id() + "@diestra",
        formats.words(key, it.service().terms().name(), name),
        text.toString(),
        Letters.place(it.service(), it.appointment()),
        clock.instant());
  }
}
