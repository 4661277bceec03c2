package org.diestra.platform.buckets;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * S3Proxy, an object store of others, on this machine and in a folder: started for a test and ended
 * with it. {@code bin/test} says where its classes are.
 */
public final class S3Proxy implements AutoCloseable {
  private static final Path CLASSES = Path.of("target/s3proxy.classpath");
  private static final String SECRET = "a/secret+key";
  private final Process process;
  private final int port;

  private S3Proxy(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * @param folder an empty one, in which {@code bucket} is made
   */
  public static S3Proxy start(Path folder) throws IOException {
    assumeTrue(Files.exists(CLASSES), "bin/test fetches S3Proxy, which stands in for a bucket");
    int port = freePort();
    Files.createDirectories(folder.resolve("stored/bucket"));
    var settings =
        """
        s3proxy.authorization=aws-v2-or-v4
        s3proxy.identity=house
        s3proxy.credential=%s
        s3proxy.endpoint=http://127.0.0.1:%d
        jclouds.provider=filesystem
        jclouds.identity=none
        jclouds.credential=none
        jclouds.filesystem.basedir=%s
        """
            .formatted(SECRET, port, folder.resolve("stored"));
    var file = Files.writeString(folder.resolve("s3proxy.conf"), settings);
    var java = Path.of(System.getProperty("java.home"), "bin/java").toString();
    var process =
        new ProcessBuilder(
                List.of(
                    java,
                    "-Xmx128m",
                    "-DLOG_LEVEL=warn",
                    "-cp",
                    Files.readString(CLASSES).strip(),
                    "org.gaul.s3proxy.Main",
                    "--properties",
                    file.toString()))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("s3proxy.log").toFile())
            .start();
    var proxy = new S3Proxy(process, port);
    await().atMost(Duration.ofMinutes(2)).until(proxy::answers);
    return proxy;
  }

  private static int freePort() throws IOException {
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private boolean answers() {
    if (!process.isAlive()) {
      throw new IllegalStateException("S3Proxy ended by itself");
    }
    try (var line = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return line.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  /** As an operator writes it into the settings. */
  public String url(String prefix) {
    return "s3+http://house:%s@127.0.0.1:%d/bucket/%s"
        .formatted(SECRET.replace("/", "%2F"), port, prefix);
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
