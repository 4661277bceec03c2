package org.diestra.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.diestra.HouseTest;
import org.diestra.platform.base.Fluency;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.WorkWeek;
import org.diestra.platform.search.ChangeStore.Change;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions commit in another order than they began; a follower must miss none of them. */
@HouseTest
class OrderTests {
  private static final int THINGS = 150;
  private static final int WRITERS = 6;
  private static final int TURNS = 60;

  @Autowired private ChangeStore changes;
  @Autowired private Search search;
  @Autowired private TransactionTemplate transactions;

  /** What a follower would have in its index, title by id. */
  private final Map<UUID, String> index = new HashMap<>();

  private final UUID follower = Ids.fresh();
  private String position = "";

  @AfterEach
  void end() {
    changes.end(follower);
  }

  @Test
  void whoeverBeganFirstAndCommitsLastIsSeen() throws Exception {
    position = changes.begin(follower);
    var early = Ids.fresh();
    var late = Ids.fresh();
    var written = new CountDownLatch(1);
    var mayCommit = new CountDownLatch(1);
    try (var other = Executors.newSingleThreadExecutor()) {
      var first =
          other.submit(() ->
              transactions.executeWithoutResult(tx -> {
                put(early, "early");
                written.countDown();
                waitFor(mayCommit);
              }));
      waitFor(written);
      transactions.executeWithoutResult(tx -> put(late, "late"));

      follow();
      assertThat(index).containsEntry(late, "late").doesNotContainKey(early);

      mayCommit.countDown();
      first.get();
    }
    follow();

    assertThat(index).containsEntry(late, "late").containsEntry(early, "early");
  }

  @Test
  void whatWasSeenIsNotSeenAgain() {
    position = changes.begin(follower);
    transactions.executeWithoutResult(tx -> put(Ids.fresh(), "once"));
    follow();
    index.clear();

    follow();

    assertThat(index).isEmpty();
  }

  @Test
  void anEntryArrivesWhole() {
    position = changes.begin(follower);
    var zone = ZoneId.of("America/Bogota");
    var entry =
        Entry.of(Kind.ASSISTANT, Ids.fresh(), Instant.parse("2026-11-18T12:00:00.123Z"))
            .title("Contable \"y\" más\n🙂")
            .detail("Excel")
            .body("Diez años")
            .with(Facet.AREA, "bookkeeping")
            .speaks(new Fluency("es", Fluency.Level.NATIVE))
            .measure(Measure.RATING, 475)
            .signal(Ranking.Signal.REPUTATION, 0.7)
            .works(WorkWeek.daily(zone, 8, 16, DayOfWeek.MONDAY))
            .build();
    transactions.executeWithoutResult(tx -> search.put(entry));
    var arrived = new ArrayList<Entry>();

    changes.since(position, change -> arrived.add(change.entry()));

    assertThat(arrived).contains(entry);
  }

  @Test
  void underManyWritersTheIndexEndsAsTheDatabase() throws Exception {
    position = changes.begin(follower);
    var truth = new ConcurrentHashMap<UUID, String>();
    var things = new ArrayList<UUID>();
    var locks = new HashMap<UUID, ReentrantLock>();
    for (int i = 0; i < THINGS; i++) {
      var id = Ids.fresh();
      things.add(id);
      locks.put(id, new ReentrantLock());
    }
    try (var writers = Executors.newFixedThreadPool(WRITERS)) {
      for (int w = 0; w < WRITERS; w++) {
        var random = new Random(w);
        var other = Ids.fresh();
        writers.submit(() -> {
          for (int turn = 0; turn < TURNS; turn++) {
            write(things.get(random.nextInt(THINGS)), other, random, locks, truth);
          }
        });
      }
      writers.shutdown();
      while (!writers.awaitTermination(3, TimeUnit.MILLISECONDS)) {
        follow();
      }
    }
    follow();
    index.keySet().retainAll(things);

    assertThat(index).isEqualTo(truth);
  }

  /** One transaction: begins with another thing, then locks its own, as an owner's row would. */
  private void write(
      UUID thing,
      UUID other,
      Random random,
      Map<UUID, ReentrantLock> locks,
      Map<UUID, String> truth) {
    var lock = locks.get(thing);
    var title = "v" + random.nextInt(1_000_000);
    boolean gone = random.nextInt(5) == 0;
    boolean undone = random.nextInt(6) == 0;
    try {
      transactions.executeWithoutResult(tx -> {
        put(other, "early id"); // so that transaction ids are not in the order of the locks
        pause(random);
        lock.lock();
        if (gone) {
          search.remove(Kind.JOB, thing);
        } else {
          put(thing, title);
        }
        pause(random);
        if (undone) {
          tx.setRollbackOnly();
        }
      });
      if (!undone && gone) {
        truth.remove(thing);
      } else if (!undone) {
        truth.put(thing, title);
      }
    } finally {
      if (lock.isHeldByCurrentThread()) {
        lock.unlock();
      }
    }
  }

  private void put(UUID id, String title) {
    search.put(Entry.of(Kind.JOB, id, Instant.EPOCH).title(title).build());
  }

  private void follow() {
    position = changes.since(position, this::take);
  }

  private void take(Change change) {
    var entry = change.entry();
    if (entry == null) {
      index.remove(change.id());
    } else {
      index.put(change.id(), entry.texts().getFirst().words());
    }
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void pause(Random random) {
    try {
      Thread.sleep(random.nextInt(4));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
