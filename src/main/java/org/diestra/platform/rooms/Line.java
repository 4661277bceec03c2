package org.diestra.platform.rooms;

import io.github.bucket4j.Bucket;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;
import org.springframework.web.socket.handler.SessionLimitExceededException;
import org.springframework.web.socket.handler.WebSocketSessionDecorator;
import tools.jackson.databind.json.JsonMapper;

/** One browser's socket: whose it is, and how much it may say. */
final class Line {
  /** The largest message, in bytes: a description of a session is a tenth of it. */
  static final int LARGEST = 64 * 1024;

  private static final int SEND_MILLIS = 10_000;
  private static final int SEND_BYTES = 1 << 20;
  private static final int BURST = 240;
  private static final int A_SECOND = 30;

  private final WebSocketSession session;
  private final JsonMapper json;
  private final RoomId room;
  private final PersonId person;
  private final Bucket rate =
      Bucket.builder()
          .addLimit(l -> l.capacity(BURST).refillGreedy(A_SECOND, Duration.ofSeconds(1)))
          .build();
  private final AtomicReference<@Nullable TextMessage> farewell = new AtomicReference<>();
  private volatile long heardAt = System.nanoTime();
  private volatile @Nullable Member member;

  Line(WebSocketSession session, JsonMapper json, RoomId room, PersonId person) {
    session.setTextMessageSizeLimit(LARGEST);
    this.session =
        new ConcurrentWebSocketSessionDecorator(new Parting(session), SEND_MILLIS, SEND_BYTES);
    this.json = json;
    this.room = room;
    this.person = person;
  }

  RoomId room() {
    return room;
  }

  PersonId person() {
    return person;
  }

  /** Who this is in the room; null until its token was taken. */
  @Nullable Member member() {
    return member;
  }

  void joined(Member as) {
    member = as;
  }

  /** False when this browser says more than a call can need. */
  boolean hears() {
    heardAt = System.nanoTime();
    return rate.tryConsume(1);
  }

  boolean silentFor(Duration time) {
    return System.nanoTime() - heardAt > time.toNanos();
  }

  /** A line that is down says nothing; its end is heard of by itself. */
  void say(Said said) {
    if (farewell.get() == null) {
      send(written(said));
    }
  }

  /** Says why, and hangs up. However often it is refused, the first reason is said, once. */
  void refuse(String why) {
    var word = written(Said.refused(why));
    if (farewell.compareAndSet(null, word)) {
      send(word);
    }
  }

  private TextMessage written(Said said) {
    return new TextMessage(json.writeValueAsString(said));
  }

  private void send(TextMessage message) {
    try {
      session.sendMessage(message);
    } catch (IOException | IllegalStateException | SessionLimitExceededException down) {
      close(CloseStatus.SESSION_NOT_RELIABLE);
    }
  }

  void close(CloseStatus status) {
    try {
      session.close(status);
    } catch (IOException alreadyGone) {
      heardAt = 0;
    }
  }

  /**
   * Hangs up behind the last word. Whoever says something while another thread is writing leaves it
   * to that thread and goes on; so only who has written the word knows that it is out.
   */
  private final class Parting extends WebSocketSessionDecorator {
    Parting(WebSocketSession session) {
      super(session);
    }

    @Override
    public void sendMessage(WebSocketMessage<?> message) throws IOException {
      super.sendMessage(message);
      if (message.equals(farewell.get())) {
        Line.this.close(CloseStatus.POLICY_VIOLATION);
      }
    }
  }
}
