package org.diestra.platform.rooms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.diestra.platform.accounts.PersonId;
import tools.jackson.databind.json.JsonMapper;

/** A coturn of this machine, on loopback alone, which knows the house's secret. */
public final class TurnServer implements AutoCloseable {
  private static final String SECRET = "a secret of this test";
  private final Path folder;
  private final int port;
  private Process process;

  private TurnServer(Path folder, int port) throws IOException {
    this.folder = folder;
    this.port = port;
    process = begin();
  }

  public static boolean isInstalled() {
    return Files.isExecutable(Path.of("/usr/bin/turnserver"));
  }

  public static TurnServer open(Path folder) {
    try (var free = new ServerSocket(0)) {
      int port = free.getLocalPort();
      free.close();
      return new TurnServer(folder, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process begin() throws IOException {
    return new ProcessBuilder(
            List.of(
                "/usr/bin/turnserver",
                "-n",
                "--listening-ip=127.0.0.1",
                "--relay-ip=127.0.0.1",
                "--listening-port=" + port,
                "--allow-loopback-peers",
                "--use-auth-secret",
                "--static-auth-secret=" + SECRET,
                "--realm=diestra.test",
                "--no-cli",
                "--no-tls",
                "--no-dtls",
                "--userdb=" + folder.resolve("turn.db"),
                "--pidfile=" + folder.resolve("turn.pid"),
                "--log-file=stdout"))
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("turn.log").toFile())
        .start();
  }

  /** What the house would tell that person's browser, were this its TURN server. */
  public String told(PersonId person, Clock clock, JsonMapper json) {
    var servers = IceServers.of("turn:127.0.0.1:" + port + "?transport=udp", SECRET);
    return json.writeValueAsString(servers.forPerson(person, clock.instant()));
  }

  /** Everything that goes over it is cut off; it comes back with no memory of anybody. */
  public void restart() throws IOException, InterruptedException {
    process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
    process = begin();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
