package org.diestra.platform.rooms;

import java.time.Instant;
import java.time.ZoneId;

/**
 * A room, for the page of somebody who may come.
 *
 * @param name as the others see this person
 * @param host whether this person lets others in
 * @param elsewhere whether there is another room to fall back to
 */
public record RoomView(
    Room room, String name, boolean host, boolean elsewhere, Instant now, ZoneId zone) {
  public boolean open() {
    return room.openAt(now);
  }

  /** Whether its time is yet to come. */
  public boolean early() {
    return room.closedAt() == null && now.isBefore(room.opens());
  }

  String href() {
    return "/rooms/" + room.id();
  }
}
