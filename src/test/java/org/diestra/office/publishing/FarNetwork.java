package org.diestra.office.publishing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A small server that answers as Mastodon's and Bluesky's papers say, and takes hooks, on an
 * address that the tests' house may ask. It is not the real networks: it shows that we speak as is
 * written.
 */
final class FarNetwork implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, String> records = new TreeMap<>();
  private final Map<String, String> byKey = new TreeMap<>();
  private final List<String> asked = new ArrayList<>();
  private final List<String> bodies = new ArrayList<>();
  private final List<String> signatures = new ArrayList<>();
  private Mood mood = Mood.WELL;
  private int posts;

  /** How it is today. */
  enum Mood {
    WELL,
    /** Says that it is down: nothing is taken. */
    DOWN,
    /** Takes what it is sent, and then breaks off without a word. */
    SILENT,
    /** Takes what it is sent, and answers with what no text of a database holds. */
    ODD,
    /** Knows the token no more. */
    LOCKED
  }

  FarNetwork() {
    try {
      server = HttpServer.create(new InetSocketAddress("127.0.0.2", 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  String address() {
    return "http://127.0.0.2:" + server.getAddress().getPort();
  }

  synchronized FarNetwork is(Mood now) {
    mood = now;
    return this;
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath();
      var body = exchange.getRequestBody().readAllBytes();
      var text = new String(body, StandardCharsets.UTF_8);
      asked.add(exchange.getRequestMethod() + " " + path);
      bodies.add(text);
      signatures.add(String.valueOf(exchange.getRequestHeaders().getFirst("Diestra-Signature")));
      if (mood == Mood.DOWN) {
        say(exchange, 503, "{\"error\":\"down\"}");
        return;
      }
      if (mood == Mood.LOCKED) {
        say(exchange, 401, "{\"error\":\"The access token is invalid\"}");
        return;
      }
      var said = take(exchange, path, text);
      if (mood == Mood.SILENT && !path.endsWith("createSession")) {
        return; // closed without an answer
      }
      say(exchange, 200, mood == Mood.ODD ? said.replace("far.", "\\u0000far.") : said);
    }
  }

  private String take(HttpExchange exchange, String path, String text) {
    var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    return switch (path) {
      case "/api/v1/accounts/verify_credentials" -> "{\"id\":\"1\",\"acct\":\"shop\"}";
      case "/api/v2/media" -> "{\"id\":\"m" + asked.size() + "\"}";
      case "/api/v1/statuses" -> byKey.computeIfAbsent(key, k -> status(text));
      case "/xrpc/com.atproto.server.createSession" ->
          "{\"did\":\"did:plc:shop\",\"accessJwt\":\"jwt\"}";
      case "/xrpc/com.atproto.repo.uploadBlob" -> "{\"blob\":{\"$type\":\"blob\",\"size\":1}}";
      case "/xrpc/com.atproto.repo.putRecord" -> record(text);
      case "/hook" -> status(text);
      default -> "{}";
    };
  }

  private String status(String text) {
    posts++;
    records.put("p" + posts, text);
    return "{\"id\":\"p" + posts + "\",\"url\":\"https://far.example/p" + posts + "\"}";
  }

  private String record(String text) {
    var key = text.replaceAll(".*\"rkey\":\"([^\"]+)\".*", "$1");
    records.put(key, text);
    return "{\"uri\":\"at://did:plc:shop/app.bsky.feed.post/" + key + "\",\"cid\":\"c\"}";
  }

  private static void say(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /** What stands there now. */
  synchronized List<String> standing() {
    return List.copyOf(records.values());
  }

  /** All that was asked: {@code POST /api/v1/statuses}. */
  synchronized List<String> asked() {
    return List.copyOf(asked);
  }

  synchronized List<String> bodies() {
    return List.copyOf(bodies);
  }

  synchronized String lastSignature() {
    return signatures.getLast();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
