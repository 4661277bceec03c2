package org.diestra.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * How long {@code bin/start} takes until the first page on a built tree, its PostgreSQL included,
 * and what the JVM holds then. The first run on the fresh folder makes the database and is told
 * apart.
 */
final class StartBench {
  private static final int STARTS = 5;
  private static final double MOST_SECONDS = 3;
  private static final double MOST_MEGABYTES = 400;

  private StartBench() {}

  /** One start: seconds of the clock and of CPU, and megabytes. */
  private record Start(double seconds, double cpu, long megabytes) {}

  public static void main(String[] args) throws Exception {
    var report = new Report("start");
    var data = Files.createTempDirectory("start-bench");
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
    try {
      start(data); // builds and trains where somebody has changed something
      FileSystemUtils.deleteRecursively(data.resolve("data"));
      var first = start(data);
      report.fact("seconds, first start of a house", first.seconds);
      var starts = new ArrayList<Start>();
      for (int i = 0; i < STARTS; i++) {
        starts.add(start(data));
      }
      report.fact("seconds, later starts", starts.stream().map(Start::seconds).toList());
      report.fact("CPU seconds, later starts", starts.stream().map(Start::cpu).toList());
      report.limit("seconds to the first page, median", median(starts), MOST_SECONDS);
      report.limit(
          "megabytes of the JVM",
          starts.stream().mapToLong(Start::megabytes).max().orElseThrow(),
          MOST_MEGABYTES);
    } finally {
      FileSystemUtils.deleteRecursively(data);
    }
    report.end();
  }

  private static double median(List<Start> starts) {
    return starts.stream()
        .mapToDouble(Start::seconds)
        .sorted()
        .skip(STARTS / 2)
        .findFirst()
        .orElseThrow();
  }

  private static Start start(Path data) throws Exception {
    int port = freePort();
    var builder =
        new ProcessBuilder(
            "bin/start",
            "--no-demo",
            "--port",
            "" + port,
            "--data",
            data.resolve("data").toString());
    builder.redirectErrorStream(true).redirectOutput(data.resolve("output.log").toFile());
    long began = System.nanoTime();
    var process = builder.start();
    try (var client = HttpClient.newHttpClient()) {
      var page = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/")).build();
      while (status(client, page) != 200) {
        if (!process.isAlive()) {
          throw new IllegalStateException(Files.readString(data.resolve("output.log")));
        }
        Thread.sleep(20);
      }
      double seconds = Math.round((System.nanoTime() - began) / 1e7) / 100.0;
      // the script has become the JVM by then
      return new Start(
          seconds,
          Processes.cpu(List.of(process.pid())),
          Processes.residentMegabytes(process.pid()));
    } finally {
      process.destroy();
      process.onExit().join();
    }
  }

  private static int status(HttpClient client, HttpRequest page) throws InterruptedException {
    try {
      return client.send(page, BodyHandlers.discarding()).statusCode();
    } catch (IOException notYet) {
      return 0;
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
