package org.diestra.platform.mail;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.diestra.platform.data.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/**
 * Carries letters from the box to the server on threads of its own, so that a server that hangs
 * holds up nothing but mail, and each letter for itself: one that can't be sent keeps no other
 * back.
 */
class Postman implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
  private static final int ROUNDS_AT_ONCE = 4;
  private static final int LETTERS_A_ROUND = 10;
  private final LetterStore store;
  private final Outlet outlet;
  private final Duration patience;
  private final Clock clock;
  private final Semaphore rounds = new Semaphore(ROUNDS_AT_ONCE);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * @param patience how long one letter may take in all, however slowly the server talks
   */
  Postman(LetterStore store, Outlet outlet, Duration patience, Clock clock) {
    this.store = store;
    this.outlet = outlet;
    this.patience = patience;
    this.clock = clock;
  }

  /** Looks into the box, unless enough are under way already. Returns at once. */
  void wake() {
    if (!outlet.isOpen() || !rounds.tryAcquire()) {
      return;
    }
    try {
      threads.execute(this::goRounds);
    } catch (RejectedExecutionException closing) {
      rounds.release();
    }
  }

  /** True when nobody is under way and nothing is due. */
  boolean isQuiet() {
    if (outlet.isOpen() && store.anyDue(clock.instant())) {
      wake();
      return false;
    }
    return rounds.availablePermits() == ROUNDS_AT_ONCE;
  }

  private void goRounds() {
    try {
      Caller.house()
          .run(() -> {
            while (!Thread.currentThread().isInterrupted() && round()) {}
          });
    } catch (RuntimeException e) {
      LOG.error("a round of mail broke off", e);
    } finally {
      rounds.release();
    }
  }

  private boolean round() {
    var letters = store.take(clock.instant(), LETTERS_A_ROUND);
    try (var line = new Line(outlet)) {
      letters.forEach(letter -> carry(letter, line));
    }
    return !letters.isEmpty();
  }

  private void carry(Queued letter, Line line) {
    var sending = threads.submit(() -> line.send(letter));
    try {
      sending.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      store.sent(letter.id(), clock.instant());
    } catch (TimeoutException tooSlow) {
      sending.cancel(true); // which closes the socket it waits on
      line.drop();
      later(letter, "no end after " + patience);
    } catch (ExecutionException e) {
      failed(letter, e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      sending.cancel(true);
      Thread.currentThread().interrupt();
    }
  }

  private void failed(Queued letter, Throwable why) {
    var said = Verdict.words(why);
    LOG.warn("letter {} of kind {} was not sent: {}", letter.id(), letter.kind(), said);
    if (why instanceof MessagingException refusal && !Verdict.forGood(refusal)) {
      later(letter, said);
    } else {
      store.fail(letter.id(), said);
    }
  }

  private void later(Queued letter, String error) {
    var waits = Waits.after(letter.tries());
    if (waits.isPresent()) {
      store.postpone(letter.id(), clock.instant().plus(waits.get()), error);
    } else {
      store.fail(letter.id(), error);
    }
  }

  @Override
  public void destroy() {
    threads.shutdownNow();
  }

  /** How long until the next try: from a minute to a day, for three days in all. */
  static final class Waits {
    private static final List<Duration> ALL =
        List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(12),
            Duration.ofHours(24),
            Duration.ofHours(24));

    private Waits() {}

    static Optional<Duration> after(int tries) {
      return tries > ALL.size() ? Optional.empty() : Optional.of(ALL.get(Math.max(tries, 1) - 1));
    }
  }
}
