package org.diestra.platform.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.diestra.TestFolder;
import org.diestra.platform.data.OwnPostgres.Login;
import org.junit.jupiter.api.Test;

/** What may happen to a database that runs beside its application; on the real programs. */
class OwnPostgresTests {
  private static final Path FOLDER = TestFolder.fresh().resolve("postgres");

  @Test
  void rowsOutliveAKilledApplication() throws Exception {
    try (var child = lone(FOLDER)) {
      var login = login(child);
      write(login, "killed-application");
      long orphan = postmaster(FOLDER);
      child.kill();
      assertThat(ProcessHandle.of(orphan)).isPresent();

      try (var again = OwnPostgres.in(FOLDER, true)) {
        assertThat(has(again.owner(), "killed-application")).isTrue();
        assertThat(postmaster(FOLDER)).isNotEqualTo(orphan);
      }
      awaitNoServer(FOLDER);
    }
  }

  @Test
  void rowsOutliveAKilledApplicationWithItsKilledServer() throws Exception {
    try (var child = lone(FOLDER)) {
      write(login(child), "both-killed");
      long server = postmaster(FOLDER);
      child.kill();
      ProcessHandle.of(server).orElseThrow().destroyForcibly();

      try (var again = OwnPostgres.in(FOLDER, true)) {
        assertThat(has(again.owner(), "both-killed")).isTrue();
      }
    }
  }

  @Test
  void aProcessThatHappensToHaveTheServersNumberIsLeftAlone() throws Exception {
    OwnPostgres.in(FOLDER, true).close();
    var bystander = new ProcessBuilder("sleep", "600").start();
    try {
      Files.writeString(pidFile(FOLDER), bystander.pid() + "\n" + FOLDER + "\n");
      try (var postgres = OwnPostgres.in(FOLDER, true)) {
        write(postgres.owner(), "bystander");
      }
      assertThat(bystander.isAlive()).isTrue();
    } finally {
      bystander.destroyForcibly();
    }
  }

  @Test
  void aSecondStartIsRefusedAndTheFirstUnharmed() throws Exception {
    try (var first = OwnPostgres.in(FOLDER, true)) {
      try (var second = lone(FOLDER)) {
        assertThat(second.awaitEnd()).isEqualTo(1);
        assertThat(second.said())
            .containsExactly(
                "DIESTRA_DATA: %s is in use by another Diestra that is running."
                    .formatted(FOLDER.toRealPath().getParent()));
      }
      assertThatThrownBy(() -> OwnPostgres.in(FOLDER, true)).isInstanceOf(CannotStart.class);
      write(first.owner(), "second-start");
    }
  }

  @Test
  void aKilledServerComesBackWhereItWas() throws Exception {
    try (var postgres = OwnPostgres.in(FOLDER, true)) {
      write(postgres.owner(), "healed");
      ProcessHandle.of(postmaster(FOLDER)).orElseThrow().destroyForcibly();
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .ignoreExceptionsInstanceOf(SQLException.class)
          .until(() -> has(postgres.owner(), "healed"));
    }
    awaitNoServer(FOLDER);
  }

  @Test
  void aTermSignalStopsTheServerToo() throws Exception {
    try (var child = lone(FOLDER)) {
      login(child);
      assertThat(child.stop()).isEqualTo(143);
    }
    awaitNoServer(FOLDER);
  }

  @Test
  void aStartThatBrokeOffWhileMakingTheDatabaseLeavesNothingBehind() throws Exception {
    var folder = TestFolder.fresh().resolve("postgres");
    try (var child = lone(folder)) {
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofMillis(10))
          .until(() -> isMakingADatabase(folder));
      child.kill();
      assertThat(folder.resolve("cluster")).doesNotExist();
    }
    try (var again = OwnPostgres.in(folder, false)) {
      write(again.owner(), "begun-anew");
    }
    OwnPostgres.in(folder, false).close(); // clears what the orphaned initdb still wrote
    try (var halves = Files.newDirectoryStream(folder, "new-*")) {
      assertThat(halves).isEmpty();
    }
  }

  @Test
  void onlyTheOwnerOfTheFolderKnowsItsSecrets() throws Exception {
    try (var postgres = OwnPostgres.in(FOLDER, true)) {
      var wrong = new Login(postgres.owner().url(), "postgres", "guessed");
      assertThatThrownBy(() -> write(wrong, "intruder"))
          .hasMessageContaining("password authentication failed");
      assertThat(Files.getPosixFilePermissions(FOLDER.resolve("password")))
          .isEqualTo(Binaries.permissions(0600));
      assertThat(Files.getPosixFilePermissions(FOLDER.resolve("cluster")))
          .isEqualTo(Binaries.permissions(0700));
    }
  }

  private static Child lone(Path folder) throws IOException {
    return Child.start(LonePostgres.class, Map.of(), folder.toString());
  }

  private static Login login(Child child) {
    var words = child.awaitLine("up ").split(" ");
    return new Login(words[1], words[2], words[3]);
  }

  private static boolean isMakingADatabase(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (var halves = Files.newDirectoryStream(folder, "new-*")) {
      for (var half : halves) {
        if (Files.isDirectory(half.resolve("cluster"))) {
          return true;
        }
      }
      return false;
    }
  }

  private static Path pidFile(Path folder) {
    return folder.resolve("cluster").resolve("postmaster.pid");
  }

  private static long postmaster(Path folder) throws IOException {
    return Long.parseLong(Files.readAllLines(pidFile(folder)).getFirst());
  }

  private static void awaitNoServer(Path folder) {
    var files = folder.resolve("cluster").toString();
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() ->
            ProcessHandle.allProcesses()
                .noneMatch(p -> p.info().commandLine().orElse("").contains(files)));
  }

  private static void write(Login login, String what) throws SQLException {
    try (var connection = DriverManager.getConnection(login.url(), login.user(), login.password());
        var sql = connection.createStatement()) {
      sql.execute("create table if not exists public.lived_through (what text)");
      sql.execute("insert into public.lived_through values ('" + what + "')");
    }
  }

  private static boolean has(Login login, String what) throws SQLException {
    try (var connection = DriverManager.getConnection(login.url(), login.user(), login.password());
        var sql = connection.createStatement();
        var rows =
            sql.executeQuery("select from public.lived_through where what = '" + what + "'")) {
      return rows.next();
    }
  }
}
