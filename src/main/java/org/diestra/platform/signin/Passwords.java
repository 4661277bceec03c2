package org.diestra.platform.signin;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Passwords: how they are kept and compared. As one hash keeps a core busy, they take at most half
 * of the cores, and those with patience; the rest wait, so that a storm of sign-ins can't starve
 * the pages.
 */
@Component
public class Passwords {
  private static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
  private final Executor turns = Executors.newFixedThreadPool(AT_ONCE, Passwords::thread);
  private final Queue<Argon2id> free = new ConcurrentLinkedQueue<>();
  private final PasswordStore store;
  private final Clock clock;

  /** Compared with where there is no account, so that both take the same time. */
  private final String nobody = Argon2id.ofNothing();

  Passwords(PasswordStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
    for (int i = 0; i < AT_ONCE; i++) {
      free.add(new Argon2id());
    }
  }

  /** A salted hash that {@link #matches} understands, about 100 characters. */
  String hash(String password) {
    return alone(a -> a.encode(normal(password)));
  }

  /** Compares in constant time; a person without a password never matches, as slowly. */
  public boolean matches(@Nullable PersonId person, String password) {
    var kept = person == null ? null : store.hashOf(person);
    boolean same = alone(a -> a.matches(normal(password), kept == null ? nobody : kept));
    return same && kept != null;
  }

  /** Of a password that somebody chose for a thing, not a person; as slow. */
  public String hashOf(String password) {
    return hash(password);
  }

  /** Compares with such a hash, in constant time. */
  public boolean matches(String password, String hash) {
    return alone(a -> a.matches(normal(password), hash));
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

  private <T> T alone(Function<Argon2id, T> work) {
    try {
      return CompletableFuture.supplyAsync(() -> done(work), turns).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException ours ? ours : e;
    }
  }

  private <T> T done(Function<Argon2id, T> work) {
    var one = free.remove(); // there are as many as threads
    try {
      return work.apply(one);
    } finally {
      free.add(one);
    }
  }

  private static Thread thread(Runnable work) {
    return Thread.ofPlatform().daemon().name("passwords").unstarted(Patience.of(work));
  }
}
