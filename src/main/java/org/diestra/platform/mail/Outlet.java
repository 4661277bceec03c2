package org.diestra.platform.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.util.Date;
import java.util.Locale;
import java.util.Properties;
import org.diestra.platform.base.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.MimeMessageHelper;

/** The way out of the house: the mail server, or none. */
class Outlet {
  private final @Nullable SmtpServer server;
  private final Session session;
  private final Sender from;
  private final Clock clock;

  /** Who all letters are from. */
  record Sender(String name, String address) {
    String host() {
      return address.substring(address.lastIndexOf('@') + 1);
    }
  }

  Outlet(@Nullable SmtpServer server, Sender from, Clock clock) {
    this.server = server;
    this.session = Session.getInstance(server == null ? new Properties() : server.properties());
    this.from = from;
    this.clock = clock;
  }

  Sender sender() {
    return from;
  }

  /** The domain all letters are from. */
  String host() {
    return from.host();
  }

  /** False when letters are kept instead. */
  boolean isOpen() {
    return server != null;
  }

  Queued.State firstState() {
    return isOpen() ? Queued.State.WAITING : Queued.State.KEPT;
  }

  /** An open line to the server; close it. */
  Transport connect() throws MessagingException {
    if (server == null) {
      throw new IllegalStateException("there is no mail server");
    }
    var transport = session.getTransport(server.protocol());
    transport.connect(server.host(), server.port(), server.user(), server.password());
    return transport;
  }

  /**
   * The message as it travels. Its id is the letter's, so that a second try is known as the same.
   */
  MimeMessage compose(Queued letter) throws MessagingException {
    var message = new Message(session, "<" + Ids.text(letter.id()) + "@" + from.host() + ">");
    var helper =
        new MimeMessageHelper(
            message,
            !letter.attachments().isEmpty()
                ? MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED
                : MimeMessageHelper.MULTIPART_MODE_RELATED,
            "UTF-8");
    setFrom(helper);
    helper.setTo(letter.recipient());
    helper.setSubject(letter.subject());
    helper.setSentDate(Date.from(clock.instant()));
    if (letter.replyTo() != null) {
      helper.setReplyTo(letter.replyTo());
    }
    helper.setText(letter.body(), letter.html());
    for (var file : letter.attachments()) {
      attach(helper, file);
    }
    message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834, section 5
    message.setHeader("Content-Language", Locale.forLanguageTag(letter.locale()).toLanguageTag());
    if (letter.unsubscribe() != null) {
      message.setHeader("List-Unsubscribe", "<" + letter.unsubscribe() + ">");
      message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    message.saveChanges();
    return message;
  }

  private static void attach(MimeMessageHelper helper, Letter.Attachment file)
      throws MessagingException {
    var type = file.type();
    if (file.isInvitation()) {
      readings(helper).addBodyPart(calendar(file));
      type = "application/ics"; // so that no program takes it for a second invitation
    }
    helper.addAttachment(file.name(), new ByteArrayResource(file.content()), type);
  }

  /** The part that holds the letter as plain text and as HTML: a reader shows the last it knows. */
  private static MimeMultipart readings(MimeMessageHelper helper) throws MessagingException {
    try {
      return (MimeMultipart) helper.getMimeMultipart().getBodyPart(0).getContent();
    } catch (IOException e) {
      throw new MessagingException("the parts of a letter", e);
    }
  }

  private static MimeBodyPart calendar(Letter.Attachment file) throws MessagingException {
    var part = new MimeBodyPart();
    part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.content(), file.type())));
    part.setHeader("Content-Transfer-Encoding", "base64"); // its line ends are part of it
    return part;
  }

  String address() {
    return from.address();
  }

  private void setFrom(MimeMessageHelper helper) throws MessagingException {
    try {
      helper.setFrom(from.address(), from.name());
    } catch (UnsupportedEncodingException noUtf8) {
      throw new IllegalStateException(noUtf8);
    }
  }

  /** Keeps its id over {@link #saveChanges}. */
  private static final class Message extends MimeMessage {
    private final String id;

    Message(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
