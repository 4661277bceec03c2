package org.diestra.platform.live;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.diestra.platform.accounts.PersonId;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The door: tell somebody's open pages that something changed. A page that shows it waits for the
 * name: {@code hx-trigger="${Live.waits("thread", thread.toString())}"}.
 */
@Service
public class Live {
  private static final Pattern KIND = Pattern.compile("[a-z]{1,20}");
  private static final Pattern KEY = Pattern.compile("[0-9A-Za-z]{0,40}");

  private final LiveStore store;
  private final Clock clock;

  Live(LiveStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Something of that name changed for that person. */
  record News(PersonId person, String kind, String key) {
    News {
      if (!KIND.matcher(kind).matches() || !KEY.matcher(key).matches()) {
        throw new IllegalArgumentException("not a name of what changed: " + kind + "-" + key);
      }
    }
  }

  /**
   * Tells somebody, if the surrounding transaction commits, and right after it did. The same thing
   * told twice in a transaction is told once.
   *
   * @param kind what kind of thing, the same for each: 1–20 small letters
   * @param key which one, as it stands in an address; empty where the person has but one
   */
  @Transactional
  public void tell(PersonId person, String kind, String key) {
    tell(List.of(person), kind, key);
  }

  /** The same for many. */
  @Transactional
  public void tell(Collection<PersonId> people, String kind, String key) {
    var told = told();
    people.forEach(person -> told.add(new News(person, kind, key)));
  }

  /** What makes a fragment load itself again: its thing changed, or the line missed too much. */
  public static String waits(String kind, String key) {
    var name = key.isEmpty() ? kind : kind + "-" + key;
    return "live:%s from:body delay:60ms, live:reset from:body delay:60ms".formatted(name);
  }

  private Told told() {
    if (TransactionSynchronizationManager.getResource(this) instanceof Told told) {
      return told;
    }
    var told = new Told();
    TransactionSynchronizationManager.bindResource(this, told);
    TransactionSynchronizationManager.registerSynchronization(told);
    return told;
  }

  /**
   * Keeps what was told until just before the commit, and then writes it in the order of people.
   * Each row of {@code live.line} is a lock until the commit: taken last, it is held for a moment,
   * and taken in order, no two transactions wait for each other.
   */
  private final class Told implements TransactionSynchronization {
    private final LinkedHashSet<News> all = new LinkedHashSet<>();
    private boolean written;

    void add(News news) {
      if (all.add(news) && written) {
        store.write(List.of(news), clock.instant()); // by what another does before the commit
      }
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      store.write(List.copyOf(all), clock.instant());
      written = true;
    }

    /** Behind whatever else a transaction does at its end. */
    @Override
    public int getOrder() {
      return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResource(Live.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(Live.this, this);
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(Live.this);
    }
  }
}
