package org.diestra.platform.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.diestra.Diestra;
import org.diestra.TestFolder;
import org.junit.jupiter.api.Test;

/** The application itself, as whoever starts it sees it. */
class StartTests {
  @Test
  void aHouseStartsCalmlyHealsAndEndsWithASignal() throws Exception {
    var data = TestFolder.fresh();
    int port = freePort();
    var settings = Map.of("DIESTRA_DATA", data.toString(), "DIESTRA_PORT", "" + port);
    try (var house = Child.start(Diestra.class, settings)) {
      house.awaitLine("Diestra is open at http://localhost:" + port);
      assertThat(status(port, "/health")).isEqualTo(200);
      assertThat(house.said())
          .hasSizeLessThan(5)
          .noneMatch(line -> line.matches(".*(WARN|ERROR).*"));

      long killed = killServer(data);
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> status(port, "/health") == 200 && server(data) != killed);

      assertThat(house.stop()).isEqualTo(143);
    }
    assertThat(data.resolve("postgres/cluster/PG_VERSION")).exists();
    assertThat(data.resolve("postgres/cluster/postmaster.pid")).doesNotExist();
  }

  @Test
  void aMalformedSettingStopsTheStartWithOneLine() throws Exception {
    var settings = Map.of("DIESTRA_DATA", TestFolder.fresh().toString(), "DIESTRA_PORT", "eighty");
    assertThat(refusal(settings)).containsExactly("DIESTRA_PORT must be a port, 1–65535.");
  }

  @Test
  void aDataFolderInUseStopsTheStartWithOneLine() throws Exception {
    var data = TestFolder.fresh();
    try (var _ = OwnPostgres.in(data.resolve("postgres"), false)) {
      var settings = Map.of("DIESTRA_DATA", data.toString(), "DIESTRA_PORT", "" + freePort());
      assertThat(refusal(settings))
          .containsExactly(
              "DIESTRA_DATA: " + data + " is in use by another Diestra that is running.");
    }
  }

  /** Its process id: another than that of one that was killed says that it was started anew. */
  private static long server(Path data) throws IOException {
    var pidFile = data.resolve("postgres/cluster/postmaster.pid");
    return Long.parseLong(Files.readAllLines(pidFile).getFirst());
  }

  private static long killServer(Path data) throws IOException {
    var server = ProcessHandle.of(server(data)).orElseThrow();
    server.destroyForcibly();
    server.onExit().join();
    return server.pid();
  }

  private static List<String> refusal(Map<String, String> settings) throws Exception {
    try (var house = Child.start(Diestra.class, settings)) {
      assertThat(house.awaitEnd()).isEqualTo(1);
      return house.said();
    }
  }

  private static int status(int port, String path) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build();
      return client.send(request, BodyHandlers.discarding()).statusCode();
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
