package org.diestra.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.diestra.Diestra;
import org.diestra.platform.data.KeptData;
import org.springframework.util.FileSystemUtils;

/**
 * A server in a process of its own, so that what it costs is not mixed with what asking costs: the
 * house with the demo, or a peer to compare it with.
 */
final class Served implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(12);
  private static final Pattern USED = Pattern.compile("(?i:tenured).* used (\\d+)K");
  private final Process process;
  private final int port;
  private final Path data;

  private Served(Process process, int port, Path data) {
    this.process = process;
    this.port = port;
    this.data = data;
  }

  /** The house on a fresh data folder, durable and without its tests, as {@code bin/start} runs. */
  static Served house() throws Exception {
    var data = Files.createTempDirectory("diestra-bench");
    int port = freePort();
    var settings =
        Map.of(
            "DIESTRA_PORT",
            "" + port,
            "DIESTRA_DATA",
            data.resolve("data").toString(),
            "DIESTRA_DEMO",
            "true");
    // the database's own account must get through to its folder
    Files.setPosixFilePermissions(
        data, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
    return start(Diestra.class, settings, port, data, "-Xmx384m").awaited("/health");
  }

  static Served peer(Class<?> main) throws Exception {
    int port = freePort();
    var data = Files.createTempDirectory("diestra-peer");
    return start(main, Map.of("PORT", "" + port), port, data, "-Xmx384m").awaited("/1");
  }

  String address() {
    return "http://localhost:" + port;
  }

  /** Seconds of CPU so far, its PostgreSQL's included. */
  double cpu() {
    return Processes.cpu(pids());
  }

  /** As the superuser of its database, for filling it. */
  Connection database() throws Exception {
    return KeptData.connect(data.resolve("data")).orElseThrow();
  }

  /** Megabytes that it holds on to: what a collection leaves, which is older than the youngest. */
  long heldMegabytes() throws Exception {
    ask("GC.run");
    return USED.matcher(ask("GC.heap_info"))
            .results()
            .mapToLong(m -> Long.parseLong(m.group(1)))
            .sum()
        / 1024;
  }

  private String ask(String command) throws Exception {
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    var asked = new ProcessBuilder(jcmd, "" + process.pid(), command).start();
    return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  long residentMegabytes() {
    return Processes.residentMegabytes(process.pid());
  }

  private List<Long> pids() {
    var pids = new ArrayList<>(List.of(process.pid()));
    var server = data.resolve("data/postgres/cluster/postmaster.pid");
    try {
      if (Files.exists(server)) {
        pids.add(Long.parseLong(Files.readAllLines(server).getFirst()));
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return pids;
  }

  private static Served start(
      Class<?> main, Map<String, String> settings, int port, Path data, String heap)
      throws IOException {
    boolean house = main == Diestra.class;
    var classPath =
        Arrays.stream(System.getProperty("java.class.path").split(":"))
            .filter(entry -> !house || !entry.endsWith("test-classes"))
            .collect(Collectors.joining(":"));
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseCompactObjectHeaders",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            heap,
            "-cp",
            classPath,
            main.getName());
    builder.environment().keySet().removeIf(name -> name.startsWith("DIESTRA_"));
    builder.environment().putAll(settings);
    builder.redirectErrorStream(true).redirectOutput(data.resolve("output.log").toFile());
    return new Served(builder.start(), port, data);
  }

  private Served awaited(String path) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create(address() + path)).build();
      while (System.nanoTime() < end && process.isAlive()) {
        try {
          if (client.send(request, BodyHandlers.discarding()).statusCode() == 200) {
            return this;
          }
        } catch (IOException notYet) {
          Thread.onSpinWait();
        }
        Thread.sleep(100);
      }
    }
    close();
    throw new IllegalStateException("it did not start; see " + data.resolve("output.log"));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws IOException {
    boolean alive = process.isAlive();
    process.destroy();
    process.onExit().join();
    if (alive) {
      FileSystemUtils.deleteRecursively(data);
    }
  }
}
