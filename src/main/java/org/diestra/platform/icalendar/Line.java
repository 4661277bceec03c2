package org.diestra.platform.icalendar;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One content line (RFC 5545, section 3.1).
 *
 * @param name in upper case: {@code DTSTART}
 * @param value as it stands there, with its escapes
 */
public record Line(String name, List<Param> params, String value) {
  private static final int FOLD = 75; // octets in a line, without its end
  private static final int LONGEST_CHARACTER = 4; // octets

  /**
   * @param name in upper case: {@code TZID}
   * @param raw as it stands there, quotes included
   */
  public record Param(String name, String raw) {
    /** Quoted where it holds what would end it (section 3.2). */
    static Param of(String name, String value) {
      boolean ends = value.chars().anyMatch(c -> c == ':' || c == ';' || c == ',');
      return new Param(name, ends ? '"' + value.replace("\"", "") + '"' : value);
    }

    /** Any text, quoted, without what no parameter may hold (section 3.1). */
    public static Param quoted(String name, String text) {
      return new Param(name, '"' + text.replace('"', '\'').replaceAll("\\p{Cntrl}+", " ") + '"');
    }
  }

  public Line {
    params = List.copyOf(params);
  }

  public static Line of(String name, String value) {
    return new Line(name, List.of(), value);
  }

  /** A line whose value is text (section 3.3.11): commas, semicolons and line ends are escaped. */
  public static Line text(String name, String text) {
    var escaped =
        text.replace("\\", "\\\\")
            .replace("\n", "\\n")
            .replace(",", "\\,")
            .replace(";", "\\;")
            .replace("\r", "");
    return of(name, escaped);
  }

  /** The value as text, its escapes resolved. */
  public String text() {
    if (value.indexOf('\\') < 0) {
      return value;
    }
    var out = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' && i + 1 < value.length()) {
        char next = value.charAt(++i);
        out.append(next == 'n' || next == 'N' ? '\n' : next);
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** That parameter's value without its quotes. */
  public Optional<String> param(String wanted) {
    return params.stream()
        .filter(p -> p.name().equals(wanted))
        .map(p -> p.raw().replace("\"", ""))
        .findFirst();
  }

  /** The mail address of somebody's (section 3.3.3), as it stands there; else the whole value. */
  public String mailbox() {
    return value.strip().replaceFirst("(?i)^mailto:", "");
  }

  /** Whether the value is said to be of that type ({@code VALUE=DATE}). */
  boolean isOf(String type) {
    return param("VALUE").filter(v -> v.toUpperCase(Locale.ROOT).equals(type)).isPresent();
  }

  /** Writes it folded, with its line end. No character is cut in two. */
  void write(StringBuilder out) {
    var whole = new StringBuilder(name);
    params.forEach(p -> whole.append(';').append(p.name()).append('=').append(p.raw()));
    whole.append(':').append(value);
    int octets = 0;
    for (int i = 0; i < whole.length(); ) {
      int character = whole.codePointAt(i);
      int size = octets(character);
      if (octets + size > FOLD) {
        out.append("\r\n ");
        octets = 1;
      }
      out.appendCodePoint(character);
      octets += size;
      i += Character.charCount(character);
    }
    out.append("\r\n");
  }

  private static int octets(int character) {
    return character < 0x80
        ? 1
        : character > 0xFFFF
            ? LONGEST_CHARACTER
            : Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
  }
}
