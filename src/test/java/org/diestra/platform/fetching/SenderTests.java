package org.diestra.platform.fetching;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.diestra.platform.fetching.Sent.Answered;
import org.junit.jupiter.api.Test;

class SenderTests {
  private static final int MANY = 16;

  /**
   * At nine o’clock many post to the same network, which answers each: nobody waits for another.
   */
  @Test
  void manyAreSentToOneHostAtOnce() throws Exception {
    var all = new CyclicBarrier(MANY);
    var server = HttpServer.create(new InetSocketAddress("127.0.0.2", 0), 0);
    var sender = new Sender(new OpenDns(Networks.opening("127.0.0.2/32")));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      server.setExecutor(threads);
      server.createContext(
          "/",
          exchange -> {
            try (exchange) {
              all.await(8, TimeUnit.SECONDS); // answers nobody before the last has come
              exchange.sendResponseHeaders(200, -1);
            } catch (Exception e) {
              throw new IllegalStateException(e);
            }
          });
      server.start();
      var parcel = Parcel.get("http://127.0.0.2:" + server.getAddress().getPort() + "/");
      var sent = new ArrayList<Future<Sent>>();
      for (int i = 0; i < MANY; i++) {
        sent.add(threads.submit(() -> sender.send(parcel)));
      }
      for (var one : sent) {
        assertThat(one.get()).isInstanceOf(Answered.class);
      }
    } finally {
      sender.destroy();
      server.stop(0);
    }
  }

  @Test
  void whatIsLoggedOfAParcelTellsNoSecret() {
    var parcel =
        Parcel.json("POST", "https://example.com/hook/secret", "{\"password\":\"secret\"}")
            .with("Authorization", "Bearer secret");
    assertThat(parcel.toString()).contains("example.com").doesNotContain("secret");
    assertThat(parcel.headers()).isEqualTo(Map.of("Authorization", "Bearer secret"));
  }
}
