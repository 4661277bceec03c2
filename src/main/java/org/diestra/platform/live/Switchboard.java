package org.diestra.platform.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.diestra.platform.accounts.CurrentSessions;
import org.diestra.platform.accounts.PersonAuthentication;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.live.LiveStore.Known;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Component;

/**
 * All lines of this node, and the one thread that puts events on them. A new line and a person with
 * news are the same to it: somebody to be looked after, from the last number each line has.
 */
@Component
class Switchboard implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Switchboard.class);

  /** Lines of one person: visible tabs on all devices. */
  static final int MOST_EACH = 10;

  /** Lines of this node. */
  static final int MOST = 20_000;

  /** Events that are fetched for one person at once. */
  private static final int MOST_EVENTS = 100;

  private static final int PEOPLE_AT_ONCE = 500;

  private final LiveStore store;
  private final Signal signal;
  private final CurrentSessions sessions;
  private final Rounds rounds = new Rounds();
  private final Map<PersonId, List<Stream>> lines = new ConcurrentHashMap<>();
  private final Set<PersonId> waiting = ConcurrentHashMap.newKeySet();
  private final Set<PersonId> leaving = ConcurrentHashMap.newKeySet();
  private final Semaphore bell = new Semaphore(0);
  private volatile @Nullable Thread thread;

  Switchboard(LiveStore store, Signal signal, CurrentSessions sessions) {
    this.store = store;
    this.signal = signal;
    this.sessions = sessions;
  }

  /**
   * Takes a line in. Where its person has the most already, the oldest gives way: a browser that
   * leaves a page says nothing, and until the next word finds it gone its line still counts.
   *
   * @return false when this node has too many, or closes
   */
  boolean connect(Stream line) {
    if (thread == null || count() >= MOST) {
      return false;
    }
    var gaveWay = new ArrayList<Stream>();
    lines.compute(
        line.person(),
        (person, all) -> {
          var own = all == null ? new CopyOnWriteArrayList<Stream>() : all;
          if (own.size() >= MOST_EACH) {
            gaveWay.add(own.removeFirst());
          }
          own.add(line);
          return own;
        });
    gaveWay.forEach(Stream::close);
    lookAfter(line.person());
    return true;
  }

  void disconnect(Stream line) {
    lines.computeIfPresent(
        line.person(),
        (person, own) -> {
          own.remove(line);
          return own.isEmpty() ? null : own;
        });
  }

  int count() {
    return lines.values().stream().mapToInt(List::size).sum();
  }

  int count(PersonId person) {
    return lines.getOrDefault(person, List.of()).size();
  }

  /** Whoever signs out in one tab closes the lines of all of that session. */
  @EventListener
  void left(LogoutSuccessEvent event) {
    if (event.getAuthentication() instanceof PersonAuthentication person) {
      leaving.add(person.person());
      bell.release();
    }
  }

  private void lookAfter(PersonId person) {
    waiting.add(person);
    bell.release();
  }

  private void lookAfter(@Nullable Collection<PersonId> people) {
    waiting.addAll(people == null ? lines.keySet() : people);
    bell.release();
  }

  private void work() {
    while (thread == Thread.currentThread()) {
      try {
        if (bell.tryAcquire(Rounds.TICK.toMillis(), TimeUnit.MILLISECONDS)) {
          bell.drainPermits();
        }
        if (rounds.poll(signal.isUp())) {
          waiting.addAll(lines.keySet());
        }
        bringNews();
        makeRounds();
      } catch (DataAccessException e) {
        LOG.warn("live events wait for the database: {}", e.getMessage());
      } catch (RuntimeException e) {
        LOG.error("live events go on after a fault", e); // else nobody would hear anything more
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void bringNews() {
    while (!waiting.isEmpty()) {
      var some = waiting.stream().limit(PEOPLE_AT_ONCE).toList();
      some.forEach(waiting::remove); // before the look: who is added meanwhile is looked at again
      try {
        bringNews(some);
      } catch (DataAccessException e) {
        waiting.addAll(some);
        throw e;
      }
    }
  }

  private void bringNews(List<PersonId> people) {
    var known = new HashMap<PersonId, Known>();
    for (var person : people) {
      for (var line : lines.getOrDefault(person, List.of())) {
        known.merge(person, new Known(line.sent(), line.sent()), (k, one) -> k.and(one.least()));
      }
    }
    if (known.isEmpty()) {
      return;
    }
    store
        .after(known, MOST_EVENTS)
        .forEach((person, told) -> {
          boolean all = told.events().size() < MOST_EVENTS;
          for (var line : lines.getOrDefault(person, List.of())) {
            if (!line.tell(told, all)) {
              waiting.add(person);
            }
          }
        });
  }

  /** Beats on each line in its turn, and ends those whose time or session is over. */
  private void makeRounds() {
    var turn = rounds.next();
    if (turn.beats()) {
      all().forEach(Stream::beat);
    }
    if (turn.checksSessions()) {
      endWithout(all());
    } else if (!leaving.isEmpty()) {
      var people = List.copyOf(leaving);
      people.forEach(leaving::remove);
      endWithout(people.stream().flatMap(p -> lines.getOrDefault(p, List.of()).stream()).toList());
    }
  }

  private List<Stream> all() {
    return lines.values().stream().flatMap(List::stream).toList();
  }

  private void endWithout(List<Stream> some) {
    var open = sessions.open(some.stream().map(Stream::session).collect(Collectors.toSet()));
    some.stream().filter(line -> !open.contains(line.session())).forEach(Stream::close);
  }

  @Override
  public void start() {
    var working = Thread.ofPlatform().daemon().name("live").unstarted(this::work);
    thread = working; // before it runs: it ends as soon as it finds another here
    working.start();
    signal.start(this::lookAfter);
  }

  /** Before the server waits for its answers to end: these never would. */
  @Override
  public void stop() {
    var working = thread;
    thread = null;
    signal.stop();
    bell.release();
    if (working != null) {
      await(working);
    }
    all().forEach(Stream::close);
  }

  private static void await(Thread working) {
    try {
      working.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  @Override
  public int getPhase() {
    return DEFAULT_PHASE;
  }
}
