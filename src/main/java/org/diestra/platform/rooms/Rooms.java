package org.diestra.platform.rooms;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.platform.accounts.Viewer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door: give a subject a room for some time, and ask who came. */
@Service
public class Rooms {
  private final RoomStore store;
  private final Elsewhere elsewhere;
  private final Clock clock;

  Rooms(RoomStore store, Elsewhere elsewhere, Clock clock) {
    this.store = store;
    this.elsewhere = elsewhere;
    this.clock = clock;
  }

  /**
   * Opens a room for that time. A subject has one; opened again, for another time, it asks its host
   * anew who may come in.
   *
   * @param kind the {@link RoomOwner}'s
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public RoomId open(String kind, UUID subject, Instant opens, Instant closes) {
    var room = store.open(kind, subject, opens, closes);
    store.clear(room);
    return room;
  }

  /** Closes it before its time; whoever is in is sent out. Safe to repeat. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void close(String kind, UUID subject) {
    store.close(kind, subject, clock.instant());
  }

  public Optional<Room> of(String kind, UUID subject) {
    return store.of(kind, subject);
  }

  /** Who came when, in that order; nobody where there never was a room. */
  public List<Stay> log(String kind, UUID subject) {
    return store.of(kind, subject).map(room -> store.log(room.id())).orElse(List.of());
  }

  /** What a page needs to show the room to somebody who may come. */
  public RoomView view(Room room, Viewer viewer, RoomOwner.Guest guest) {
    return new RoomView(
        room, guest.name(), guest.host(), elsewhere.isThere(), clock.instant(), viewer.zone());
  }
}
