package org.diestra.platform.rooms;

import org.springframework.stereotype.Component;

/** Cuts every line to the house, as a restart of it does. */
@Component
public class HouseLine {
  private final Signalling signalling;

  HouseLine(Signalling signalling) {
    this.signalling = signalling;
  }

  public void cut() {
    signalling.hangUp();
  }
}
