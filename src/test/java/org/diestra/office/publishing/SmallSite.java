package org.diestra.office.publishing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One article on a site that answers as WordPress's REST API is written down: for what is asked for
 * in moments that a real one is slow to be brought to.
 */
final class SmallSite implements AutoCloseable {
  private final HttpServer server;
  private final List<JsonNode> written = new ArrayList<>();
  private final List<String> authorized = new ArrayList<>();
  private String status = "";
  private String title = "";
  private String content = "";
  private String excerpt = "";

  SmallSite() {
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

  /** Its people have moved it there. */
  synchronized void status(String now) {
    status = now;
  }

  /** Each time that it was written, with its fields. */
  synchronized List<JsonNode> written() {
    return List.copyOf(written);
  }

  synchronized List<String> authorized() {
    return List.copyOf(authorized);
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readAllBytes();
      authorized.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
      if (exchange.getRequestMethod().equals("POST")) {
        var fields = JsonMapper.shared().readTree(body);
        written.add(fields);
        status = fields.path("status").asString(status);
        title = fields.path("title").asString("");
        content = fields.path("content").asString("");
        excerpt = fields.path("excerpt").asString("");
      }
      var post = JsonMapper.shared().createObjectNode().put("id", 7).put("status", status);
      post.put("link", address() + "/?p=7");
      post.putObject("title").put("raw", title);
      post.putObject("content").put("raw", content);
      post.putObject("excerpt").put("raw", excerpt);
      var bytes = post.toString().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
