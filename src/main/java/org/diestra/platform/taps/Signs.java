package org.diestra.platform.taps;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.diestra.platform.data.Seal;
import org.springframework.stereotype.Component;

/** Writes a link's id with its signature as 43 letters, and reads them. */
@Component
class Signs {
  private static final String PURPOSE = "taps:link";
  private static final int ID = 16;
  private static final int SIGNATURE = 16; // bytes
  private final Seal seal;

  Signs(Seal seal) {
    this.seal = seal;
  }

  String token(Link link) {
    var bytes =
        ByteBuffer.allocate(ID + SIGNATURE)
            .putLong(link.id().getMostSignificantBits())
            .putLong(link.id().getLeastSignificantBits())
            .put(signature(link))
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private byte[] signature(Link link) {
    return Arrays.copyOf(seal.sign(PURPOSE, link.signed()), SIGNATURE);
  }

  /** Which link it says it is; empty for what is no token. */
  Optional<UUID> id(String token) {
    return bytes(token).map(ByteBuffer::wrap).map(b -> new UUID(b.getLong(), b.getLong()));
  }

  private static Optional<byte[]> bytes(String token) {
    try {
      return Optional.of(Base64.getUrlDecoder().decode(token))
          .filter(bytes -> bytes.length == ID + SIGNATURE);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** Whether the house signed it, for all that is kept of it. */
  boolean signed(String token, Link link) {
    return bytes(token)
        .map(bytes -> Arrays.copyOfRange(bytes, ID, bytes.length))
        .filter(signature -> MessageDigest.isEqual(signature, signature(link)))
        .isPresent();
  }
}
