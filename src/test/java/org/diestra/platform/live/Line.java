package org.diestra.platform.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A browser's end of a line, without a browser. */
final class Line implements AutoCloseable {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final HttpResponse<InputStream> answer;
  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private volatile boolean ended;

  /** One event as it came. */
  record Heard(long id, String event, String data) {}

  private Line(HttpResponse<InputStream> answer) {
    this.answer = answer;
    Thread.ofVirtual().start(this::read);
  }

  /**
   * @param cookie of the session, or null for a guest
   * @param last the number after which it goes on, or null from now on
   */
  static Line open(int port, @Nullable String cookie, @Nullable Long last) throws Exception {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/live"));
    if (cookie != null) {
      request.header("Cookie", "session=" + cookie);
    }
    if (last != null) {
      request.header("Last-Event-ID", last.toString());
    }
    return new Line(CLIENT.send(request.build(), BodyHandlers.ofInputStream()));
  }

  int status() {
    return answer.statusCode();
  }

  String type() {
    return answer.headers().firstValue("Content-Type").orElse("");
  }

  List<Heard> heard() {
    return List.copyOf(heard);
  }

  List<String> names() {
    return heard.stream().map(Heard::data).toList();
  }

  boolean ended() {
    return ended;
  }

  private void read() {
    try (var in =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      long id = -1;
      var event = "";
      var data = "";
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith("id: ")) {
          id = Long.parseLong(line.substring(4));
        } else if (line.startsWith("event: ")) {
          event = line.substring(7);
        } else if (line.startsWith("data: ")) {
          data = line.substring(6);
        } else if (line.isEmpty() && !data.isEmpty()) {
          heard.add(new Heard(id, event, data));
          data = "";
        }
      }
    } catch (IOException broken) {
      // as a line ends that one side cuts
    }
    ended = true;
  }

  @Override
  public void close() throws IOException {
    answer.body().close();
  }
}
