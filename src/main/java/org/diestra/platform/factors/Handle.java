package org.diestra.platform.factors;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.springframework.security.web.webauthn.api.Bytes;

/** How authenticators name a person: the 16 bytes of the id, which say nothing about anybody. */
final class Handle {
  private static final int BYTES = 16;

  private Handle() {}

  static Bytes of(PersonId person) {
    return new Bytes(
        ByteBuffer.allocate(BYTES)
            .putLong(person.value().getMostSignificantBits())
            .putLong(person.value().getLeastSignificantBits())
            .array());
  }

  /**
   * @throws IllegalArgumentException if it is none of ours
   */
  static PersonId person(Bytes handle) {
    if (handle.getBytes().length != BYTES) {
      throw new IllegalArgumentException("no handle of ours");
    }
    var bytes = ByteBuffer.wrap(handle.getBytes());
    return new PersonId(new UUID(bytes.getLong(), bytes.getLong()));
  }
}
