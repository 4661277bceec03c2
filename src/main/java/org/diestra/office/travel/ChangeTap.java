package org.diestra.office.travel;

import static org.diestra.platform.base.Outcome.refused;
import static org.diestra.platform.data.Row.id;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.taps.Offer;
import org.diestra.platform.taps.Shown;
import org.diestra.platform.taps.Shown.Choice;
import org.diestra.platform.taps.Tap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A change of a booked leg is allowed or refused by a link in the mail. */
@Component
class ChangeTap implements Tap {
  static final String KIND = "travel:change";
  private static final String YES = "allow";
  private static final String NO = "refuse";
  private final Workspaces workspaces;
  private final Trips trips;
  private final Itinerary itinerary;
  private final JdbcClient jdbc;

  ChangeTap(Workspaces workspaces, Trips trips, Itinerary itinerary, JdbcClient jdbc) {
    this.workspaces = workspaces;
    this.trips = trips;
    this.itinerary = itinerary;
    this.jdbc = jdbc;
  }

  /** A change never becomes another: its id says what was seen. */
  static Offer offer(UUID change) {
    return new Offer(KIND, change, "asked");
  }

  @Override
  public String kind() {
    return KIND;
  }

  private record Place(WorkspaceId room, TripId trip) {}

  private Place place(UUID change) {
    return jdbc.sql("select workspace, trip from travel.change where id = :id")
        .param("id", change)
        .query((r, n) -> new Place(new WorkspaceId(id(r, "workspace")), new TripId(id(r, "trip"))))
        .optional()
        .orElseThrow(NotFound::new);
  }

  @Transactional(readOnly = true)
  @Override
  public Optional<Shown> shown(Viewer viewer, UUID subject, String seen) {
    var place = place(subject);
    var desk = new Desk(workspaces.enter(viewer, place.room()));
    var trip = trips.get(desk, place.trip());
    if (!desk.decides() || !(trip instanceof Trip.Underway)) {
      return Optional.empty();
    }
    var facts = trip.facts();
    return itinerary.waiting(trip).stream()
        .filter(change -> change.id().equals(subject) && !change.askedBy().equals(desk.me()))
        .filter(change -> itinerary.stands(trip, change))
        .findFirst()
        .map(change ->
            new Shown(
                "travel.tap.change",
                List.of(facts.wish().title(), desk.pass().workspace().name()),
                change.about(),
                facts.href() + "/itinerary",
                List.of(
                    new Choice(YES, "travel.change.allow", List.of()),
                    new Choice(NO, "travel.change.refuse", List.of()))));
  }

  @Override
  public Outcome<?> decide(Viewer viewer, UUID subject, String seen, String choice) {
    var place = place(subject);
    var desk = new Desk(workspaces.enter(viewer, place.room()));
    var outcome = itinerary.decide(desk, place.trip(), subject, choice.equals(YES));
    boolean stale =
        choice.equals(YES) && outcome instanceof Outcome.Done<Boolean>(var made) && !made;
    return stale ? refused(Refusal.conflict("travel.change.stale")) : outcome;
  }
}
