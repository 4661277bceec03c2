package org.diestra.platform.base;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM (NIST SP 800-38D) with a random nonce of 96 bits before what is sealed: one key seals
 * up to 2³² times.
 */
public final class Gcm {
  /** So much longer is what is sealed. */
  public static final int OVERHEAD = 1 + 12 + 16;

  private static final byte FORMAT = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Gcm() {}

  /**
   * @param key 256 bits
   * @param about what it belongs to, not stored: the same must be named to open it
   */
  public static byte[] close(SecretKey key, byte[] about, byte[] secret) {
    var nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      var sealed = cipher(Cipher.ENCRYPT_MODE, key, about, nonce).doFinal(secret);
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
   * @throws GeneralSecurityException if it was sealed with another key, about something else, or
   *     was changed since
   */
  public static byte[] open(SecretKey key, byte[] about, byte[] sealed)
      throws GeneralSecurityException {
    if (sealed.length < OVERHEAD || sealed[0] != FORMAT) {
      throw new GeneralSecurityException("not sealed here");
    }
    var nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE_BYTES);
    return cipher(Cipher.DECRYPT_MODE, key, about, nonce)
        .doFinal(sealed, 1 + NONCE_BYTES, sealed.length - 1 - NONCE_BYTES);
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] about, byte[] nonce)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(about);
    return cipher;
  }
}
