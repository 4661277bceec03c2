package org.diestra.office.booking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diestra.office.booking.Slots.Busy;
import org.diestra.office.booking.Slots.Host;
import org.diestra.office.booking.Slots.Slot;
import org.diestra.office.calendar.BusyTimes;
import org.diestra.office.calendar.EventId;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Area;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks up what the rules and the busy times of a service's hosts leave free. Whoever calls it has
 * the house's rights. Where the busy times of a host can't be read, nothing is offered.
 */
@Component
class Openings {
  /** What an event or an appointment that began long before may still take. */
  private static final Duration AROUND = Duration.ofDays(2);

  private final HoursStore hours;
  private final TakenStore taken;
  private final BusyTimes calendars;
  private final Workspaces workspaces;
  private final Clock clock;

  Openings(
      HoursStore hours, TakenStore taken, BusyTimes calendars, Workspaces workspaces, Clock clock) {
    this.hours = hours;
    this.taken = taken;
    this.calendars = calendars;
    this.workspaces = workspaces;
    this.clock = clock;
  }

  /**
   * What can be had on some dates.
   *
   * @param readable whether the busy times could be read; without, there is nothing
   * @param full dates that would have a time if nothing were taken
   */
  record Found(boolean readable, List<Slot> slots, List<LocalDate> full) {
    static final Found UNREADABLE = new Found(false, List.of(), List.of());
  }

  /**
   * What can be had on these dates of the service's zone, at most {@value Slots#WIDEST} days.
   *
   * @param but an appointment that is to be moved and does not stand in its own way, or null
   */
  Found between(Service service, LocalDate first, LocalDate last, @Nullable Appointment but) {
    return between(service, first, last, but, clock.instant());
  }

  /**
   * @param since when notice is counted from
   */
  Found between(
      Service service, LocalDate first, LocalDate last, @Nullable Appointment but, Instant since) {
    var demand = service.demand();
    var zone = demand.zone();
    var from = first.atStartOfDay(zone).toInstant().minus(AROUND);
    var to = last.plusDays(1).atStartOfDay(zone).toInstant().plus(AROUND);
    var people = hosts(service);
    var busy = busy(service, people, from, to, but);
    if (busy.isEmpty() && !demand.all()) {
      // whose times nobody knows is not offered; the others are
      people = readable(service, people);
      busy = people.isEmpty() ? busy : busy(service, people, from, to, but);
    }
    if (busy.isEmpty()) {
      return Found.UNREADABLE;
    }
    var rules = hours.hours(service.id());
    var hosts = new ArrayList<Host>();
    for (var person : people) {
      var own = rules.getOrDefault(person, rules.get(null));
      if (own != null) {
        hosts.add(new Host(person, own, busy.get().getOrDefault(person, List.of())));
      } else if (demand.all()) {
        return new Found(true, List.of(), List.of());
      }
    }
    var monday = Slots.monday(first).atStartOfDay(zone).toInstant();
    var sunday = Slots.monday(last).plusDays(7).atStartOfDay(zone).toInstant();
    var id = but == null ? null : but.id();
    var booked = taken.starts(service.id(), monday, sunday, id, clock.instant());
    var slots = new Slots(demand, since, Slots.count(booked, zone)).between(hosts, first, last);
    return new Found(true, slots, full(service, since, hosts, slots, first, last));
  }

  private static List<LocalDate> full(
      Service service,
      Instant since,
      List<Host> hosts,
      List<Slot> slots,
      LocalDate first,
      LocalDate last) {
    var zone = service.terms().zone();
    Set<LocalDate> open =
        slots.stream().map(s -> LocalDate.ofInstant(s.start(), zone)).collect(Collectors.toSet());
    return new Slots(service.demand(), since, Map.of())
        .between(hosts.stream().map(Host::free).toList(), first, last).stream()
            .map(s -> LocalDate.ofInstant(s.start(), zone))
            .filter(date -> !open.contains(date))
            .distinct()
            .toList();
  }

  /** Whoever works with appointments there at this moment, of those who were named. */
  List<PersonId> hosts(Service service) {
    var there = workspaces.people(service.workspace(), Area.APPOINTMENTS);
    return hours.hosts(service.id()).stream().filter(there::contains).toList();
  }

  /**
   * Calendars outside that were not read, or not whole: while that is so, nothing is offered.
   *
   * @param open those services of the workspace that can be booked
   */
  List<BusyTimes.Unread> unread(WorkspaceId workspace, List<Service> open) {
    var there = workspaces.people(workspace, Area.APPOINTMENTS);
    var people = hours.hosts(workspace).stream().filter(there::contains).toList();
    var watched =
        open.stream().flatMap(s -> s.terms().watched().stream()).collect(Collectors.toSet());
    return calendars.unread(people, watched);
  }

  private List<PersonId> readable(Service service, List<PersonId> people) {
    var closed =
        calendars.unread(people, service.terms().watched()).stream()
            .flatMap(unread -> Stream.ofNullable(unread.owner()))
            .collect(Collectors.toSet());
    return people.stream().filter(person -> !closed.contains(person)).toList();
  }

  private Optional<Map<PersonId, List<Busy>>> busy(
      Service service,
      Collection<PersonId> people,
      Instant from,
      Instant to,
      @Nullable Appointment but) {
    var id = but == null ? null : but.id();
    var all = new HashMap<>(taken.between(people, from, to, id, clock.instant()));
    var own = but == null ? Set.<EventId>of() : events(but);
    var kept = calendars.between(people, service.terms().watched(), from, to);
    if (kept.isEmpty()) {
      return Optional.empty();
    }
    kept.get().of().forEach((person, times) -> put(all, person, times, own));
    kept.get().in().values().forEach(times -> people.forEach(p -> put(all, p, times, own)));
    return Optional.of(all);
  }

  private Set<EventId> events(Appointment but) {
    var events = new HashSet<EventId>();
    taken.entries(but.id()).forEach(entry -> events.add(entry.event()));
    return events;
  }

  private static void put(
      Map<PersonId, List<Busy>> all,
      PersonId person,
      List<BusyTimes.Busy> times,
      Set<EventId> but) {
    times.stream()
        .filter(time -> !but.contains(time.event()))
        .forEach(time -> list(all, person).add(new Busy(time.from(), time.to())));
  }

  private static List<Busy> list(Map<PersonId, List<Busy>> all, PersonId person) {
    return all.computeIfAbsent(person, p -> new ArrayList<>());
  }
}
