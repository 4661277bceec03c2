package org.diestra.platform.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A central bank on an address that the tests' house may ask. */
final class FarBank implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, String> files = new HashMap<>();
  private final List<String> asked = new ArrayList<>();

  FarBank() {
    try {
      server = HttpServer.create(new InetSocketAddress("127.0.0.2", 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            var name = exchange.getRequestURI().getPath().substring(1);
            asked.add(name);
            var text = files.get(name);
            var bytes = text == null ? new byte[0] : text.getBytes(UTF_8);
            exchange.sendResponseHeaders(
                text == null ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
          }
        });
    server.start();
  }

  String address() {
    return "http://127.0.0.2:" + server.getAddress().getPort() + "/";
  }

  FarBank holds(String file, String... days) {
    files.put(file, list(days));
    return this;
  }

  FarBank says(String file, String text) {
    files.put(file, text);
    return this;
  }

  /** What was asked for since the last time. */
  List<String> asked() {
    var all = List.copyOf(asked);
    asked.clear();
    return all;
  }

  /** As the bank writes it; each day {@code 2001-03-05 USD 0.93 ISK 79.1}. */
  static String list(String... days) {
    var out =
        new StringBuilder(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
            <gesmes:subject>Reference rates</gesmes:subject>
            <gesmes:Sender><gesmes:name>European Central Bank</gesmes:name></gesmes:Sender>
            <Cube>
            """);
    for (var day : days) {
      var parts = day.split(" ");
      out.append("<Cube time='" + parts[0] + "'>");
      for (int i = 1; i < parts.length; i += 2) {
        out.append("<Cube currency='" + parts[i] + "' rate='" + parts[i + 1] + "'/>");
      }
      out.append("</Cube>");
    }
    return out + "</Cube></gesmes:Envelope>";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
