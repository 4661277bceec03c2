package org.diestra.platform.signin;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Passwords: how they are kept and compared. Argon2id with 19 MiB, two passes and one lane, the
 * first choice of OWASP's password storage guide. As one hash keeps a core busy, they take at most
 * half of the cores; the rest wait, so that a storm of sign-ins can't starve the pages.
 */
@Component
public class Passwords {
  private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
  private final Semaphore atOnce =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);
  private final PasswordStore store;
  private final Clock clock;

  /** Compared with where there is no account, so that both take the same time. */
  private final String nobody;

  Passwords(PasswordStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
    this.nobody = hash("nobody signs in with this");
  }

  /** A salted hash that {@link #matches} understands, about 100 characters. */
  String hash(String password) {
    return alone(() -> argon2.encode(normal(password)));
  }

  /** Compares in constant time; a person without a password never matches, as slowly. */
  public boolean matches(@Nullable PersonId person, String password) {
    var kept = person == null ? null : store.hashOf(person);
    boolean same = alone(() -> argon2.matches(normal(password), kept == null ? nobody : kept));
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

  private <T> T alone(Supplier<T> work) {
    atOnce.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      atOnce.release();
    }
  }
}
