package org.diestra.platform.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import org.diestra.platform.base.Gcm;
import org.diestra.platform.base.Hmac;

/**
 * Seals secrets before they are stored, so that a stolen database tells none: AES-256-GCM (NIST SP
 * 800-38D) under a key of its own for each purpose, derived from the house's key by HKDF (RFC
 * 5869). Whose secret it is is sealed in, so that one person's row opens nothing in another's.
 *
 * <p>One key seals up to 2³² secrets, as its nonces are random.
 */
public class Seal {
  private final SecretKey houseKey;
  private final ConcurrentHashMap<String, SecretKey> keys = new ConcurrentHashMap<>();

  Seal(SecretKey houseKey) {
    this.houseKey = houseKey;
  }

  /**
   * @param purpose the module's id, a colon and what it is: {@code factors:totp}
   * @param owner whose it is; the same must be named to open it
   * @return 29 bytes longer than the secret
   */
  public byte[] close(String purpose, UUID owner, byte[] secret) {
    return Gcm.close(key(purpose), bytes(owner), secret);
  }

  /**
   * @throws IllegalStateException if it was sealed with another house's key, for another purpose or
   *     owner, or was changed since
   */
  public byte[] open(String purpose, UUID owner, byte[] sealed) {
    try {
      return Gcm.open(key(purpose), bytes(owner), sealed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "can't open what is sealed for " + purpose + ": is it DIESTRA_SECRET_KEY of old?", e);
    }
  }

  /**
   * What only this house can write under that purpose: HMAC-SHA256 under a key of its own.
   *
   * @return 32 bytes
   */
  public byte[] sign(String purpose, byte[] text) {
    return Hmac.of(Objects.requireNonNull(key("sign:" + purpose).getEncoded()), text);
  }

  private SecretKey key(String purpose) {
    return keys.computeIfAbsent(purpose, this::derived);
  }

  private static byte[] bytes(UUID owner) {
    return ByteBuffer.allocate(Long.BYTES * 2)
        .putLong(owner.getMostSignificantBits())
        .putLong(owner.getLeastSignificantBits())
        .array();
  }

  private SecretKey derived(String purpose) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveKey(
              "AES",
              HKDFParameterSpec.ofExtract()
                  .addIKM(houseKey)
                  .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), 32));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
