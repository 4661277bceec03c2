package org.diestra.platform.rooms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.base.Token;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;

/** Decides who gets into a room: with a token for one person and one entry, while it is open. */
@Service
class Door {
  /** From the page to the socket is a matter of moments. */
  private static final Duration TOKEN = Duration.ofMinutes(2);

  private final RoomStore store;
  private final SingletonSupplier<Map<String, RoomOwner>> owners;
  private final Accounts accounts;
  private final Audit audit;
  private final Clock clock;

  Door(
      RoomStore store,
      ObjectProvider<RoomOwner> owners,
      Accounts accounts,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.owners =
        SingletonSupplier.of(
            () -> owners.stream().collect(Collectors.toMap(RoomOwner::kind, Function.identity())));
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
  }

  /** Somebody who may be in that room, and as what. */
  record Admission(Room room, PersonId person, RoomOwner.Guest guest) {}

  /**
   * @throws NotFound for whoever has nothing to do with that room: it looks as if there were none
   */
  Admission admission(RoomId id, Viewer viewer) {
    var room = store.find(id).orElseThrow(NotFound::new);
    var guest = owner(room).guest(room.subject(), viewer).orElseThrow(NotFound::new);
    return new Admission(room, viewer.id(), guest);
  }

  /** A token for one entry of that person, in the next two minutes. */
  @Transactional
  Outcome<Token> token(RoomId id, Viewer viewer) {
    var room = admission(id, viewer).room();
    var now = clock.instant();
    if (!room.openAt(now)) {
      return Outcome.refused(Refusal.conflict("rooms.closed"));
    }
    var token = Token.fresh();
    store.add(token, id, viewer.id(), earlier(now.plus(TOKEN), room.closes()), now);
    return Outcome.done(token);
  }

  /** Takes the token; empty for one that opens nothing here, now, for this person. */
  @Transactional
  Optional<Admission> use(RoomId id, PersonId person, Token token) {
    if (!store.use(token, id, person, clock.instant())) {
      return Optional.empty();
    }
    return belongs(id, person);
  }

  /** Whether that person may still be there: the room is open, and the owner knows the person. */
  Optional<Admission> belongs(RoomId id, PersonId person) {
    return store
        .find(id)
        .filter(room -> room.openAt(clock.instant()))
        .flatMap(room ->
            accounts
                .viewer(person)
                .flatMap(viewer -> owner(room).guest(room.subject(), viewer))
                .map(guest -> new Admission(room, person, guest)));
  }

  /** Whether the host let that person in before, so that nobody is asked twice. */
  boolean seated(RoomId id, PersonId person) {
    return store.seat(id, person).isPresent();
  }

  /** Writes down that somebody has come, be it only to the door. */
  @Transactional
  void arrive(Admission admission) {
    store.came(
        admission.room().id(), admission.person(), admission.guest().host(), clock.instant());
  }

  /**
   * Lets in somebody who has come.
   *
   * @return the number of the seat
   */
  @Transactional
  int enter(Admission admission) {
    var now = clock.instant();
    var room = admission.room();
    int seat = store.admit(room.id(), admission.person(), now);
    owner(room).entered(room.subject(), admission.person());
    audit.record(
        Deed.of("rooms", "enter").by(admission.person().value()).on(room.kind(), room.subject()));
    return seat;
  }

  @Transactional
  void leave(RoomId id, PersonId person) {
    store.left(id, person, clock.instant());
  }

  private RoomOwner owner(Room room) {
    var owner = owners.obtain().get(room.kind());
    if (owner == null) {
      throw new NotFound();
    }
    return owner;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
