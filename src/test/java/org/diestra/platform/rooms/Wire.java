package org.diestra.platform.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A socket to the house without a browser, which says what it likes. */
final class Wire implements WebSocket.Listener {
  static final String CLOSED = "closed";
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final StringBuilder part = new StringBuilder();
  private @Nullable WebSocket socket;

  /**
   * @throws java.util.concurrent.CompletionException where the house does not open one
   */
  static Wire to(int port, RoomId room, @Nullable String cookie, @Nullable String origin) {
    var wire = new Wire();
    var builder = HttpClient.newHttpClient().newWebSocketBuilder();
    if (cookie != null) {
      builder.header("Cookie", "session=" + cookie);
    }
    if (origin != null) {
      builder.header("Origin", origin);
    }
    var address = URI.create("ws://localhost:" + port + "/rooms/" + room + "/signal");
    wire.socket = builder.buildAsync(address, wire).join();
    return wire;
  }

  Wire says(String text) {
    java.util.Objects.requireNonNull(socket).sendText(text, true).join();
    return this;
  }

  Wire joins(String token) {
    return says("{\"type\":\"join\",\"instance\":\"a\",\"token\":\"" + token + "\"}");
  }

  /** The next thing it hears, within a minute. */
  String hears() throws InterruptedException {
    var next = heard.poll(60, TimeUnit.SECONDS);
    assertThat(next).as("nothing was heard").isNotNull();
    return next;
  }

  /** What has arrived by the time at which the house has answered a ping. */
  java.util.List<String> hearsUntilPong() throws InterruptedException {
    says("{\"type\":\"ping\"}");
    var all = new java.util.ArrayList<String>();
    for (var next = hears(); !next.contains("pong"); next = hears()) {
      all.add(next);
    }
    return all;
  }

  void hangsUp() {
    java.util.Objects.requireNonNull(socket).sendClose(WebSocket.NORMAL_CLOSURE, "").join();
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    part.append(data);
    if (last) {
      heard.add(part.toString());
      part.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
    heard.add(CLOSED);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable problem) {
    heard.add(CLOSED);
  }
}
