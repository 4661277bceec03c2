package org.diestra.platform.rooms;

import java.io.Serializable;
import java.security.SecureRandom;
import java.util.UUID;
import org.diestra.platform.base.Ids;

/**
 * Which room it is: 128 random bits, which say nothing about when it was made. In an address it
 * stands as 22 letters and digits. It lets nobody in.
 */
public record RoomId(UUID value) implements Serializable {
  private static final SecureRandom RANDOM = new SecureRandom();

  static RoomId fresh() {
    return new RoomId(new UUID(RANDOM.nextLong(), RANDOM.nextLong()));
  }

  public static RoomId of(String text) {
    return new RoomId(Ids.require(text));
  }

  @Override
  public String toString() {
    return Ids.text(value);
  }
}
