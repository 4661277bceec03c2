package org.diestra.platform.fetching;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.client5.http.DnsResolver;
import org.diestra.platform.fetching.Fetched.Failed;
import org.diestra.platform.fetching.Fetched.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Against a server on this machine. In these tests 127.0.0.2 stands for the open internet, and
 * 127.0.0.1 for what is private.
 */
class FetcherTests {
  private static final Wish SMALL = Wish.of("text/calendar", 1_000, Duration.ofSeconds(20));
  private final List<String> hosts = new ArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch over = new CountDownLatch(1);
  private Fetcher fetcher;
  private HttpServer server;
  private String open;
  private String hidden;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 0);
    server.setExecutor(threads);
    server.start();
    int port = server.getAddress().getPort();
    open = "http://open.test:" + port;
    hidden = "http://hidden.test:" + port;
    fetcher = new Fetcher(new OpenDns(Networks.opening("127.0.0.2/32"), new Names()));
  }

  @AfterEach
  void stop() throws IOException {
    over.countDown();
    fetcher.destroy();
    server.stop(0);
    threads.shutdownNow();
  }

  /** Also a name that means something else each time it is asked for. */
  private final class Names implements DnsResolver {
    private int asked;

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      var two = InetAddress.getByName("127.0.0.2");
      var one = InetAddress.getByName("127.0.0.1");
      return switch (host) {
        case "open.test" -> new InetAddress[] {two};
        case "hidden.test" -> new InetAddress[] {one};
        case "both.test" -> new InetAddress[] {one, two};
        case "turning.test" -> new InetAddress[] {asked++ == 0 ? two : one};
        case "unknown.test" -> throw new UnknownHostException(host);
        default -> InetAddress.getAllByName(host);
      };
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }

  @Test
  void whatLiesThereComesWithItsTagAndNextTimeOnlyIfItChanged() {
    serve(
        "/a",
        exchange -> {
          assertThat(exchange.getRequestHeaders().get("Cookie")).isNull();
          exchange.getResponseHeaders().add("ETag", "\"1\"");
          exchange.getResponseHeaders().add("Set-Cookie", "known=yes");
          exchange.getResponseHeaders().add("Content-Type", "text/calendar");
          if ("\"1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
          } else {
            answer(exchange, 200, "BEGIN");
          }
        });
    var body = (Fetched.Body) fetcher.get(open + "/a", SMALL);
    assertThat(body.bytes()).asString(StandardCharsets.UTF_8).isEqualTo("BEGIN");
    assertThat(body.type()).isEqualTo("text/calendar");
    assertThat(fetcher.get(open + "/a", SMALL.unless(body.etag(), body.modified())))
        .isInstanceOf(Fetched.Unchanged.class);
  }

  @Test
  void nothingPrivateIsAskedHoweverItIsReached() {
    serve("/", exchange -> answer(exchange, 200, "secret"));
    serve("/on", exchange -> answer(exchange, 302, hidden + "/"));
    int port = server.getAddress().getPort();
    var numbers =
        Stream.of("127.0.0.1", "127.1", "2130706433", "localhost", "[::1]", "[::ffff:127.0.0.1]")
            .map(host -> "http://" + host + ":" + port + "/");
    for (var way : Stream.concat(numbers, Stream.of(hidden, open + "/on")).toList()) {
      assertThat(fetcher.get(way, SMALL)).as(way).matches(f -> !(f instanceof Fetched.Body));
    }
    assertThat(hosts).containsExactly("open.test:" + port); // the one that sent on
    assertThat(fetcher.get(hidden + "/", SMALL)).isEqualTo(new Failed(Fault.PRIVATE, 0));
    assertThat(fetcher.get(open + "/on", SMALL)).isEqualTo(new Failed(Fault.PRIVATE, 0));
  }

  @Test
  void aNameThatMeansSomethingElseAMomentLaterGainsNothing() {
    serve("/", exchange -> answer(exchange, 200, exchange.getLocalAddress().getHostString()));
    int port = server.getAddress().getPort();
    var first = (Fetched.Body) fetcher.get("http://turning.test:" + port, SMALL);
    assertThat(first.bytes()).asString(StandardCharsets.UTF_8).isEqualTo("127.0.0.2");
    // of two the open one alone is taken
    var both = (Fetched.Body) fetcher.get("http://both.test:" + port, SMALL);
    assertThat(both.bytes()).asString(StandardCharsets.UTF_8).isEqualTo("127.0.0.2");
  }

  @Test
  void itGoesWhereItIsSentOnToButNotForEver() {
    serve("/old", exchange -> answer(exchange, 302, "new?x=1"));
    serve("/new", exchange -> answer(exchange, 200, "here"));
    serve("/round", exchange -> answer(exchange, 302, "/round"));
    serve("/mad", exchange -> answer(exchange, 302, "gopher://open.test/"));
    serve("/nowhere", exchange -> exchange.sendResponseHeaders(302, -1));
    var body = (Fetched.Body) fetcher.get(open + "/old", SMALL);
    assertThat(body.from()).isEqualTo(URI.create(open + "/new?x=1"));
    for (var way : List.of("/round", "/mad", "/nowhere")) {
      assertThat(fetcher.get(open + way, SMALL)).as(way).isEqualTo(new Failed(Fault.LOST, 0));
    }
  }

  @Test
  void nothingIsLargerThanItMayBeHoweverItIsPacked() throws IOException {
    serve(
        "/said",
        exchange -> {
          exchange.sendResponseHeaders(200, 1_000_000_000);
          write(exchange, new byte[8192]);
        });
    serve(
        "/unsaid",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          for (int i = 0; i < 100; i++) {
            write(exchange, new byte[8192]);
          }
          exchange.close();
        });
    var packed = packed(1_000_000);
    serve(
        "/packed",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Encoding", "gzip");
          exchange.sendResponseHeaders(200, packed.length);
          write(exchange, packed);
          exchange.close();
        });
    for (var way : List.of("/said", "/unsaid", "/packed")) {
      assertThat(fetcher.get(open + way, SMALL)).as(way).isEqualTo(new Failed(Fault.LARGE, 200));
    }
  }

  @Test
  void nothingTakesLongerThanItMay() {
    serve(
        "/drop",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          for (int i = 0;
              i < 1_000 && !over.await(20, java.util.concurrent.TimeUnit.MILLISECONDS);
              i++) {
            write(exchange, new byte[1]);
          }
        });
    serve("/silent", exchange -> over.await());
    var short1 = Wish.of("*/*", 1_000_000, Duration.ofMillis(300));
    assertThat(fetcher.get(open + "/drop", short1)).isEqualTo(new Failed(Fault.SLOW, 0));
    assertThat(fetcher.get(open + "/silent", short1)).isEqualTo(new Failed(Fault.SLOW, 0));
  }

  @Test
  void whoeverIsNotThereOrRefusesIsSaid() throws IOException {
    serve("/no", exchange -> exchange.sendResponseHeaders(403, -1));
    serve("/unasked", exchange -> exchange.sendResponseHeaders(304, -1));
    int nobody;
    try (var free = new ServerSocket(0)) {
      nobody = free.getLocalPort();
    }
    assertThat(fetcher.get(open + "/no", SMALL)).isEqualTo(new Failed(Fault.REFUSED, 403));
    assertThat(fetcher.get(open + "/unasked", SMALL)).isEqualTo(new Failed(Fault.REFUSED, 304));
    assertThat(fetcher.get("http://open.test:" + nobody, SMALL))
        .isEqualTo(new Failed(Fault.UNREACHABLE, 0));
    assertThat(fetcher.get("unknown.test", SMALL)).isEqualTo(new Failed(Fault.ADDRESS, 0));
    assertThat(fetcher.get("http://unknown.test", SMALL))
        .isEqualTo(new Failed(Fault.UNREACHABLE, 0));
    try (var plain = new ServerSocket(0)) {
      threads.execute(() -> answerPlainly(plain));
      assertThat(fetcher.get("https://open.test:" + plain.getLocalPort(), SMALL))
          .isEqualTo(new Failed(Fault.UNTRUSTED, 0));
    }
  }

  @Test
  void aHeadWithoutEndIsGivenUp() throws Exception {
    try (var endless = new ServerSocket(0)) {
      threads.execute(() -> answerWithoutEnd(endless));
      assertThat(fetcher.get("http://open.test:" + endless.getLocalPort(), SMALL))
          .isInstanceOf(Failed.class);
      assertThat(hung.await(10, TimeUnit.SECONDS)).as("it was not read to its end").isTrue();
    }
  }

  private final CountDownLatch hung = new CountDownLatch(1);

  /** Until nobody listens any more, or a hundred megabytes are sent. */
  private void answerWithoutEnd(ServerSocket endless) {
    try (var line = endless.accept()) {
      var out = line.getOutputStream();
      out.write("HTTP/1.1 200 OK\r\nX: ".getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < 1_000; i++) {
        out.write(new byte[100_000]);
      }
    } catch (IOException gone) {
      hung.countDown();
    }
  }

  private static void answerPlainly(ServerSocket plain) {
    try (var line = plain.accept()) {
      line.getOutputStream().write("HTTP/1.1 400 Not so\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    } catch (IOException closed) {
      throw new IllegalStateException(closed);
    }
  }

  private interface Handling {
    void handle(HttpExchange exchange) throws IOException, InterruptedException;
  }

  private void serve(String path, Handling handling) {
    server.createContext(
        path,
        exchange -> {
          hosts.add(exchange.getRequestHeaders().getFirst("Host"));
          try (exchange) {
            handling.handle(exchange);
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    if (status == 302) {
      exchange.getResponseHeaders().add("Location", text);
    }
    exchange.sendResponseHeaders(status, bytes.length);
    write(exchange, bytes);
  }

  private static void write(HttpExchange exchange, byte[] bytes) throws IOException {
    exchange.getResponseBody().write(bytes);
    exchange.getResponseBody().flush();
  }

  private static byte[] packed(int zeros) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(new byte[zeros]);
    }
    return out.toByteArray();
  }
}
