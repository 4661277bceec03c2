package org.diestra;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * A calendar that somebody else keeps, on an address that the tests' house may ask. It says what it
 * is told to say.
 */
public final class FarCalendar implements AutoCloseable {
  private final HttpServer server;
  private String body = "";
  private String type = "text/calendar";
  private int status = 200;
  private int asked;
  private int sent;

  public FarCalendar() {
    try {
      server = HttpServer.create(new InetSocketAddress("127.0.0.2", 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      asked++;
      var etag = "\"" + body.hashCode() + "\"";
      if (status == 200 && etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
        exchange.sendResponseHeaders(304, -1);
        return;
      }
      exchange.getResponseHeaders().add("Content-Type", type);
      exchange.getResponseHeaders().add("ETag", etag);
      if (status == 302) {
        exchange.getResponseHeaders().add("Location", body);
      }
      var bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
      sent++;
    }
  }

  /** Holds these events from now on, each {@code uid|20310107T100000Z|title}, an hour long. */
  public FarCalendar holds(String... events) {
    var text = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Far\r\n");
    for (var event : events) {
      var parts = event.split("\\|", 3);
      text.append("BEGIN:VEVENT\r\nUID:")
          .append(parts[0])
          .append("\r\nDTSTAMP:20310101T00000")
          .append(asked % 10) // as programs do that make it anew each time
          .append("Z\r\nDTSTART:")
          .append(parts[1])
          .append("\r\nDURATION:PT1H\r\nSUMMARY:")
          .append(parts[2])
          .append("\r\nEND:VEVENT\r\n");
    }
    return says(200, "text/calendar", text.append("END:VCALENDAR\r\n").toString());
  }

  public synchronized FarCalendar says(int code, String contentType, String text) {
    status = code;
    type = contentType;
    body = text;
    return this;
  }

  /** Its secret address. */
  public String address() {
    return "http://127.0.0.2:" + server.getAddress().getPort() + "/private-4711/basic.ics";
  }

  /** How often somebody looked. */
  public synchronized int asked() {
    return asked;
  }

  /** How often somebody was sent all of it. */
  public synchronized int sent() {
    return sent;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
