package org.diestra.platform.base;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 (RFC 2104, FIPS 180-4): 32 bytes that only who knows the key can make. */
public final class Hmac {
  private static final String NAME = "HmacSHA256";

  private Hmac() {}

  /**
   * @param key of at least one byte
   */
  public static byte[] of(byte[] key, byte[] text) {
    try {
      var mac = Mac.getInstance(NAME);
      mac.init(new SecretKeySpec(key, NAME));
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
