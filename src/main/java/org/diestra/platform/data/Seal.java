package org.diestra.platform.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Seals secrets before they are stored, so that a stolen database tells none: AES-256-GCM (NIST SP
 * 800-38D) under a key of its own for each purpose, derived from the house's key by HKDF (RFC
 * 5869). Whose secret it is is sealed in, so that one person's row opens nothing in another's.
 *
 * <p>One key seals up to 2³² secrets, as its nonces are random.
 */
public class Seal {
  private static final byte FORMAT = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int SHORTEST = 1 + NONCE_BYTES + TAG_BITS / 8;

  private final SecretKey houseKey;
  private final SecureRandom random = new SecureRandom();
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
    var nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      var sealed = cipher(Cipher.ENCRYPT_MODE, purpose, owner, nonce).doFinal(secret);
      return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
          .put(FORMAT)
          .put(nonce)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @throws IllegalStateException if it was sealed with another house's key, for another purpose or
   *     owner, or was changed since
   */
  public byte[] open(String purpose, UUID owner, byte[] sealed) {
    if (sealed.length < SHORTEST || sealed[0] != FORMAT) {
      throw new IllegalStateException("not sealed by this house: " + purpose);
    }
    var nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE_BYTES);
    try {
      return cipher(Cipher.DECRYPT_MODE, purpose, owner, nonce)
          .doFinal(sealed, 1 + NONCE_BYTES, sealed.length - 1 - NONCE_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "can't open what is sealed for " + purpose + ": is it DIESTRA_SECRET_KEY of old?", e);
    }
  }

  private Cipher cipher(int mode, String purpose, UUID owner, byte[] nonce)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        mode, keys.computeIfAbsent(purpose, this::derived), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(
        ByteBuffer.allocate(Long.BYTES * 2)
            .putLong(owner.getMostSignificantBits())
            .putLong(owner.getLeastSignificantBits())
            .flip());
    return cipher;
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
