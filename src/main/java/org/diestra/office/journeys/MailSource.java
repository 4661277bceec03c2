package org.diestra.office.journeys;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;

/** A mail as it was saved (RFC 5322), taken apart within bounds: so many parts, so deep. */
final class MailSource {
  private static final int MOST_PARTS = 60;
  private static final int DEEPEST = 8;
  private static final int LOOK = 8000; // characters of head
  private static final Session SESSION = Session.getInstance(new Properties());
  private static final Pattern HEAD =
      Pattern.compile("(?im)^(?:mime-version|content-type|received|message-id):");

  private final List<byte[]> files = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private int parts;

  private MailSource() {}

  static boolean is(String text) {
    var head = text.substring(0, Math.min(text.length(), LOOK));
    return !head.stripLeading().startsWith("<") && HEAD.matcher(head).find();
  }

  /** Its texts, HTML and plain, and what is attached; what can’t be read is left out. */
  static MailSource read(byte[] bytes) {
    var source = new MailSource();
    try {
      source.walk(new MimeMessage(SESSION, new ByteArrayInputStream(bytes)), 0);
    } catch (MessagingException | IOException broken) {
      return source; // with what came before
    }
    return source;
  }

  List<String> texts() {
    return texts;
  }

  List<byte[]> files() {
    return files;
  }

  private void walk(Part part, int depth) throws MessagingException, IOException {
    if (++parts > MOST_PARTS || depth > DEEPEST) {
      throw new MessagingException("too many parts within each other");
    }
    if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart many) {
      for (int i = 0; i < many.getCount(); i++) {
        walk(many.getBodyPart(i), depth + 1);
      }
    } else if (part.isMimeType("message/rfc822") && part.getContent() instanceof Part inner) {
      walk(inner, depth + 1); // forwarded as a whole
    } else if (part.isMimeType("text/calendar") || part.getFileName() != null) {
      try (var in = part.getInputStream()) {
        files.add(in.readNBytes(Reader.LARGEST));
      }
    } else if (part.isMimeType("text/*")) {
      texts.add(words(part));
    }
  }

  private static String words(Part part) throws MessagingException, IOException {
    try (var in = part.getInputStream()) {
      var bytes = in.readNBytes(Reader.LARGEST);
      var charset = new ContentType(part.getContentType()).getParameter("charset");
      try {
        return charset == null
            ? new String(bytes, StandardCharsets.UTF_8)
            : new String(bytes, MimeUtility.javaCharset(charset));
      } catch (UnsupportedEncodingException unknown) {
        return new String(bytes, StandardCharsets.UTF_8);
      }
    }
  }
}
