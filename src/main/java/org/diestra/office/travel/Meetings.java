package org.diestra.office.travel;

import static org.diestra.platform.data.Row.id;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.diestra.office.calendar.BusyTimes;
import org.diestra.office.calendar.Calendar;
import org.diestra.office.calendar.Calendars;
import org.diestra.office.journeys.Journey;
import org.diestra.office.journeys.Journey.Meeting;
import org.diestra.platform.data.HouseRights;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What stands in the workspace’s calendars while somebody is on the way, as far as the reader may
 * see those calendars at all; the legs’ own events apart.
 */
@Component
class Meetings {
  private final Calendars calendars;
  private final BusyTimes busy;
  private final HouseRights house;
  private final JdbcClient jdbc;

  Meetings(Calendars calendars, BusyTimes busy, HouseRights house, JdbcClient jdbc) {
    this.calendars = calendars;
    this.busy = busy;
    this.house = house;
    this.jdbc = jdbc;
  }

  @Transactional(readOnly = true)
  public List<Meeting> during(Desk desk, Trip trip, Journey journey) {
    if (journey.empty()) {
      return List.of();
    }
    var visible =
        calendars.visible(desk.pass()).stream()
            .filter(c -> desk.pass().workspace().id().equals(c.workspace()))
            .collect(Collectors.toMap(Calendar::id, Calendar::name));
    var taken =
        busy.between(
            List.of(),
            visible.keySet(),
            journey.begins().orElseThrow(),
            journey.ends().orElseThrow());
    if (taken.isEmpty()) {
      return List.of();
    }
    var own = own(trip.facts().id());
    var meetings = new ArrayList<Meeting>();
    taken
        .get()
        .in()
        .forEach((calendar, times) ->
            times.stream()
                .filter(time -> !own.contains(time.event().value()))
                .forEach(time ->
                    meetings.add(
                        new Meeting(
                            Objects.requireNonNullElse(visible.get(calendar), ""), time.from()))));
    return meetings;
  }

  private List<java.util.UUID> own(TripId trip) {
    return house.call(() ->
        jdbc.sql("select event from travel.entry where trip = :trip")
            .param("trip", trip.value())
            .query((r, n) -> id(r, "event"))
            .list());
  }
}
