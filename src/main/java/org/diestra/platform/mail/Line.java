package org.diestra.platform.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;

/** One connection for the letters of a round, opened for the first and again after it broke. */
final class Line implements AutoCloseable {
  private final Outlet outlet;
  private volatile @Nullable Transport open;

  Line(Outlet outlet) {
    this.outlet = outlet;
  }

  /** Always true; a value, so that what it throws may be checked. */
  boolean send(Queued letter) throws MessagingException {
    var message = composed(letter);
    var transport = open;
    if (transport == null || !transport.isConnected()) {
      transport = outlet.connect();
      open = transport;
    }
    transport.sendMessage(message, message.getAllRecipients());
    return true;
  }

  /** A letter that can't even be written down will not get better; a refused one may. */
  private MimeMessage composed(Queued letter) {
    try {
      return outlet.compose(letter);
    } catch (MessagingException e) {
      throw new IllegalArgumentException(e.toString(), e);
    }
  }

  /** Lets go of a connection that somebody else is stuck in; closing it would wait for them. */
  void drop() {
    open = null;
  }

  @Override
  public void close() {
    var transport = open;
    if (transport != null) {
      try {
        transport.close();
      } catch (MessagingException alreadyGone) {
        open = null;
      }
    }
  }
}
