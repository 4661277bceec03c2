package org.diestra.platform.rooms;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Rooms for nothing in particular. */
@Component
class ProbeRooms implements RoomOwner {
  static final String KIND = "probe";
  private final Map<UUID, Map<PersonId, Guest>> guests = new ConcurrentHashMap<>();
  private final ObjectProvider<Rooms> rooms;
  private final TransactionTemplate transaction;
  private final Clock clock;

  ProbeRooms(ObjectProvider<Rooms> rooms, TransactionTemplate transaction, Clock clock) {
    this.rooms = rooms;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Open from so many minutes from now on, for an hour; the first of the people is its host. */
  Room open(int minutes, Viewer... people) {
    var subject = UUID.randomUUID();
    var known = new ConcurrentHashMap<PersonId, Guest>();
    for (var person : people) {
      known.put(person.id(), new Guest(person.name(), person.equals(people[0])));
    }
    guests.put(subject, known);
    var from = clock.instant().plus(Duration.ofMinutes(minutes));
    transaction.executeWithoutResult(
        tx -> rooms.getObject().open(KIND, subject, from, from.plus(Duration.ofHours(1))));
    return rooms.getObject().of(KIND, subject).orElseThrow();
  }

  void close(Room room) {
    transaction.executeWithoutResult(tx -> rooms.getObject().close(KIND, room.subject()));
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<Guest> guest(UUID subject, Viewer viewer) {
    return Optional.ofNullable(guests.getOrDefault(subject, Map.of()).get(viewer.id()));
  }

  @Override
  public void entered(UUID subject, PersonId person) {
    // nothing depends on it
  }
}
