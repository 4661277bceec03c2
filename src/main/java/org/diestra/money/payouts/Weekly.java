package org.diestra.money.payouts;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** The standing order: each Monday, all that is available and enough. */
@Service
class Weekly {
  private static final LocalTime MORNING = LocalTime.of(6, 0); // UTC
  private static final int AT_ONCE = 200;
  private final WeeklyStore store;
  private final Payouts payouts;
  private final PayoutLock lock;
  private final HouseRights house;
  private final TransactionOperations transactions;
  private final Audit audit;
  private final Clock clock;

  Weekly(
      WeeklyStore store,
      Payouts payouts,
      PayoutLock lock,
      HouseRights house,
      TransactionOperations transactions,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.payouts = payouts;
    this.lock = lock;
    this.house = house;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /** When it is its turn, or nothing where there is none. */
  @Transactional(readOnly = true)
  public Optional<Instant> next(PersonId person) {
    return house.call(() -> store.next(person));
  }

  /** Asking twice changes nothing, like ending it twice. */
  @Transactional
  public Instant begin(Viewer viewer) {
    return house.call(() -> {
      lock.of(viewer.id());
      var now = clock.instant();
      if (store.begin(viewer.id(), now, monday(now))) {
        audit.record(deed("weekly", viewer));
      }
      return store.next(viewer.id()).orElseThrow();
    });
  }

  @Transactional
  public boolean end(Viewer viewer) {
    return house.call(() -> {
      lock.of(viewer.id());
      boolean ended = store.end(viewer.id());
      if (ended) {
        audit.record(deed("weekly-end", viewer));
      }
      return ended;
    });
  }

  /**
   * Whose turn it is; run again, or cut off in the middle, nobody is paid twice.
   *
   * @throws IllegalStateException at the end, if it failed for somebody: everybody else had theirs
   */
  void run() {
    var failed = new LinkedHashMap<PersonId, RuntimeException>();
    List<PersonId> due;
    do {
      int most = AT_ONCE + failed.size();
      due =
          house.call(() -> store.due(clock.instant(), most)).stream()
              .filter(person -> !failed.containsKey(person))
              .toList();
      due.forEach(person -> tried(person, failed));
    } while (!due.isEmpty());
    if (!failed.isEmpty()) {
      var why = new IllegalStateException("weekly payouts failed: " + failed.keySet());
      failed.values().forEach(why::addSuppressed);
      throw why;
    }
  }

  private void tried(PersonId person, Map<PersonId, RuntimeException> failed) {
    try {
      transactions.executeWithoutResult(t -> house.call(() -> turn(person)));
    } catch (RuntimeException fault) {
      failed.put(person, fault);
    }
  }

  private boolean turn(PersonId person) {
    lock.of(person);
    var now = clock.instant();
    if (store.next(person).filter(next -> !next.isAfter(now)).isEmpty()) {
      return false;
    }
    payouts.available(person).forEach(h -> payouts.requestAll(person, Ids.fresh(), h.book()));
    store.turn(person, monday(now));
    return true;
  }

  /** The first Monday morning after that. */
  static Instant monday(Instant now) {
    var morning = now.atOffset(ZoneOffset.UTC).with(MORNING);
    var monday = morning.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    return (monday.toInstant().isAfter(now) ? monday : monday.plusWeeks(1)).toInstant();
  }

  private static Deed deed(String action, Viewer viewer) {
    return Deed.of("payouts", action).by(viewer.id().value()).on("person", viewer.id().value());
  }
}
