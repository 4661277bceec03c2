package org.diestra.platform.signin;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/**
 * Passwords: how they are kept and compared. Argon2id with 19 MiB, two passes and one lane, the
 * first choice of OWASP's password storage guide. As one hash keeps a core busy, they take at most
 * half of the cores; the rest wait, so that a storm of sign-ins can't starve the pages.
 */
@Component
public class Passwords {
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LANES = 1;
  private static final int KIBIBYTES = 19_456;
  private static final int PASSES = 2;
  static final Argon2PasswordEncoder ARGON2 =
      new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, KIBIBYTES, PASSES);
  private final Semaphore atOnce =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);
  private final PasswordStore store;
  private final Clock clock;

  /** Compared with where there is no account, so that both take the same time. */
  private final String nobody = ofNobody();

  Passwords(PasswordStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** A salted hash that {@link #matches} understands, about 100 characters. */
  String hash(String password) {
    return alone(() -> ARGON2.encode(normal(password)));
  }

  /** Compares in constant time; a person without a password never matches, as slowly. */
  public boolean matches(@Nullable PersonId person, String password) {
    var kept = person == null ? null : store.hashOf(person);
    boolean same = alone(() -> ARGON2.matches(normal(password), kept == null ? nobody : kept));
    return same && kept != null;
  }

  /** When it was last set; empty for a person without one. */
  Optional<Instant> changedAt(PersonId person) {
    return store.changedAt(person);
  }

  boolean has(PersonId person) {
    return store.hashOf(person) != null;
  }

  void set(PersonId person, String hash) {
    store.set(person, hash, clock.instant());
  }

  /**
   * NFKC, so that the same letters typed on another keyboard are the same password (NIST 800-63B).
   */
  private static String normal(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }

  /** Of the same form as a hash, and the hash of nothing: to find one would take a core a while. */
  static String ofNobody() {
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(KIBIBYTES, PASSES, LANES, random(SALT_BYTES), random(HASH_BYTES));
  }

  private static String random(int bytes) {
    return Base64.getEncoder()
        .withoutPadding()
        .encodeToString(KeyGenerators.secureRandom(bytes).generateKey());
  }

  private <T> T alone(Supplier<T> work) {
    atOnce.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      atOnce.release();
    }
  }
}
