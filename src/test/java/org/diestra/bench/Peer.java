package org.diestra.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program of somebody else's on the loopback, which ends with the benchmark that started it. */
final class Peer implements AutoCloseable {
  private static final Path DAV_EXT = Path.of("/usr/lib/nginx/modules/ngx_http_dav_ext_module.so");
  private static final int PATIENCE = 30; // seconds

  final int port;
  private final Process process;

  private Peer(int port, Process process) {
    this.port = port;
    this.process = process;
  }

  /**
   * One that keeps files below the folder and asks nobody who they are; empty where Debian's {@code
   * nginx} and {@code libnginx-mod-http-dav-ext} are not installed.
   */
  static Optional<Peer> nginx(Path folder) throws Exception {
    var program = program("nginx");
    if (program.isEmpty() || !Files.exists(DAV_EXT)) {
      return Optional.empty();
    }
    int port = freePort();
    var settings =
        """
        load_module %1$s;
        user %2$s;
        daemon off;
        worker_processes 1;
        pid %3$s/nginx.pid;
        error_log %3$s/nginx.log;
        events { worker_connections 64; }
        http {
          access_log off;
          sendfile on;
          keepalive_requests 1000000;
          client_max_body_size 0;
          client_body_temp_path %3$s/coming;
          proxy_temp_path %3$s/proxy;
          fastcgi_temp_path %3$s/fastcgi;
          uwsgi_temp_path %3$s/uwsgi;
          scgi_temp_path %3$s/scgi;
          server {
            listen 127.0.0.1:%4$d;
            location / {
              root %3$s/files;
              dav_methods PUT DELETE MKCOL COPY MOVE;
              dav_ext_methods PROPFIND OPTIONS;
            }
          }
        }
        """
            .formatted(DAV_EXT, System.getProperty("user.name"), folder, port);
    Files.createDirectories(folder.resolve("files"));
    var file = Files.writeString(folder.resolve("nginx.conf"), settings);
    var log = folder.resolve("nginx.log").toString();
    return Optional.of(
        started(port, folder, program.get().toString(), "-c", file.toString(), "-e", log));
  }

  /** One that lets everybody in; empty where Debian's {@code radicale} is not installed. */
  static Optional<Peer> radicale(Path folder) throws Exception {
    var program = program("radicale");
    if (program.isEmpty()) {
      return Optional.empty();
    }
    int port = freePort();
    var settings =
        """
        [server]
        hosts = 127.0.0.1:%d
        [auth]
        type = none
        [storage]
        filesystem_folder = %s
        [web]
        type = none
        [logging]
        level = warning
        """
            .formatted(port, folder.resolve("collections"));
    var file = Files.writeString(folder.resolve("radicale.conf"), settings);
    return Optional.of(started(port, folder, program.get().toString(), "-C", file.toString()));
  }

  private static Optional<Path> program(String name) {
    return Stream.of("/usr/sbin", "/usr/bin", "/usr/local/bin")
        .map(place -> Path.of(place, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Peer started(int port, Path folder, String... command) throws Exception {
    var output = folder.resolve("output.log");
    var peer =
        new Peer(
            port,
            new ProcessBuilder(List.of(command))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start());
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
    while (System.nanoTime() < end && peer.process.isAlive()) {
      try (var line = new Socket()) {
        line.connect(new InetSocketAddress("127.0.0.1", port));
        return peer;
      } catch (IOException notYet) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
    }
    peer.close();
    throw new IllegalStateException(command[0] + " did not start: " + Files.readString(output));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** With those that it started itself, none of which outlives it. */
  @Override
  public void close() {
    var own = process.descendants().toList();
    process.destroy();
    process
        .onExit()
        .orTimeout(PATIENCE, TimeUnit.SECONDS)
        .exceptionally(slow -> {
          process.destroyForcibly();
          return process;
        })
        .join();
    own.forEach(ProcessHandle::destroyForcibly);
  }
}
