package org.diestra.office.publishing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real WordPress with its database, from Debian's packages, on this machine alone. It lies below
 * a folder of its own and goes with it.
 */
final class RealWordPress implements AutoCloseable {
  private static final String HOST = "127.0.0.2";
  private static final Path DEBIANS = Path.of("/usr/share/wordpress");
  private final Path folder;
  private final List<Process> running = new ArrayList<>();
  private final int port;
  final String password;

  /** Why there is none here; empty where there is. */
  static String lacking() {
    for (var program : List.of("mariadbd", "mariadb-install-db", "mariadb", "php")) {
      if (List.of("/usr/bin/", "/usr/sbin/").stream()
          .noneMatch(at -> Files.isExecutable(Path.of(at + program)))) {
        return program;
      }
    }
    return Files.isRegularFile(DEBIANS.resolve("wp-load.php")) ? "" : "wordpress";
  }

  RealWordPress() throws Exception {
    folder = Files.createTempDirectory("diestra-wordpress");
    port = free();
    int database = free();
    boolean root = "root".equals(System.getProperty("user.name"));
    if (root) { // the database's own account enters it
      done("chmod", "755", folder.toString());
    }
    var data = folder.resolve("db").toString();
    var user = root ? List.of("--user=mysql") : List.<String>of();
    done(
        with(
            List.of(
                "mariadb-install-db",
                "--no-defaults",
                "--datadir=" + data,
                "--skip-test-db",
                "--auth-root-authentication-method=normal"),
            user));
    start(
        with(
            List.of(
                "mariadbd",
                "--no-defaults",
                "--datadir=" + data,
                "--socket=" + data + "/s.sock",
                "--pid-file=" + data + "/pid",
                "--bind-address=127.0.0.1",
                "--port=" + database,
                "--skip-log-bin",
                "--innodb-flush-log-at-trx-commit=0"),
            user));
    await(database, "127.0.0.1");
    done(
        "mariadb",
        "--no-defaults",
        "-S",
        data + "/s.sock",
        "-u",
        "root",
        "-e",
        "create database wp; create user wp@'%' identified by 'wp'; grant all on wp.* to wp@'%'; create user wp@localhost identified by 'wp'; grant all on wp.* to wp@localhost");
    var site = folder.resolve("site");
    done("cp", "-rL", DEBIANS.toString(), site.toString());
    Files.deleteIfExists(site.resolve("wp-config.php"));
    Files.writeString(
        site.resolve("wp-config.php"),
        """
        <?php
        define('DB_NAME','wp'); define('DB_USER','wp'); define('DB_PASSWORD','wp'); define('DB_HOST','127.0.0.1:%d');
        define('DB_CHARSET','utf8mb4'); define('DB_COLLATE','');
        define('WP_ENVIRONMENT_TYPE','local'); define('WP_HTTP_BLOCK_EXTERNAL', true); define('DISABLE_WP_CRON', true);
        define('WP_CONTENT_DIR', __DIR__.'/wp-content');
        define('WP_HOME','http://%s:%d'); define('WP_SITEURL','http://%s:%d');
        $table_prefix='wp_';
        if (!defined('ABSPATH')) define('ABSPATH', __DIR__.'/');
        require_once ABSPATH.'wp-settings.php';
        """
            .formatted(database, HOST, port, HOST, port));
    Files.createDirectories(site.resolve("wp-content/uploads"));
    Files.writeString(
        folder.resolve("install.php"),
        """
        <?php
        define('WP_INSTALLING', true);
        $_SERVER['HTTP_HOST']='%s:%d'; $_SERVER['SERVER_PROTOCOL']='HTTP/1.1'; $_SERVER['REQUEST_METHOD']='GET'; $_SERVER['REQUEST_URI']='/';
        require '%s/wp-load.php'; require_once ABSPATH.'wp-admin/includes/upgrade.php';
        function wp_new_blog_notification($a,$b,$c,$d) {}
        $made = wp_install('House','shop','shop@example.org',true,'','a-long-password');
        list($word) = WP_Application_Passwords::create_new_application_password($made['user_id'], array('name'=>'Diestra'));
        echo "\\nPASSWORD=".$word."\\n";
        """
            .formatted(HOST, port, site));
    var said = done("php", folder.resolve("install.php").toString());
    password = said.replaceAll("(?s).*\\nPASSWORD=([A-Za-z0-9]+)\\n.*", "$1");
    if (password.length() > 40) {
      throw new IllegalStateException(said);
    }
    start(List.of("php", "-S", HOST + ":" + port, "-t", site.toString()));
    await(port, HOST);
  }

  String address() {
    return "http://" + HOST + ":" + port;
  }

  private static List<String> with(List<String> some, List<String> more) {
    var all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  private static int free() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
      return socket.getLocalPort();
    }
  }

  private String done(String... command) throws Exception {
    return done(List.of(command));
  }

  private String done(List<String> command) throws Exception {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
      throw new IllegalStateException(command + ": " + said);
    }
    return said;
  }

  private void start(List<String> command) throws IOException {
    var log = folder.resolve("log" + running.size()).toFile();
    running.add(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start());
  }

  private static void await(int port, String host) throws InterruptedException {
    for (int i = 0; i < 600; i++) {
      try (var socket = new Socket()) {
        socket.connect(new InetSocketAddress(host, port), 200);
        return;
      } catch (IOException notYet) {
        Thread.sleep(100);
      }
    }
    throw new IllegalStateException("nobody listens on " + port);
  }

  /** What somebody does there, without us. */
  JsonNode ask(String method, String route, String json) {
    var pair = Base64.getEncoder().encodeToString(("shop:" + password).getBytes(UTF_8));
    var request =
        HttpRequest.newBuilder(URI.create(address() + "/?rest_route=" + route))
            .header("Authorization", "Basic " + pair)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(json))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      var said = client.send(request, HttpResponse.BodyHandlers.ofString());
      return JsonMapper.shared().readTree(said.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    for (var process : running.reversed()) {
      process.destroy();
      try {
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    FileSystemUtils.deleteRecursively(folder);
  }
}
