package org.diestra.money.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.TestFolder;
import org.diestra.platform.backup.Backups;
import org.diestra.platform.base.Ids;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.blobs.Purpose;
import org.diestra.platform.data.CannotStart;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.data.KeptData;
import org.diestra.platform.data.OwnPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A backup that is taken while money moves, brought back beside the house it was taken of. */
@HouseTest
class BackupUnderLoadTests {
  @Autowired private Ledger ledger;
  @Autowired private Books books;
  @Autowired private Examination examination;
  @Autowired private HouseRights house;
  @Autowired private Blobs blobs;
  @Autowired private People people;
  @Autowired private Clock clock;

  @Value("${diestra.data}")
  private Path data;

  @TempDir private Path folder;

  private final Account escrow = Account.escrow(Ids.fresh(), Ids.fresh(), Ids.fresh());

  @Test
  void booksAndFilesAreWholeAndNothingAcknowledgedIsMissing() throws Exception {
    var book = books.fresh();
    var picture = file("before");
    Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    var file = folder.resolve("house.tgz");
    List<String> before;
    Blob meanwhile;
    var done = new AtomicBoolean();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 2; i++) {
        threads.submit(() -> {
          for (int posted = 1; !done.get(); posted++) {
            acknowledged.add(post(book));
            if (posted % 20 == 0) {
              ledger.chain();
            }
          }
        });
      }
      try {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> acknowledged.size() > 20);
        before = List.copyOf(acknowledged);
        Backups.take(data, file);
        meanwhile = file("after");
      } finally {
        done.set(true);
      }
    }
    var late = post(book);
    assertThat(acknowledged.size()).as("posted while it was taken").isGreaterThan(before.size());

    var there = TestFolder.fresh();
    Backups.bringBack(file, there);
    withoutItsLogItIsNoDatabase(there);
    try (var _ = OwnPostgres.in(there.resolve("postgres"), false);
        var connection = KeptData.connect(there).orElseThrow()) {
      var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
      var restored = new Examination(new EntryStore(jdbc), jdbc, house, clock);
      assertThat(restored.examine()).isEqualTo(examination.examine());
      assertThat(keys(jdbc, book)).containsAll(before).doesNotContain(late);
      assertThat(shelf(there, picture)).hasSameBinaryContentAs(blobs.file(picture));
      assertThat(shelf(there, meanwhile)).doesNotExist(); // or we would look at the house itself
      assertThat(missing(jdbc, there)).isEmpty();
    }
  }

  /** The negative control: were the copied files enough, the log would prove nothing. */
  private void withoutItsLogItIsNoDatabase(Path there) throws IOException {
    spareUnpackingThePrograms(there);
    var log = there.resolve("postgres/cluster/pg_wal");
    rename(log, "([0-9A-F]{24})", "$1.aside");
    assertThatThrownBy(() -> OwnPostgres.in(there.resolve("postgres"), false).close())
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("checkpoint");
    rename(log, "(.*)\\.aside", "$1");
  }

  private static void rename(Path folder, String from, String to) throws IOException {
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        var name = file.getFileName().toString();
        if (name.matches(from)) {
          Files.move(file, file.resolveSibling(name.replaceFirst(from, to)));
        }
      }
    }
  }

  private void spareUnpackingThePrograms(Path there) throws IOException {
    try (var ours = Files.newDirectoryStream(data.resolve("postgres"), "programs-*")) {
      for (var each : ours) {
        var link = there.resolve("postgres").resolve(each.getFileName());
        Files.createSymbolicLink(link, each.toRealPath());
      }
    }
  }

  private String post(Book book) {
    var entry = books.fund(book, escrow, 100);
    books.post(entry);
    return entry.key();
  }

  private Blob file(String text) throws IOException {
    var owner = people.assistant("Ana").id();
    var bytes = (text + " " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
    return blobs
        .store(new ByteArrayInputStream(bytes), Purpose.SAMPLE, text + ".txt", owner.value())
        .orFail();
  }

  private static List<String> keys(JdbcClient jdbc, Book book) {
    return jdbc.sql("select key from ledger.entry where book = ?")
        .param(book.toString())
        .query(String.class)
        .list();
  }

  /** Files of which the copied database speaks, which are in the house and not in the copy. */
  private List<String> missing(JdbcClient jdbc, Path there) {
    return jdbc.sql("select encode(sha256, 'hex') from blobs.content").query(String.class).stream()
        .filter(hex -> Files.exists(shelf(data, hex)) && !Files.exists(shelf(there, hex)))
        .toList();
  }

  private static Path shelf(Path data, Blob blob) {
    return shelf(data, blob.sha256().hex());
  }

  private static Path shelf(Path data, String hex) {
    return data.resolve("blobs")
        .resolve(hex.substring(0, 2))
        .resolve(hex.substring(2, 4))
        .resolve(hex);
  }
}
