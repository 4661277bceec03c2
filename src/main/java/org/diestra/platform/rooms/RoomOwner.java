package org.diestra.platform.rooms;

import java.util.Optional;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;

/** Implemented by a module that gives people a room: it knows who belongs there, and as what. */
public interface RoomOwner {
  /** Its rooms' kind: one word in lower case, such as {@code interview}. */
  String kind();

  /** Empty for whoever has nothing to do with that subject. */
  Optional<Guest> guest(UUID subject, Viewer viewer);

  /** Somebody was let in, for the first time or again; within the transaction that logs it. */
  void entered(UUID subject, PersonId person);

  /**
   * Somebody who may come.
   *
   * @param name as the others see it
   * @param host whether this person enters at once, and lets others in
   */
  record Guest(String name, boolean host) {}
}
