package org.diestra.platform.mail;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.diestra.platform.data.Caller;
import org.diestra.platform.data.CannotStart;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * The house's own door for mail: it takes answers to letters, at addresses that it signed, and
 * nothing else. What comes is read in few at a time, so that nobody fills our memory through it;
 * what is refused is refused while the other server is still on the line, so that its sender hears
 * of it from their own server.
 */
class MailDoor implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(MailDoor.class);
  static final int LARGEST = 15_000_000; // bytes, files in Base64 included
  private static final int AT_ONCE = 2;
  private static final int WAIT = 30; // seconds
  private static final int LINES = 40;

  private final @Nullable URI place;
  private final ReplyAddresses addresses;
  private final ObjectProvider<Replies> replies; // of a module that needs us
  private final Semaphore reading = new Semaphore(AT_ONCE);
  private volatile @Nullable SMTPServer server;

  /**
   * @param place {@code smtp://host:port} to listen at; null for no door
   */
  MailDoor(@Nullable URI place, ReplyAddresses addresses, ObjectProvider<Replies> replies) {
    this.place = place;
    this.addresses = addresses;
    this.replies = replies;
  }

  @Override
  public void start() {
    if (place == null) {
      return;
    }
    try {
      var door =
          new SMTPServer.Builder()
              .bindAddress(InetAddress.getByName(place.getHost()))
              .port(place.getPort())
              .softwareName("Diestra")
              .maxConnections(LINES)
              .maxRecipients(5)
              .maxMessageSize(LARGEST)
              .connectionTimeout(1, TimeUnit.MINUTES)
              .messageHandlerFactory(context -> new Visit())
              .build();
      door.start();
      server = door;
    } catch (UnknownHostException | RuntimeException e) {
      throw new CannotStart("DIESTRA_MAIL_IN: can't listen at " + place + ": " + e.getMessage(), e);
    }
  }

  /** The port it listens at; 0 while it does not. */
  int port() {
    var door = server;
    return door == null ? 0 : door.getPortAllocated();
  }

  @Override
  public void stop() {
    var door = server;
    server = null;
    if (door != null) {
      door.stop();
    }
  }

  @Override
  public boolean isRunning() {
    return server != null;
  }

  /** One mail on its way in. */
  private final class Visit implements MessageHandler {
    private String sender = "";
    private @Nullable UUID id;

    @Override
    public void from(String from) {
      sender = from == null ? "" : from.strip();
    }

    /** One at a time, or a mail could be taken for one and refused for another. */
    @Override
    public void recipient(String to) throws RejectException {
      if (id != null) {
        throw new RejectException(452, "4.5.3 bring it to each by itself"); // RFC 5321, 4.5.3.1.10
      }
      id =
          addresses
              .read(to)
              .orElseThrow(() -> new RejectException(550, "5.1.1 nobody is reached here"));
    }

    @Override
    public String data(InputStream in) throws RejectException, IOException {
      if (!enter()) {
        throw new RejectException(451, "4.3.2 too much mail at once, try again later");
      }
      try {
        var mail = Incoming.read(in);
        take(mail);
        return "taken";
      } catch (MessagingException malformed) {
        LOG.info("a mail was refused: {}", malformed.getMessage());
        throw new RejectException(554, "5.6.0 this mail can't be read");
      } finally {
        reading.release();
      }
    }

    /**
     * What a program sent is taken and dropped: an answer to it could go round for ever. Only a
     * calendar's answer comes from programs, and through servers that send in their own name; and
     * what an address keeps that never answers.
     */
    private void take(Incoming mail) throws RejectException, MessagingException {
      var asked = id;
      if (asked == null) {
        return;
      }
      var reader =
          Caller.house().call(() -> replies.stream().filter(r -> r.knows(asked)).findFirst());
      boolean calendar =
          mail.speaksCalendar() && reader.filter(Replies::readsCalendars).isPresent();
      boolean program = reader.filter(Replies::readsPrograms).isPresent();
      if (!program && (sender.isEmpty() || mail.automatic() && !calendar)) {
        return;
      }
      var from =
          mail.from()
              .filter(f -> calendar || program || f.equalsIgnoreCase(sender))
              .orElse(program && !sender.isEmpty() ? sender : null);
      if (from == null) {
        throw new RejectException(550, "5.7.1 the sender and the From line differ");
      }
      var reply = mail.reply(from);
      if (reply.text().isEmpty() && reply.files().isEmpty() && reply.calendar() == null) {
        throw new RejectException(550, "5.6.0 nothing is written above the quoted text");
      }
      Optional<String> refused =
          Caller.house()
              .call(() ->
                  reader
                      .map(r -> r.take(asked, reply))
                      .orElse(Optional.of("nobody is reached here")));
      if (refused.isPresent()) {
        throw new RejectException(550, "5.7.1 " + refused.get());
      }
    }

    private boolean enter() {
      try {
        return reading.tryAcquire(WAIT, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }

    @Override
    public void done() {}
  }
}
