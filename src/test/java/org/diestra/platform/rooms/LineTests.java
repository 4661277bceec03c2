package org.diestra.platform.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import tools.jackson.databind.json.JsonMapper;

/** What goes out on a line, in which order, when several threads use it at once. */
@Timeout(60)
class LineTests {
  private static final String REFUSED = "{\"type\":\"refused\",\"why\":\"closed\"}";
  private static final String END = "end " + CloseStatus.POLICY_VIOLATION.getCode();
  private final List<String> out = new CopyOnWriteArrayList<>();
  private CountDownLatch writing = new CountDownLatch(0);
  private CountDownLatch free = new CountDownLatch(0);

  @Test
  void whoIsRefusedByManyAtOnceHearsOneReasonAndThenTheEnd() throws Exception {
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (int round = 0; round < 500; round++) {
        out.clear();
        var line = line();
        var start = new CountDownLatch(1);
        var all = new ArrayList<Future<?>>();
        for (int i = 0; i < 4; i++) {
          all.add(
              threads.submit(() -> {
                start.await();
                line.refuse("closed");
                return line;
              }));
        }
        start.countDown();
        for (var one : all) {
          one.get();
        }
        assertThat(out).containsExactly(REFUSED, END);
      }
    }
  }

  /** The thread that is writing takes what others say along; nobody hangs up before it has. */
  @Test
  void theReasonGoesOutBeforeTheEndThoughAnotherThreadIsWriting() throws Exception {
    writing = new CountDownLatch(1);
    free = new CountDownLatch(1);
    var line = line();
    var other = Thread.startVirtualThread(() -> line.say(Said.plain("waiting")));
    assertThat(writing.await(10, TimeUnit.SECONDS)).isTrue();

    line.refuse("closed");
    line.refuse("replaced");
    line.say(Said.plain("pong"));
    assertThat(out).isEmpty();
    free.countDown();
    other.join();

    assertThat(out).containsExactly("{\"type\":\"waiting\"}", REFUSED, END);
  }

  /** Whoever reads too slowly loses the line, and whoever spoke to them notices nothing. */
  @Test
  void aSlowReaderHarmsNobodyElse() throws Exception {
    writing = new CountDownLatch(1);
    free = new CountDownLatch(1);
    var line = line();
    var stuck = Thread.startVirtualThread(() -> line.say(Said.plain("waiting")));
    assertThat(writing.await(10, TimeUnit.SECONDS)).isTrue();

    for (int i = 0; i < 20; i++) {
      line.say(Said.of("a".repeat(Line.LARGEST), "b"));
    }

    assertThat(out).containsExactly("end " + CloseStatus.SESSION_NOT_RELIABLE.getCode());
    free.countDown();
    stuck.join();
  }

  private Line line() {
    return new Line(
        session(), new JsonMapper(), new RoomId(Ids.fresh()), new PersonId(Ids.fresh()));
  }

  /** A browser's end that notes what arrives, as slowly as the test wants. */
  private WebSocketSession session() {
    return (WebSocketSession)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {WebSocketSession.class},
            (self, method, arguments) -> {
              switch (method.getName()) {
                case "sendMessage" -> {
                  writing.countDown();
                  free.await();
                  out.add(((TextMessage) arguments[0]).getPayload());
                }
                case "close" -> out.add("end " + ((CloseStatus) arguments[0]).getCode());
                case "getId" -> {
                  return "probe";
                }
                default -> {}
              }
              return null;
            });
  }
}
