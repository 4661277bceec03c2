package org.diestra.platform.timers;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The door to what falls due later. Setting and cancelling belong to the business transaction: they
 * happen when it commits, or not at all.
 */
@Service
public class Timers {
  private static final int LONGEST_KEY = 200;
  private final TimerStore store;
  private final ObjectProvider<Scheduler> scheduler; // which itself waits for every timer's module
  private final Audit audit;
  private final Clock clock;

  Timers(TimerStore store, ObjectProvider<Scheduler> scheduler, Audit audit, Clock clock) {
    this.store = store;
    this.scheduler = scheduler;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Lets that timer ring once it is due; at once, after the commit, when it is already. Setting the
   * same timer with the same key for the same instant again changes nothing.
   *
   * @param timer the name of a {@link Timer}
   * @param key what it rings for, usually an id; 1 to 200 characters
   */
  @Transactional
  public void at(Instant due, String timer, String key) {
    Names.check(timer);
    check(key);
    store.set(new Setting(timer, key, due));
    if (!due.isAfter(clock.instant())) {
      afterCommit();
    }
  }

  /** The same for many keys, in one statement. */
  @Transactional
  public void at(Instant due, String timer, Collection<String> keys) {
    Names.check(timer);
    keys.forEach(Timers::check);
    if (keys.isEmpty()) {
      return;
    }
    store.set(keys.stream().map(key -> new Setting(timer, key, due)).toList());
    if (!due.isAfter(clock.instant())) {
      afterCommit();
    }
  }

  private static void check(String key) {
    if (key.isEmpty() || key.length() > LONGEST_KEY) {
      throw new IllegalArgumentException("a timer's key has 1 to 200 characters: " + key);
    }
  }

  /**
   * Takes back whatever is set for that key; what is ringing just now can't be stopped any more.
   */
  @Transactional
  public void cancel(String timer, String key) {
    store.cancel(timer, key);
  }

  /** When that timer will ring for the key, in order; also when it will be tried again. */
  public List<Instant> set(String timer, String key) {
    return store.set(timer, key);
  }

  /** The hundred timers that failed for the last time most recently. */
  public List<GivenUp> givenUp() {
    return store.givenUp();
  }

  /**
   * Lets a timer that was given up ring once more, with all its tries.
   *
   * @return false when it is no longer among them
   */
  @Transactional
  public boolean tryAgain(String timer, String key, Instant dueAt) {
    var setting = new Setting(timer, key, dueAt);
    if (!store.takeBack(setting)) {
      return false;
    }
    store.set(setting);
    audit.record(Deed.of("timers", "try-again").with("timer", timer).with("key", key));
    afterCommit();
    return true;
  }

  private void afterCommit() {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            scheduler.ifAvailable(Scheduler::triggerCheckForDueExecutions);
          }
        });
  }
}
