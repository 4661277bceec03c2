package org.diestra.platform.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.diestra.platform.base.Token;
import org.diestra.platform.mail.Replies.Attached;
import org.diestra.platform.mail.Replies.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * A mail as it came in, read within bounds: so many parts, so deep, so much text, whatever it
 * claims to be.
 */
final class Incoming {
  private static final int MOST_PARTS = 60;
  private static final int DEEPEST = 8;
  private static final int MOST_TEXT = 400_000; // bytes
  private static final int MOST_CALENDAR = 200_000; // bytes
  private static final int MOST_FILES = 10;
  private static final Pattern UNSEEN =
      Pattern.compile("(?is)<(style|script|head)\\b[^>]{0,500}>.{0,200000}?</\\1>");
  private static final Pattern BREAK =
      Pattern.compile("(?i)<br\\b[^>]{0,200}>|</(?:p|div|li|tr|h[1-6])>");
  private static final Pattern ANSWER =
      Pattern.compile("(?im)^METHOD[ \\t]*:[ \\t]*(?:REQUEST|CANCEL|REPLY|COUNTER)[ \\t]*\\r?$");
  private static final Pattern TAG = Pattern.compile("<[^>]{0,2000}>");
  private static final Session SESSION = Session.getInstance(new Properties());

  private final MimeMessage message;
  private final List<Attached> files = new ArrayList<>();
  private @Nullable String plain;
  private @Nullable String html;
  private @Nullable Attached calendar;
  private int parts;

  private Incoming(MimeMessage message) {
    this.message = message;
  }

  /**
   * @throws MessagingException if it is no mail, or one that is made to be a burden
   */
  static Incoming read(InputStream in) throws MessagingException, IOException {
    var incoming = new Incoming(new MimeMessage(SESSION, in));
    incoming.walk(incoming.message, 0);
    return incoming;
  }

  /** Written by a program, to everybody, or about another mail (RFC 3834, section 2). */
  boolean automatic() throws MessagingException {
    var auto = header("Auto-Submitted");
    var precedence = header("Precedence");
    return (!auto.isEmpty() && !auto.equalsIgnoreCase("no"))
        || precedence.matches("(?i)bulk|junk|list|auto_reply")
        || !header("List-Id").isEmpty()
        || !header("X-Autoreply").isEmpty()
        || message.isMimeType("multipart/report");
  }

  /** Who it says it is from; empty unless that is exactly one. */
  Optional<String> from() throws MessagingException {
    var from = message.getFrom();
    return from != null && from.length == 1 && from[0] instanceof InternetAddress one
        ? Optional.ofNullable(one.getAddress())
        : Optional.empty();
  }

  /**
   * A calendar program's word about what somebody is asked to (RFC 6047): it says itself who asks
   * or answers, whether a person pressed a button or not, and is never answered.
   */
  boolean speaksCalendar() {
    var said = calendar == null ? "" : new String(calendar.content(), StandardCharsets.UTF_8);
    return ANSWER.matcher(said).find();
  }

  Reply reply(String from) throws MessagingException {
    var id = message.getMessageID();
    var text = Quotes.cut(plain != null ? plain : html == null ? "" : text(html));
    var key = "mail:" + Token.of(id == null ? from + text.hashCode() : id).hash();
    var subject = message.getSubject();
    return new Reply(from, key, subject == null ? "" : subject, text, files, calendar);
  }

  private String header(String name) throws MessagingException {
    var value = message.getHeader(name, ",");
    return value == null ? "" : value.strip();
  }

  private void walk(Part part, int depth) throws MessagingException, IOException {
    if (++parts > MOST_PARTS || depth > DEEPEST) {
      throw new MessagingException("too many parts within each other");
    }
    if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart many) {
      for (int i = 0; i < many.getCount(); i++) {
        walk(many.getBodyPart(i), depth + 1);
      }
      return;
    }
    boolean attached =
        Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) || part.getFileName() != null;
    if (calendar == null
        && (part.isMimeType("text/calendar") || part.isMimeType("application/ics"))) {
      calendar = calendar(part);
    }
    if (!attached && part.isMimeType("text/plain")) {
      plain = plain == null ? words(part) : plain;
    } else if (!attached && part.isMimeType("text/html")) {
      html = html == null ? words(part) : html;
    } else if (attached && !part.isMimeType("message/*")) {
      attach(part);
    }
  }

  /** Null for what is longer than any answer. */
  private static @Nullable Attached calendar(Part part) throws MessagingException, IOException {
    try (var in = part.getInputStream()) {
      var bytes = in.readNBytes(MOST_CALENDAR + 1);
      return bytes.length > MOST_CALENDAR ? null : new Attached("", bytes);
    }
  }

  private void attach(Part part) throws MessagingException, IOException {
    if (files.size() == MOST_FILES) {
      throw new MessagingException("more than " + MOST_FILES + " files");
    }
    var name = part.getFileName();
    try (var in = part.getInputStream()) {
      files.add(new Attached(name == null ? "" : MimeUtility.decodeText(name), in.readAllBytes()));
    }
  }

  private static String words(Part part) throws MessagingException, IOException {
    try (var in = part.getInputStream()) {
      var bytes = in.readNBytes(MOST_TEXT);
      var charset =
          new jakarta.mail.internet.ContentType(part.getContentType()).getParameter("charset");
      try {
        return new String(
            bytes,
            charset == null ? StandardCharsets.UTF_8.name() : MimeUtility.javaCharset(charset));
      } catch (java.io.UnsupportedEncodingException unknown) {
        return new String(bytes, StandardCharsets.UTF_8);
      }
    }
  }

  private static String text(String html) {
    var lines = BREAK.matcher(UNSEEN.matcher(html).replaceAll("")).replaceAll("\n");
    return HtmlUtils.htmlUnescape(TAG.matcher(lines).replaceAll(""));
  }
}
