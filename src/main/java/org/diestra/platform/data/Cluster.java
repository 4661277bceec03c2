package org.diestra.platform.data;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.util.FileSystemUtils;

/**
 * The database files in {@code cluster} and the three programs that work on them: initdb, pg_ctl
 * and the server. Not for several threads.
 */
final class Cluster {
  /** The major version of the programs that we carry, and so of the files they work on. */
  static final int MAJOR = 18;

  private static final int START_SECONDS = 120; // recovery after a crash may read much
  private static final int STOP_SECONDS = 20;
  private static final String PID_FILE = "postmaster.pid";

  private final Path home;
  private final Path programs;
  private final Path files;
  private final Account account;
  private final boolean durable;
  private int port;

  /**
   * @param home where it all lies; its real path, for the server's command line is compared with it
   * @param durable false for tests: a commit does not wait for the disk
   */
  Cluster(Path home, Account account, boolean durable) throws IOException {
    this.home = home;
    this.account = account;
    this.durable = durable;
    this.programs = Binaries.in(home);
    this.files = home.resolve("cluster");
  }

  int port() {
    return port;
  }

  boolean exists() {
    return Files.exists(files.resolve("PG_VERSION"));
  }

  /** Makes it under a name of its own and renames it: a start that breaks off leaves nothing. */
  void create(String password) throws IOException {
    var half = Files.createDirectory(home.resolve("new-" + UUID.randomUUID()));
    var secret = Files.writeString(half.resolve("password"), password);
    Files.setPosixFilePermissions(secret, Binaries.permissions(0600));
    account.own(secret);
    account.own(half);
    var made = half.resolve("cluster");
    var command =
        new ArrayList<>(
            List.of(
                program("initdb"),
                "-D",
                made.toString(),
                "-U",
                "postgres",
                "-E",
                "UTF8",
                "--auth-local=reject",
                "--auth-host=scram-sha-256",
                "--pwfile=" + secret,
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "-T",
                "simple",
                "--no-instructions"));
    if (!durable) {
      command.add("--no-sync");
    }
    run(command, START_SECONDS);
    Files.move(made, files, StandardCopyOption.ATOMIC_MOVE);
    FileSystemUtils.deleteRecursively(half);
  }

  /**
   * Ends what a killed application left running, or clears what a killed server left lying. A
   * process that is not our server, whatever its number, is never touched.
   */
  void clear() throws IOException {
    account.own(files);
    if (isRunning()) {
      stop();
    } else {
      Files.deleteIfExists(pidFile());
    }
  }

  void start() throws IOException {
    for (int attempt = 1; ; attempt++) {
      try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        port = free.getLocalPort();
      }
      try {
        startAgain();
        return;
      } catch (CannotStart e) {
        // between looking and taking, another program may have taken the port
        if (attempt == 3 || !log().contains("could not bind")) {
          throw e;
        }
      }
    }
  }

  /** Starts on the port it had, where the pool looks for it. */
  void startAgain() throws IOException {
    Files.deleteIfExists(pidFile());
    if (Files.exists(logFile())) {
      Files.move(
          logFile(), files.resolve("server.log.before"), StandardCopyOption.REPLACE_EXISTING);
    }
    var options =
        "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=60"
                .formatted(port)
            + " -c jit=off -c timezone=UTC -c log_timezone=UTC -c log_checkpoints=off"
            + (durable ? "" : " -F -c synchronous_commit=off -c full_page_writes=off");
    run(
        List.of(
            program("pg_ctl"),
            "-D",
            files.toString(),
            "-w",
            "-t",
            "" + START_SECONDS,
            "-l",
            logFile().toString(),
            "-o",
            options,
            "start"),
        START_SECONDS + 10);
  }

  void stop() throws IOException {
    run(
        List.of(
            program("pg_ctl"),
            "-D",
            files.toString(),
            "-m",
            "fast",
            "-w",
            "-t",
            "" + STOP_SECONDS,
            "stop"),
        STOP_SECONDS + 10);
  }

  /** Whether the process that the pid file names lives and is the server of these files. */
  boolean isRunning() throws IOException {
    return isRunning(files);
  }

  static boolean isRunning(Path files) throws IOException {
    var first = pidLines(files).stream().findFirst().orElse("");
    return first.matches("\\d{1,9}")
        && commandLine(Long.parseLong(first)).contains(files.toString());
  }

  /** Where the server of these files listens; none where none runs, or it is just starting. */
  static OptionalInt portOf(Path files) throws IOException {
    var lines = pidLines(files); // process, files, started, port (PostgreSQL's miscinit.c)
    return isRunning(files) && lines.size() > 3 && lines.get(3).matches("\\d{1,5}")
        ? OptionalInt.of(Integer.parseInt(lines.get(3)))
        : OptionalInt.empty();
  }

  private static List<String> pidLines(Path files) throws IOException {
    try {
      return Files.readAllLines(files.resolve(PID_FILE));
    } catch (NoSuchFileException none) {
      return List.of();
    }
  }

  /** Empty for a dead process, and for one that is dead but not yet buried. */
  private static String commandLine(long pid) {
    try {
      return Files.isDirectory(Path.of("/proc/self"))
          ? Files.readString(Path.of("/proc/" + pid + "/cmdline"), StandardCharsets.ISO_8859_1)
          : ProcessHandle.of(pid).flatMap(p -> p.info().commandLine()).orElse("");
    } catch (IOException gone) {
      return "";
    }
  }

  private void run(List<String> command, int seconds) throws IOException {
    var answer = Command.run(account.command(command), home, Duration.ofSeconds(seconds));
    if (!answer.succeeded()) {
      throw new CannotStart(
          "PostgreSQL failed: %s See %s.".formatted(lastLine(answer.output(), log()), logFile()));
    }
  }

  /** What the server itself says tells more than what the program that started it says. */
  private static String lastLine(String output, String log) {
    var fatal = log.lines().filter(line -> line.contains("FATAL:")).reduce((a, b) -> b);
    var said = output.lines().filter(line -> !line.isBlank()).reduce((a, b) -> b);
    return fatal.or(() -> said).orElse("it says nothing.");
  }

  private String log() throws IOException {
    return Files.exists(logFile()) ? Files.readString(logFile()) : "";
  }

  private String program(String name) {
    return programs.resolve("bin").resolve(name).toString();
  }

  private Path pidFile() {
    return files.resolve(PID_FILE);
  }

  private Path logFile() {
    return files.resolve("server.log");
  }
}
