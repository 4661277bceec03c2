package org.diestra.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.diestra.platform.base.Hash;
import org.diestra.platform.data.HouseClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of a house that stands still, and what is refused. */
class BackupTests {
  @TempDir private Path folder;
  private Path house;
  private Path file;

  @BeforeEach
  void aHouse() throws IOException {
    house = folder.resolve("data");
    file = folder.resolve("house.tgz");
    put("secret.key", "key");
    Modes.set(house.resolve("secret.key"), 0600);
    put("blobs/ab/cd/abcd", "picture");
    put("blobs/parts/1.part", "half an upload");
    put("search/index/1.cfs", "index");
    put("of-tomorrow/thing", "nobody thought of it");
    put("postgres/lock", "");
    put("postgres/programs-1/bin/postgres", "program");
    put("postgres/cluster/PG_VERSION", "18");
    put("postgres/cluster/base/1/2", "rows");
    put("postgres/cluster/pg_wal/000000010000000000000001", "log");
    put("postgres/cluster/server.log", "noise");
    Files.createDirectories(house.resolve("postgres/cluster/pg_notify"));
    Modes.set(house.resolve("postgres/cluster"), 0700);
  }

  @Test
  void whatIsNotMadeAnewComesBackWithItsRights() throws IOException {
    Backups.take(house, file);
    var there = folder.resolve("there");
    Backups.bringBack(file, there);
    try (var all = Files.walk(there)) {
      assertThat(all.filter(Files::isRegularFile).map(each -> there.relativize(each).toString()))
          .containsExactlyInAnyOrder(
              "secret.key",
              "blobs/ab/cd/abcd",
              "of-tomorrow/thing",
              "postgres/cluster/PG_VERSION",
              "postgres/cluster/base/1/2",
              "postgres/cluster/pg_wal/000000010000000000000001");
    }
    assertThat(there.resolve("postgres/cluster/pg_notify")).isDirectory();
    assertThat(Files.readString(there.resolve("blobs/ab/cd/abcd"))).isEqualTo("picture");
    assertThat(Modes.of(there.resolve("secret.key"))).isEqualTo(0600);
    assertThat(Modes.of(there.resolve("postgres/cluster"))).isEqualTo(0700);
    assertThat(Modes.of(file)).isEqualTo(0600);
  }

  @Test
  void aPlaceThatIsTakenOrWithinTheHouseIsRefused() throws IOException {
    Files.writeString(file, "of yesterday");
    assertThatThrownBy(() -> Backups.take(house, file)).hasMessageContaining("is there already");
    assertThat(Files.readString(file)).isEqualTo("of yesterday");
    assertThatThrownBy(() -> Backups.take(house, house.resolve("blobs/house.tgz")))
        .hasMessageContaining("choose a place outside");
    assertThatThrownBy(() -> Backups.take(folder.resolve("nothing"), folder.resolve("b.tgz")))
        .hasMessageContaining("there is no house in");
  }

  @Test
  void aDiskThatWouldBeFullIsLeftAsItWas() throws IOException {
    var backup = new Backup(house, HouseClock.fixedToTheMachine());
    assertThatThrownBy(() -> backup.to(file, () -> RoomLeft.KEEP_FREE - 1))
        .hasMessageContaining("no room");
    assertThat(folder).isDirectoryNotContaining("glob:**house.tgz*");
    backup.to(file, () -> RoomLeft.KEEP_FREE);
    assertThat(file).exists();
  }

  @Test
  void nothingIsWrittenOverAHouse() throws IOException {
    Backups.take(house, file);
    assertThatThrownBy(() -> Backups.bringBack(file, house)).hasMessageContaining("is not empty");
    assertThat(house.resolve("search/index/1.cfs")).exists();
  }

  @Test
  void whatABrokenOffReturnLeftIsClearedAway() throws IOException {
    Backups.take(house, file);
    var there = Files.createDirectories(folder.resolve("there"));
    Files.createDirectories(there.resolve("restoring-half/postgres"));
    Backups.bringBack(file, there);
    assertThat(there.resolve("restoring-half")).doesNotExist();
    assertThat(there.resolve("postgres/cluster/PG_VERSION")).exists();
  }

  @Test
  void aDamagedOneOrHalfOfOneLeavesNothing() throws IOException {
    Backups.take(house, file);
    var whole = Files.readAllBytes(file);
    var there = folder.resolve("there");
    for (int length : new int[] {0, 5, whole.length / 2, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> Backups.bringBack(file, there)).isInstanceOf(Hindrance.class);
      assertThat(there).isEmptyDirectory();
    }
    Files.writeString(file, "something else");
    assertThatThrownBy(() -> Backups.bringBack(file, there)).hasMessageContaining("no backup");
    assertThat(there).isEmptyDirectory();
  }

  /** With gzip's own sum right, as after a copy that was packed anew: ours tell. */
  @Test
  void aByteThatChangedIsFoundByItsChecksum() throws IOException {
    assertThat(read(packed(Header.ofThisBuild(HouseClock.fixedToTheMachine().instant()), "rows")))
        .isEqualTo(3);
    var honest = Packing.SUMS + "000000003.sha256";
    var lying =
        written(to -> {
          to.text(Header.NAME, Header.ofThisBuild(HouseClock.fixedToTheMachine().instant()).text());
          to.text("postgres/a", "rows");
          to.bytes(honest, (Hash.of("other rows") + "  postgres/a\n").getBytes(), 0600);
          to.end();
        });
    assertThatThrownBy(() -> read(lying)).hasMessageContaining("damaged");
  }

  @Test
  void anotherPostgresANewerDiestraAndAnotherFormatAreToldApart() throws IOException {
    var now = HouseClock.fixedToTheMachine().instant();
    var ours = Header.ofThisBuild(now);
    assertThatThrownBy(() -> read(packed(new Header(1, 19, now, ours.migrations()), "x")))
        .hasMessageContaining("PostgreSQL 19");
    var more = Stream.concat(ours.migrations().stream(), Stream.of("jobs/V99__more.sql")).toList();
    assertThatThrownBy(() -> read(packed(new Header(1, ours.postgres(), now, more), "x")))
        .hasMessageContaining("jobs/V99__more.sql");
    assertThatThrownBy(() -> read(packed(new Header(2, 18, now, ours.migrations()), "x")))
        .hasMessageContaining("format 2");
    var less = ours.migrations().subList(1, ours.migrations().size());
    assertThat(read(packed(new Header(1, ours.postgres(), now, less), "x"))).isEqualTo(3);
  }

  @Test
  void noNameReachesOutOfTheFolder() throws IOException {
    var hostile =
        written(to -> {
          to.text(Header.NAME, Header.ofThisBuild(HouseClock.fixedToTheMachine().instant()).text());
          to.text("../outside", "x");
          to.end();
        });
    assertThatThrownBy(() -> read(hostile)).hasMessageContaining("outside");
    assertThat(folder.resolve("outside")).doesNotExist();
  }

  private interface Contents {
    void into(Packing to) throws IOException;
  }

  private Path packed(Header header, String rows) throws IOException {
    return written(to -> {
      to.text(Header.NAME, header.text());
      to.text("postgres/a", rows);
      to.end();
    });
  }

  private Path written(Contents contents) throws IOException {
    try (var to = new Packing(Files.newOutputStream(file))) {
      contents.into(to);
    }
    return file;
  }

  private long read(Path packed) throws IOException {
    var half = Files.createTempDirectory(folder, "half");
    try (var in = Files.newInputStream(packed)) {
      return new Unpacking(half).read(in);
    }
  }

  private void put(String name, String text) throws IOException {
    var place = house.resolve(name);
    Files.createDirectories(place.getParent());
    Files.writeString(place, text);
  }
}
