package org.diestra.platform.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.diestra.HouseTest;
import org.diestra.platform.base.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/** One node's index on the real database: it follows, survives what befalls it, and is renewed. */
@HouseTest
class IndexingTests {
  @Autowired private ChangeStore changes;
  @Autowired private Search search;
  @Autowired private TransactionTemplate transactions;
  @Autowired private Clock clock;
  @TempDir private Path data;

  /** A word of this test's own. */
  private final String word = "w" + Ids.fresh().toString().replace("-", "");

  private final List<Entry> told = new ArrayList<>();
  private Indexing node;

  @BeforeEach
  void start() {
    node = started();
    await().until(() -> node.state().ready());
  }

  @AfterEach
  void stop() throws IOException {
    node.stop();
    try (var left = Files.list(data.resolve("search"))) {
      left.forEach(index -> changes.end(UUID.fromString(index.getFileName().toString())));
    }
  }

  private Indexing started() {
    var indexing = new Indexing(new IndexFolder(data, changes), changes, sources());
    indexing.start();
    return indexing;
  }

  /** A second is promised; a machine that runs other tests meanwhile gets three. */
  @Test
  void whatIsCommittedIsFoundSoonAndByTheDoor() {
    var soon = Duration.ofSeconds(3);
    var entry = committed("uno");

    await().atMost(soon).until(() -> found().equals(List.of(entry.id())));
    await()
        .atMost(soon)
        .until(() -> search.find(criteria()).orElseThrow().ids().equals(List.of(entry.id())));
  }

  @Test
  void whatIsRolledBackIsNot() {
    transactions.executeWithoutResult(tx -> {
      search.put(entry("uno"));
      tx.setRollbackOnly();
    });
    var later = committed("dos");

    await().until(() -> found().equals(List.of(later.id())));
  }

  @Test
  void nothingIsPutOutsideATransaction() {
    assertThatThrownBy(() -> search.put(entry("uno")))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void afterACrashItGoesOnWhereItsLastCommitStood() throws IOException {
    var before = committed("antes");
    await().until(() -> found().contains(before.id()));
    node.stop();
    var missed = committed("mientras");
    transactions.executeWithoutResult(tx -> search.remove(before.kind(), before.id()));
    crashAfterTakingIn();

    node = started();

    await().until(() -> found().equals(List.of(missed.id())));
    assertThat(told).isEmpty();
  }

  /** Opens the index, takes the changes in, and ends without a commit. */
  private void crashAfterTakingIn() throws IOException {
    try (var index = new IndexFolder(data, changes).open().orElseThrow()) {
      changes.since(index.committed(), index::take);
      index.refresh();
    }
  }

  @Test
  void aDeletedFolderIsNoticedAndMadeAnewFromTheSources() throws IOException {
    var entry = committed("uno");
    await().until(() -> found().contains(entry.id()));
    told.add(entry);
    told.add(entry("dos"));

    FileSystemUtils.deleteRecursively(data.resolve("search"));

    await().until(() -> found().size() == 2);
  }

  @Test
  void aDamagedFileIsNoticedAtTheNextStart() throws IOException {
    var entry = committed("uno");
    await().until(() -> found().contains(entry.id()));
    told.add(entry);
    node.stop();
    damage();

    node = started();

    await().until(() -> found().contains(entry.id()));
    assertThat(node.state().entries()).isEqualTo(1);
  }

  @Test
  void aDamagedFileIsNoticedAfterAFailedSearch() throws IOException {
    var entry = committed("uno");
    await().until(() -> found().contains(entry.id()));
    told.add(entry);
    told.add(entry("dos"));
    await().atMost(Duration.ofSeconds(10)).until(() -> !files(".cfs").isEmpty());
    damage();

    node.read(searcher -> {
      throw new IOException("as a damaged file would");
    });

    await().until(() -> found().size() == 2);
  }

  @Test
  void anIndexOfAnotherDatabaseIsNotUsed() throws IOException {
    node.stop();
    var id = Ids.fresh();
    try (var other = Index.create(data.resolve("search"), id, "another life")) {
      other.commit(changes.begin(id));
    }
    told.add(entry("uno"));

    node = started();

    await().until(() -> node.state().ready());
    assertThat(data.resolve("search").resolve(id.toString())).doesNotExist();
  }

  @Test
  void aRebuildServesMeanwhileAndMissesNothing() {
    var old = committed("viejo");
    await().until(() -> found().contains(old.id()));
    var kept = entry("contado");
    var late = new Entry[1];
    told.add(kept);
    whileTelling =
        () -> {
          assertThat(found()).contains(old.id());
          late[0] = committed("entretanto");
        };

    node.renew();

    await().until(() -> late[0] != null && found().containsAll(List.of(kept.id(), late[0].id())));
    assertThat(found()).doesNotContain(old.id());
  }

  @Test
  void aFailingSourceIsTriedAgainAndTheOldIndexServes() {
    var old = committed("viejo");
    await().until(() -> found().contains(old.id()));
    whileTelling =
        () -> {
          throw new IllegalStateException("no source today");
        };

    node.renew();

    await().until(() -> node.state().taken() < 0);
    var later = committed("después");
    await().until(() -> found().containsAll(List.of(old.id(), later.id())));
  }

  @Test
  void whatEveryIndexHasIsClearedAway() {
    var entry = committed("uno");
    await().until(() -> found().contains(entry.id()));

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> waiting().noneMatch(change -> change.id().equals(entry.id())));
  }

  private Stream<ChangeStore.Change> waiting() {
    var all = new ArrayList<ChangeStore.Change>();
    changes.since("1:1:", all::add);
    return all.stream();
  }

  private Runnable whileTelling = () -> {};

  private ObjectProvider<SearchSource> sources() {
    var source =
        new SearchSource() {
          @Override
          public Kind kind() {
            return Kind.JOB;
          }

          @Override
          public void each(Consumer<Entry> out) {
            told.forEach(out);
            var once = whileTelling;
            whileTelling = () -> {};
            once.run();
          }
        };
    return new ObjectProvider<>() {
      @Override
      public Stream<SearchSource> orderedStream() {
        return Stream.of(source);
      }
    };
  }

  private void damage() throws IOException {
    for (var file : files("")) {
      var bytes = Files.readAllBytes(file);
      if (bytes.length > 100) {
        bytes[bytes.length / 2] ^= 0x55;
        Files.write(file, bytes);
      }
    }
  }

  private List<Path> files(String ending) throws IOException {
    try (var all = Files.walk(data.resolve("search"))) {
      return all.filter(Files::isRegularFile).filter(f -> f.toString().endsWith(ending)).toList();
    }
  }

  private Entry entry(String title) {
    return Entry.of(Kind.JOB, Ids.fresh(), Instant.EPOCH).title(title + " " + word).build();
  }

  private Entry committed(String title) {
    var entry = entry(title);
    transactions.executeWithoutResult(tx -> search.put(entry));
    return entry;
  }

  private Criteria criteria() {
    return Criteria.of(Kind.JOB).words(word).build();
  }

  private List<UUID> found() {
    return node.read(searcher -> new Finder(clock).find(searcher, criteria()))
        .map(Found::ids)
        .orElse(List.of());
  }
}
