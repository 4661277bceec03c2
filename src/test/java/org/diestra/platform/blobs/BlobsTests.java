package org.diestra.platform.blobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.diestra.HouseTest;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@HouseTest
class BlobsTests {
  private static final Duration LONG = Duration.ofDays(4);

  @Autowired private Blobs blobs;
  @Autowired private Shelf shelf;
  @Autowired private TransactionTemplate transactions;
  @Autowired private Clock clock;

  @Test
  void whatWasStoredIsReadBack() throws Exception {
    var owner = Ids.fresh();
    var text = unique();

    var blob = store(text, "Año nuevo.txt", owner);

    assertThat(blobs.get(blob.id())).isEqualTo(blob);
    assertThat(blob.name()).isEqualTo("Año nuevo.txt");
    assertThat(blob.type()).isEqualTo(FileType.TXT);
    assertThat(read(blob)).isEqualTo(text);
  }

  @Test
  void theSameBytesAreKeptOnceForTwoOwners() throws Exception {
    var text = unique();

    var mine = store(text, "mine.txt", Ids.fresh());
    var theirs = store(text, "theirs.md", Ids.fresh());

    assertThat(mine.id()).isNotEqualTo(theirs.id());
    assertThat(mine.sha256()).isEqualTo(theirs.sha256());
    assertThat(theirs.type()).isEqualTo(FileType.MARKDOWN);
  }

  @Test
  void manyWhoBringTheSameBytesAtOnceAllHaveThem() throws Exception {
    var text = unique();
    try (var pool = Executors.newFixedThreadPool(8)) {
      var all =
          pool.invokeAll(
              IntStream.range(0, 32)
                  .<Callable<Blob>>mapToObj(i -> () -> store(text, i + ".txt", Ids.fresh()))
                  .toList());
      var ids = all.stream().map(f -> f.resultNow().id()).collect(Collectors.toSet());
      assertThat(ids).hasSize(32);
      for (var done : all) {
        assertThat(read(done.resultNow())).isEqualTo(text);
      }
    }
    assertThat(shelf.parts().folder()).isEmptyDirectory();
  }

  @Test
  void aRefusedFileLeavesNothing() throws Exception {
    var outcome =
        blobs.store(
            new ByteArrayInputStream(SampleFiles.exe()), Purpose.SAMPLE, "cv.pdf", Ids.fresh());

    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(shelf.parts().folder()).isEmptyDirectory();
  }

  /** A plain file lies where a folder of the shelf should be made: the last step fails. */
  @Test
  void whatCannotBePutInItsPlaceIsRefusedAndLeavesNothing() throws Exception {
    var text = unique();
    while (Files.exists(shelf.file(sha(text)).getParent().getParent())) {
      text = unique();
    }
    var obstacle = Files.createFile(shelf.file(sha(text)).getParent().getParent());
    var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));

    var outcome = blobs.store(in, Purpose.SAMPLE, "a.txt", Ids.fresh());
    Files.delete(obstacle);

    assertThat(outcome.<String>fold(Blob::name, why -> why.key())).isEqualTo("blobs.full");
    assertThat(shelf.parts().folder()).isEmptyDirectory();
    assertThat(read(store(text, "a.txt", Ids.fresh()))).isEqualTo(text);
  }

  @Test
  void whatIsReceivedAndNotKeptIsGone() throws Exception {
    var in = new ByteArrayInputStream(unique().getBytes(StandardCharsets.UTF_8));
    try (var received = blobs.receive(in, Purpose.SAMPLE, "a.txt").orFail()) {
      assertThat(received.file()).exists();
    }
    assertThat(shelf.parts().folder()).isEmptyDirectory();
  }

  @Test
  void whatSomebodyElseBroughtCannotBeNamed() throws Exception {
    var owner = Ids.fresh();
    var blob = store(unique(), "a.txt", owner);

    assertThat(blobs.broughtBy(owner, blob.id())).isEqualTo(blob);
    assertThatThrownBy(() -> blobs.broughtBy(Ids.fresh(), blob.id())).isInstanceOf(NotFound.class);
  }

  @Test
  void bytesCutByADiskFaultAreHealedByTheNextWhoBringsThem() throws Exception {
    var text = unique();
    var blob = store(text, "a.txt", Ids.fresh());
    Files.writeString(blobs.file(blob), "cut");

    store(text, "b.txt", Ids.fresh());

    assertThat(read(blob)).isEqualTo(text);
  }

  @Test
  void theSweepTakesWhatNobodyHolds() throws Exception {
    var blob = store(unique(), "a.txt", Ids.fresh());

    blobs.sweep(clock.instant());
    assertThat(blobs.find(blob.id())).isPresent();

    blobs.sweep(clock.instant().plus(LONG));
    assertThat(blobs.find(blob.id())).isEmpty();
    assertThat(blobs.file(blob)).doesNotExist();
  }

  @Test
  void theSweepLeavesWhatSomebodyHoldsUntilItIsReleased() throws Exception {
    var thing = Ids.fresh();
    var blob = store(unique(), "a.txt", Ids.fresh());
    blobs.hold(blob.id(), "test.thing", thing);

    blobs.sweep(clock.instant().plus(LONG));
    assertThat(read(blob)).isNotEmpty();

    blobs.releaseAll("test.thing", thing);
    blobs.sweep(clock.instant().plus(LONG));
    assertThat(blobs.find(blob.id())).isEmpty();
  }

  @Test
  void bytesStayAsLongAsOneOfTheirOwnersNeedsThem() throws Exception {
    var text = unique();
    var gone = store(text, "a.txt", Ids.fresh());
    var held = store(text, "b.txt", Ids.fresh());
    blobs.hold(held.id(), "test.thing", Ids.fresh());

    blobs.sweep(clock.instant().plus(LONG));

    assertThat(blobs.find(gone.id())).isEmpty();
    assertThat(read(held)).isEqualTo(text);
  }

  @Test
  void whatWasMadeFromBytesGoesWithThem() throws Exception {
    var blob = store(unique(), "a.txt", Ids.fresh());
    var made =
        blobs.derive(blob, FileType.TXT, new ByteArrayInputStream(unique().getBytes())).orFail();

    blobs.sweep(clock.instant().plus(LONG));

    assertThat(blobs.find(made.id())).isEmpty();
    assertThat(blobs.file(made)).doesNotExist();
  }

  @Test
  void theSweepClearsDeadUploadsAndStrayBytes() throws Exception {
    var stray = store(unique(), "a.txt", Ids.fresh());
    var lost = new Sha256("00".repeat(31) + "77");
    Files.createDirectories(shelf.file(lost).getParent());
    Files.copy(blobs.file(stray), shelf.file(lost));
    var dead = Files.writeString(shelf.parts().folder().resolve("dead.part"), "half");
    var old = FileTime.from(Instant.now().minus(LONG)); // the disk's time, not the movable one
    Files.setLastModifiedTime(dead, old);
    Files.setLastModifiedTime(shelf.file(lost), old);
    var arriving = Files.writeString(shelf.parts().folder().resolve("new.part"), "half");

    blobs.sweep(clock.instant());

    assertThat(dead).doesNotExist();
    assertThat(shelf.file(lost)).doesNotExist();
    assertThat(arriving).exists();
    Files.delete(arriving);
  }

  @Test
  void aReferenceMadeWhileTheSweepRunsSavesTheFile() throws Exception {
    var blob = store(unique(), "a.txt", Ids.fresh());
    try (var pool = Executors.newSingleThreadExecutor()) {
      var sweep =
          transactions.execute(tx -> {
            blobs.hold(blob.id(), "test.thing", Ids.fresh());
            var running = pool.submit(() -> blobs.sweep(clock.instant().plus(LONG)));
            sleep();
            return running;
          });
      sweep.get();
    }
    assertThat(read(blob)).isNotEmpty();
  }

  @Test
  void aBroughtBackFileIsStoredAnewAfterItsTransactionFailed() throws Exception {
    var text = unique();
    transactions.executeWithoutResult(tx -> {
      unchecked(() -> store(text, "a.txt", Ids.fresh()));
      tx.setRollbackOnly();
    });

    assertThat(read(store(text, "a.txt", Ids.fresh()))).isEqualTo(text);
  }

  @Test
  void othersWithTheSameBytesAreTwins() throws Exception {
    var text = unique();
    var original = store(text, "a.txt", Ids.fresh());
    blobs.hold(original.id(), "test.thing", Ids.fresh());
    var owner = Ids.fresh();
    var copy = store(text, "b.txt", owner);
    var again = store(text, "c.txt", owner);
    blobs.hold(again.id(), "test.thing", Ids.fresh());

    assertThat(blobs.twins(copy)).containsExactly(original);
  }

  private Blob store(String text, String name, UUID owner) throws IOException {
    var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    return blobs.store(in, Purpose.SAMPLE, name, owner).orFail();
  }

  private String read(Blob blob) throws IOException {
    try (var in = blobs.open(blob)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Sha256 sha(String text) throws Exception {
    var digest = MessageDigest.getInstance("SHA-256");
    return Sha256.of(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String unique() {
    return "Some text, " + Ids.fresh();
  }

  private static void sleep() {
    unchecked(() -> {
      Thread.sleep(300);
      return true;
    });
  }

  private static <T> T unchecked(Callable<T> action) {
    try {
      return action.call();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
