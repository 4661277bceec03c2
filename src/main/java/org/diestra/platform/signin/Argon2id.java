package org.diestra.platform.signin;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.springframework.security.crypto.keygen.KeyGenerators;

/**
 * Argon2id (RFC 9106) with 19 MiB, two passes and one lane, the first choice of OWASP's password
 * storage guide, written in the PHC string format. It keeps its memory for the next hash: made anew
 * each time, its 19 456 blocks are what the collector of garbage stops all pages for. To be used by
 * one thread at a time.
 */
final class Argon2id {
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LANES = 1;
  private static final int KIBIBYTES = 19_456;
  private static final int PASSES = 2;

  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,3})\\$([\\w+/]+)\\$([\\w+/]+)");

  private final FixedBlockPool memory =
      new FixedBlockPool(Argon2BytesGenerator.getBlockCount(KIBIBYTES, LANES));

  /** About 100 characters, different each time. */
  String encode(String password) {
    var salt = random(SALT_BYTES);
    return text(salt, hash(password, salt, KIBIBYTES, PASSES, LANES, HASH_BYTES));
  }

  /**
   * Compares in constant time, at the costs that the hash names.
   *
   * @throws IllegalArgumentException when that is no hash of this kind
   */
  boolean matches(String password, String encoded) {
    var form = FORM.matcher(encoded);
    if (!form.matches()) {
      throw new IllegalArgumentException("no hash of Argon2id");
    }
    var expected = Base64.getDecoder().decode(form.group(5));
    var found =
        hash(
            password,
            Base64.getDecoder().decode(form.group(4)),
            number(form, 1),
            number(form, 2),
            number(form, 3),
            expected.length);
    return MessageDigest.isEqual(expected, found);
  }

  /** Of the form of a hash, and the hash of nothing: it takes as long to compare with. */
  static String ofNothing() {
    return text(random(SALT_BYTES), random(HASH_BYTES));
  }

  private byte[] hash(
      String password, byte[] salt, int kibibytes, int passes, int lanes, int length) {
    var argon2 = new Argon2BytesGenerator();
    argon2.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withSalt(salt)
            .withMemoryAsKB(kibibytes)
            .withIterations(passes)
            .withParallelism(lanes)
            .withBlockPool(memory)
            .build());
    var hash = new byte[length];
    argon2.generateBytes(password.toCharArray(), hash);
    return hash;
  }

  /** A group that is there whenever the form matches. */
  private static int number(Matcher form, int group) {
    return Integer.parseInt(Objects.requireNonNull(form.group(group)));
  }

  private static String text(byte[] salt, byte[] hash) {
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(KIBIBYTES, PASSES, LANES, base64(salt), base64(hash));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] random(int bytes) {
    return KeyGenerators.secureRandom(bytes).generateKey();
  }
}
