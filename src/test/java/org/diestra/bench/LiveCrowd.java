package org.diestra.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The other end of many lines, in a process of its own: one thread, one selector. It is told on its
 * standard input when to begin counting and when to end, and answers in one line each. An event's
 * key is the nanosecond at which it was told; both processes read the machine's one clock.
 */
final class LiveCrowd {
  private static final int AT_ONCE = 64;

  private final InetSocketAddress server;
  private final List<String> cookies;
  private final int clients;
  private final Selector selector = Selector.open();
  private final ByteBuffer buffer = ByteBuffer.allocate(16_384);
  private long[] latencies = new long[1 << 16];
  private int heard;
  private int begun;
  private int open;
  private int broken;
  private int outOfOrder;

  private LiveCrowd(int port, List<String> cookies, int clients) throws IOException {
    this.server = new InetSocketAddress("127.0.0.1", port);
    this.cookies = cookies;
    this.clients = clients;
  }

  public static void main(String[] args) throws Exception {
    var cookies = Files.readAllLines(Path.of(args[1]));
    var crowd = new LiveCrowd(Integer.parseInt(args[0]), cookies, Integer.parseInt(args[2]));
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    crowd.connect();
    System.out.println("open " + crowd.open + " broken " + crowd.broken);
    while (!in.ready()) {
      crowd.listen(100);
    }
    in.readLine();
    crowd.report();
  }

  /** One line: what it has not read yet, and the number it heard last. */
  private static final class Client {
    private final StringBuilder rest = new StringBuilder();
    private boolean answered;
    private long last = -1;
  }

  private void connect() throws IOException {
    long patient = System.nanoTime() + 300_000_000_000L;
    while (open + broken < clients && System.nanoTime() < patient) {
      while (begun < clients && begun - open - broken < AT_ONCE) {
        begin(begun++);
      }
      listen(50);
    }
  }

  private void begin(int n) throws IOException {
    var channel = SocketChannel.open();
    channel.configureBlocking(false);
    channel.connect(server);
    var client = new Begun(cookies.get(n % cookies.size()), new Client());
    channel.register(selector, SelectionKey.OP_CONNECT, client);
  }

  private record Begun(String cookie, Client client) {}

  private void listen(int millis) throws IOException {
    selector.select(
        key -> {
          try {
            if (key.isConnectable()) {
              ask(key);
            } else if (key.isReadable()) {
              read(key);
            }
          } catch (IOException e) {
            drop(key);
          }
        },
        millis);
  }

  private void ask(SelectionKey key) throws IOException {
    var channel = (SocketChannel) key.channel();
    channel.finishConnect();
    var cookie = ((Begun) key.attachment()).cookie();
    var request =
        "GET /live HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\nCookie: session="
            + cookie
            + "\r\n\r\n";
    channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
    key.interestOps(SelectionKey.OP_READ);
  }

  private void read(SelectionKey key) throws IOException {
    buffer.clear();
    int n = ((SocketChannel) key.channel()).read(buffer);
    if (n < 0) {
      drop(key);
      return;
    }
    long now = System.nanoTime();
    var client = ((Begun) key.attachment()).client();
    client.rest.append(new String(buffer.array(), 0, n, StandardCharsets.US_ASCII));
    int end;
    while ((end = client.rest.indexOf("\n")) >= 0) {
      line(client, client.rest.substring(0, end).strip(), now);
      client.rest.delete(0, end + 1);
    }
  }

  private void line(Client client, String line, long now) {
    if (!client.answered && line.startsWith("retry:")) {
      client.answered = true;
      open++;
    } else if (line.startsWith("id: ")) {
      long id = Long.parseLong(line.substring(4));
      if (client.last >= 0 && id != client.last + 1) {
        outOfOrder++;
      }
      client.last = id;
    } else if (line.startsWith("data: bench-")) {
      if (heard == latencies.length) {
        latencies = Arrays.copyOf(latencies, heard * 2);
      }
      latencies[heard++] = now - Long.parseLong(line.substring(12), Character.MAX_RADIX);
    }
  }

  private void drop(SelectionKey key) {
    key.cancel();
    broken++;
    try {
      key.channel().close();
    } catch (IOException gone) {
      // so it is closed
    }
  }

  private void report() {
    var sorted = Arrays.copyOf(latencies, heard);
    Arrays.sort(sorted);
    System.out.printf(
        "heard %d broken %d disorder %d p50 %d p99 %d most %d%n",
        heard, broken, outOfOrder, at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1));
  }

  private static long at(long[] sorted, double share) {
    return sorted.length == 0
        ? -1
        : sorted[Math.clamp((int) Math.ceil(share * sorted.length) - 1, 0, sorted.length - 1)];
  }
}
