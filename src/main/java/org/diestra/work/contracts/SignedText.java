package org.diestra.work.contracts;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Finds what may be a signed text among the streams of a PDF that a stranger brought, without
 * reading it as a PDF: a reader of those inflates whatever it is told to, and eight megabytes can
 * be made into all the memory there is. An attached file is always a stream of its own (ISO
 * 32000-1, sections 7.5.7 and 7.11.4), as it is or deflated once; one that was wrapped twice, or
 * encrypted, is not found.
 */
final class SignedText {
  /** Bytes of a text; the house's own have less than a hundred thousand. */
  static final int LONGEST = 1 << 20;

  private static final int MOST_STREAMS = 2_000; // a contract's paper has some thirty
  private static final int MOST_TEXTS = 8;
  private static final byte[] START = "stream".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] END = "endstream".getBytes(StandardCharsets.US_ASCII);

  private SignedText() {}

  /** At most {@value #MOST_TEXTS}, each of at most {@value #LONGEST} bytes, in their order. */
  static List<String> candidates(byte[] pdf) {
    var texts = new ArrayList<String>();
    int at = 0;
    for (int seen = 0; seen < MOST_STREAMS && texts.size() < MOST_TEXTS; seen++) {
      int from = body(pdf, at);
      if (from < 0) {
        break;
      }
      int end = find(pdf, END, from);
      var text = text(pdf, from, end < 0 ? pdf.length : end);
      if (text.length > 0) {
        texts.add(new String(text, StandardCharsets.UTF_8));
      }
      at = end < 0 ? pdf.length : end + END.length;
    }
    return texts;
  }

  /** Where the next stream's bytes begin: after that word and the end of its line; or -1. */
  private static int body(byte[] pdf, int from) {
    int word = find(pdf, START, from);
    while (word >= 0) {
      int at = word + START.length;
      at += at < pdf.length && pdf[at] == '\r' ? 1 : 0;
      if (at < pdf.length && pdf[at] == '\n') {
        return at + 1;
      }
      word = find(pdf, START, word + START.length);
    }
    return -1;
  }

  /** Empty for what is no JSON object, by its first byte, or too long. */
  private static byte[] text(byte[] pdf, int from, int end) {
    if (end - from < 2) {
      return new byte[0];
    }
    if (pdf[from] == '{') {
      return end - from > LONGEST + 2 ? new byte[0] : trimmed(pdf, from, end);
    }
    boolean deflated = (pdf[from] & 0x0f) == 8 && word(pdf, from) % 31 == 0; // RFC 1950, 2.2
    return deflated ? inflated(pdf, from, end) : new byte[0];
  }

  private static int word(byte[] pdf, int at) {
    return (pdf[at] & 0xff) << 8 | pdf[at + 1] & 0xff;
  }

  /** A stream's last byte is followed by the end of a line. */
  private static byte[] trimmed(byte[] pdf, int from, int end) {
    int to = end;
    while (to > from && (pdf[to - 1] == '\n' || pdf[to - 1] == '\r')) {
      to--;
    }
    return Arrays.copyOfRange(pdf, from, to);
  }

  private static byte[] inflated(byte[] pdf, int from, int end) {
    var inflater = new Inflater();
    try {
      inflater.setInput(pdf, from, end - from);
      var first = new byte[1];
      if (inflater.inflate(first) != 1 || first[0] != '{') {
        return new byte[0];
      }
      var rest = new byte[LONGEST];
      rest[0] = first[0];
      int length = 1;
      while (length < LONGEST && !inflater.finished()) {
        int more = inflater.inflate(rest, length, LONGEST - length);
        if (more == 0) {
          break;
        }
        length += more;
      }
      return inflater.finished() ? Arrays.copyOf(rest, length) : new byte[0];
    } catch (DataFormatException damaged) {
      return new byte[0];
    } finally {
      inflater.end();
    }
  }

  private static int find(byte[] bytes, byte[] word, int from) {
    for (int at = from; at <= bytes.length - word.length; at++) {
      if (bytes[at] == word[0]
          && Arrays.equals(bytes, at, at + word.length, word, 0, word.length)) {
        return at;
      }
    }
    return -1;
  }
}
