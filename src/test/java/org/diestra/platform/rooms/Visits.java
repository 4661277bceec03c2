package org.diestra.platform.rooms;

import org.diestra.platform.accounts.Viewer;
import org.springframework.stereotype.Component;

/** Lets people come to rooms without a browser. */
@Component
public class Visits {
  private final Door door;

  Visits(Door door) {
    this.door = door;
  }

  /** To the door, or also inside. */
  public void come(RoomId room, Viewer viewer, boolean inside) {
    var admission = door.admission(room, viewer);
    door.arrive(admission);
    if (inside) {
      door.enter(admission);
    }
  }
}
