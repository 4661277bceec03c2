package org.diestra.platform.vcard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.diestra.platform.vcard.CardLine.Param;

/**
 * Reads the lines of one card as they stand, without a say on what they mean. Whatever is sent, it
 * takes time and memory in proportion to its size. For one thread.
 */
final class CardReader {
  private static final String QUOTED = "QUOTED-PRINTABLE";
  private static final int LONGEST_HEAD = 500; // letters before the colon of a line of 2.1
  private final String text;
  private final List<CardLine> lines = new ArrayList<>();
  private int number;

  private CardReader(String text) {
    this.text = text;
  }

  /**
   * The card that this text is.
   *
   * @param first the line of the file on which it begins
   */
  static Card read(String text, int first) {
    var reader = new CardReader(text);
    reader.number = first - 1;
    reader.all();
    return reader.whole();
  }

  /** What follows a line end and a blank belongs to the line before. */
  private void all() {
    int at = 0;
    while (at < text.length()) {
      int begin = at;
      var line = new StringBuilder();
      number++;
      int begun = number;
      at = physical(at, line);
      while (at < text.length() && (folded(at) || soft(line))) {
        number++;
        if (soft(line)) { // whatever follows is text, a blank too
          line.setLength(line.length() - 1);
          at = physical(at, line);
        } else {
          at = physical(at + 1, line);
        }
      }
      if (!line.toString().isBlank()) {
        if (lines.size() >= Card.MOST_LINES) {
          throw new Faulty("vcard.lines", Card.MOST_LINES);
        }
        lines.add(line(line, text.substring(begin, at), begun));
      }
    }
  }

  private boolean folded(int at) {
    return text.charAt(at) == ' ' || text.charAt(at) == '\t';
  }

  /** A line of 2.1 goes on behind an equals sign (RFC 2045, section 6.7). */
  private static boolean soft(StringBuilder line) {
    if (line.isEmpty() || line.charAt(line.length() - 1) != '=') {
      return false;
    }
    // only where it may stand: looking through all of it at each break would take minutes
    var head = line.substring(0, Math.min(line.length(), LONGEST_HEAD));
    int colon = head.indexOf(':');
    return colon > 0 && head.substring(0, colon).toUpperCase(Locale.ROOT).contains(QUOTED);
  }

  /** Adds what stands until the line's end; answers where the next begins. */
  private int physical(int from, StringBuilder line) {
    int at = from;
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      line.append(text.charAt(at));
      at++;
    }
    if (at < text.length() && text.charAt(at) == '\r') {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '\n') {
      at++;
    }
    return at;
  }

  /** A group, a name, parameters whose values may be quoted, and all behind the colon. */
  private static CardLine line(CharSequence line, String raw, int number) {
    int at = end(line, 0, ":;", number);
    var whole = line.subSequence(0, at).toString().strip();
    int dot = whole.indexOf('.');
    var group = dot < 0 ? "" : whole.substring(0, dot);
    var name = whole.substring(dot + 1).toUpperCase(Locale.ROOT);
    if (name.isEmpty()) {
      throw new Faulty("vcard.line", number);
    }
    var params = new ArrayList<Param>();
    while (line.charAt(at) == ';') {
      int from = at + 1;
      at = end(line, from, ":;", number);
      params.add(param(line.subSequence(from, at).toString().strip()));
    }
    var value = line.subSequence(at + 1, line.length()).toString();
    return new CardLine(group, name, params, value, ended(raw));
  }

  /** What is written behind it must begin a line of its own. */
  private static String ended(String raw) {
    return raw.endsWith("\n") || raw.endsWith("\r") ? raw : raw + "\r\n";
  }

  /** In 2.1 a value stands without a name. */
  private static Param param(String text) {
    int equals = text.indexOf('=');
    if (equals >= 0) {
      return new Param(
          text.substring(0, equals).strip().toUpperCase(Locale.ROOT), text.substring(equals + 1));
    }
    var upper = text.toUpperCase(Locale.ROOT);
    boolean encoding = List.of(QUOTED, "BASE64", "8BIT", "7BIT").contains(upper);
    return new Param(encoding ? "ENCODING" : "TYPE", text);
  }

  /** Where one of these stands outside of quotes. */
  private static int end(CharSequence text, int from, String marks, int number) {
    boolean quoted = false;
    for (int at = from; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && marks.indexOf(c) >= 0) {
        return at;
      }
    }
    throw new Faulty("vcard.line", number);
  }

  private Card whole() {
    boolean framed =
        lines.size() > 2 && marks(lines.getFirst(), "BEGIN") && marks(lines.getLast(), "END");
    if (!framed) {
      throw new Faulty("vcard.not-a-card");
    }
    var inner = lines.subList(1, lines.size() - 1);
    if (inner.stream().anyMatch(l -> l.name().equals("BEGIN") || l.name().equals("END"))) {
      throw new Faulty("vcard.nested");
    }
    return new Card(lines);
  }

  private static boolean marks(CardLine line, String name) {
    return line.name().equals(name) && line.value().strip().equalsIgnoreCase("VCARD");
  }
}
