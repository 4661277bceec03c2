package org.diestra.platform.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Greets like a mail server and answers every recipient with the same refusal. */
final class RudeServer implements AutoCloseable {
  private final ServerSocket socket;
  private final String refusal;

  RudeServer(String refusal) throws IOException {
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.refusal = refusal;
    Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return socket.getLocalPort();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (var visitor = socket.accept()) {
        talk(visitor);
      } catch (IOException closed) {
        // the next visitor, or the end
      }
    }
  }

  private void talk(Socket visitor) throws IOException {
    var in =
        new BufferedReader(
            new InputStreamReader(visitor.getInputStream(), StandardCharsets.US_ASCII));
    say(visitor, "220 rude.test ESMTP");
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      say(
          visitor,
          line.startsWith("RCPT") ? refusal : line.startsWith("QUIT") ? "221 bye" : "250 ok");
    }
  }

  private static void say(Socket visitor, String line) throws IOException {
    visitor.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
