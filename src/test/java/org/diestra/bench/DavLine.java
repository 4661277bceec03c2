package org.diestra.bench;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One connection of a program (HTTP/1.1, RFC 9112) that costs next to nothing itself: files go out
 * from the kernel, and what is only to be counted is not kept. It is kept alive as long as the
 * server likes, and opened anew once it does not.
 */
final class DavLine implements AutoCloseable {
  private static final int BUFFER = 1 << 20;

  private final int port;
  private final String authorization;
  private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER);
  private SocketChannel line;

  /**
   * What came back.
   *
   * @param length of the body in bytes
   * @param body empty where it was only counted
   */
  record Answer(int status, long length, String body) {
    /**
     * @throws IOException if it is none of 2xx
     */
    Answer good() throws IOException {
      if (status / 100 != 2) {
        throw new IOException(status + ": " + body.substring(0, Math.min(500, body.length())));
      }
      return this;
    }

    /** How often the text stands in it. */
    int count(String text) {
      return (body.length() - body.replace(text, "").length()) / text.length();
    }
  }

  /**
   * @param authorization the header; empty for none
   */
  DavLine(int port, String authorization) {
    this.port = port;
    this.authorization = authorization;
  }

  /**
   * @param headers names and values by turns
   */
  Answer ask(String method, String path, String body, String... headers) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    var head = head(method, path, bytes.length, headers);
    write(ByteBuffer.allocate(head.length + bytes.length).put(head).put(bytes).flip());
    var kept = new ByteArrayOutputStream();
    return answer(Channels.newChannel(kept), kept);
  }

  Answer put(String path, Path file) throws IOException {
    try (var out = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = out.size();
      write(ByteBuffer.wrap(head("PUT", path, size)));
      for (long at = 0; at < size; ) {
        at += out.transferTo(at, size - at, line);
      }
    }
    var kept = new ByteArrayOutputStream();
    return answer(Channels.newChannel(kept), kept);
  }

  /** Reads it to its end and keeps nothing of it. */
  Answer drain(String path) throws IOException {
    write(ByteBuffer.wrap(head("GET", path, 0)));
    var counted =
        new WritableByteChannel() {
          @Override
          public int write(ByteBuffer bytes) {
            int count = bytes.remaining();
            bytes.position(bytes.limit());
            return count;
          }

          @Override
          public boolean isOpen() {
            return true;
          }

          @Override
          public void close() {}
        };
    return answer(counted, new ByteArrayOutputStream());
  }

  private byte[] head(String method, String path, long length, String... headers)
      throws IOException {
    if (line == null) {
      line = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
      line.setOption(StandardSocketOptions.TCP_NODELAY, true);
      in.clear().flip();
    }
    var head = new StringBuilder();
    head.append("%s %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n".formatted(method, path, port));
    if (!method.equals("GET")) {
      head.append("Content-Length: ").append(length).append("\r\n");
    }
    if (!authorization.isEmpty()) {
      head.append("Authorization: ").append(authorization).append("\r\n");
    }
    for (int i = 0; i < headers.length; i += 2) {
      head.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
    }
    return head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
  }

  private void write(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      line.write(bytes);
    }
  }

  private Answer answer(WritableByteChannel to, ByteArrayOutputStream kept) throws IOException {
    var first = text();
    int status = Integer.parseInt(first.split(" ", 3)[1]);
    var headers = headers();
    var length = headers.get("content-length");
    boolean keeps =
        first.startsWith("HTTP/1.1") && !"close".equalsIgnoreCase(headers.get("connection"));
    long read;
    if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
      read = chunks(to);
    } else if (length != null) {
      read = pass(Long.parseLong(length), to);
    } else if (status == 204) {
      read = 0;
    } else {
      read = rest(to);
      keeps = false;
    }
    if (!keeps) {
      close();
    }
    return new Answer(status, read, kept.toString(StandardCharsets.UTF_8));
  }

  private Map<String, String> headers() throws IOException {
    var headers = new HashMap<String, String>();
    for (var next = text(); !next.isEmpty(); next = text()) {
      int colon = next.indexOf(':');
      headers.put(
          next.substring(0, colon).toLowerCase(Locale.ROOT), next.substring(colon + 1).strip());
    }
    return headers;
  }

  private long chunks(WritableByteChannel to) throws IOException {
    long all = 0;
    while (true) {
      long size = Long.parseLong(text().split(";", 2)[0].strip(), 16);
      if (size == 0) {
        headers(); // trailers, or the empty line
        return all;
      }
      all += pass(size, to);
      text();
    }
  }

  private long pass(long length, WritableByteChannel to) throws IOException {
    for (long left = length; left > 0; ) {
      if (!in.hasRemaining() && !fill()) {
        throw new EOFException(left + " of " + length + " bytes did not come");
      }
      int count = (int) Math.min(left, in.remaining());
      to.write(in.slice(in.position(), count));
      in.position(in.position() + count);
      left -= count;
    }
    return length;
  }

  private long rest(WritableByteChannel to) throws IOException {
    long all = 0;
    while (in.hasRemaining() || fill()) {
      all += pass(in.remaining(), to);
    }
    return all;
  }

  /** A line of the head. */
  private String text() throws IOException {
    var text = new StringBuilder();
    while (true) {
      if (!in.hasRemaining() && !fill()) {
        throw new EOFException("the server closed after: " + text);
      }
      char next = (char) (in.get() & 0xff);
      if (next == '\n') {
        return text.toString();
      }
      if (next != '\r') {
        text.append(next);
      }
    }
  }

  private boolean fill() throws IOException {
    in.clear();
    int read = line.read(in);
    in.flip();
    return read > 0;
  }

  @Override
  public void close() throws IOException {
    if (line != null) {
      line.close();
      line = null;
    }
  }
}
