package org.diestra.platform.icalendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;

/**
 * Reads the text of a calendar (RFC 5545, section 3.1) as it stands, without a say on what it
 * means. Whatever is sent, it takes time and memory in proportion to its size.
 */
public final class Ics {
  private static final int DEEPEST = 8;
  private static final int MOST_LINES = 300_000;
  private static final String CALENDAR = "VCALENDAR";
  private final Deque<Open> open = new ArrayDeque<>();
  private final List<Part> whole = new ArrayList<>();
  private int number;

  private Ics() {}

  /** A component that has begun. */
  private record Open(String name, List<Line> lines, List<Part> parts) {}

  /**
   * The calendar in these bytes; several behind each other are read as one.
   *
   * @param most how many bytes it may have
   */
  public static Outcome<Part> read(byte[] bytes, int most) {
    if (bytes.length > most) {
      return Outcome.refused(Refusal.invalid("icalendar.too-large", List.of(most / 1000)));
    }
    try {
      return Outcome.done(new Ics().read(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes))));
    } catch (CharacterCodingException otherLetters) {
      return Outcome.refused(Refusal.invalid("icalendar.not-utf8", List.of()));
    } catch (Faulty faulty) {
      return Outcome.refused(faulty.why());
    }
  }

  /** One component that the house wrote itself. */
  static Part own(String text) {
    var reader = new Ics();
    reader.lines(text);
    return reader.whole.getFirst();
  }

  private Part read(CharSequence text) {
    lines(text);
    var calendars = whole.stream().filter(p -> p.name().equals(CALENDAR)).toList();
    if (!open.isEmpty() || calendars.isEmpty() || calendars.size() < whole.size()) {
      throw new Faulty("icalendar.not-a-calendar");
    }
    var parts = calendars.stream().flatMap(c -> c.parts().stream()).toList();
    return calendars.getFirst().holding(parts);
  }

  /** Unfolds: what follows a line end and a blank belongs to the line before. */
  private void lines(CharSequence text) {
    var line = new StringBuilder();
    int length = text.length();
    int from = length > 0 && text.charAt(0) == '\uFEFF' ? 1 : 0;
    for (int at = from; at < length; at++) {
      char c = text.charAt(at);
      if (c != '\r' && c != '\n') {
        if (c != 0) { // may not be there (section 3.1), and the database would refuse it
          line.append(c);
        }
        continue;
      }
      if (c == '\r' && at + 1 < length && text.charAt(at + 1) == '\n') {
        at++;
      }
      char next = at + 1 < length ? text.charAt(at + 1) : '\n';
      if (next == ' ' || next == '\t') {
        at++;
      } else {
        take(line);
        line.setLength(0);
      }
    }
    take(line);
  }

  private void take(CharSequence text) {
    number++;
    if (number > MOST_LINES) {
      throw new Faulty("icalendar.lines", MOST_LINES);
    }
    if (text.toString().isBlank()) {
      return;
    }
    var line = line(text);
    switch (line.name()) {
      case "BEGIN" -> begin(line.value().strip().toUpperCase(Locale.ROOT));
      case "END" -> end(line.value().strip().toUpperCase(Locale.ROOT));
      default -> inside().lines().add(line);
    }
  }

  private void begin(String name) {
    if (open.size() >= DEEPEST) {
      throw wrong();
    }
    open.push(new Open(name, new ArrayList<>(), new ArrayList<>()));
  }

  private void end(String name) {
    var done = inside();
    if (!done.name().equals(name)) {
      throw wrong();
    }
    open.pop();
    var part = new Part(done.name(), done.lines(), done.parts());
    (open.isEmpty() ? whole : inside().parts()).add(part);
  }

  private Open inside() {
    if (open.isEmpty()) {
      throw number <= 1 ? new Faulty("icalendar.not-a-calendar") : wrong();
    }
    return Objects.requireNonNull(open.peek());
  }

  private Faulty wrong() {
    return new Faulty("icalendar.line", number);
  }

  /** A name, parameters whose values may be quoted, and all behind the colon. */
  private Line line(CharSequence text) {
    int at = end(text, 0, ":;");
    var name = text.subSequence(0, at).toString().strip().toUpperCase(Locale.ROOT);
    if (name.isEmpty()) {
      throw wrong();
    }
    var params = new ArrayList<Line.Param>();
    while (text.charAt(at) == ';') {
      int equals = end(text, at + 1, "=:;");
      var param = text.subSequence(at + 1, equals).toString().strip().toUpperCase(Locale.ROOT);
      if (text.charAt(equals) != '=') {
        params.add(new Line.Param(param, ""));
        at = equals;
        continue;
      }
      at = end(text, equals + 1, ":;");
      params.add(new Line.Param(param, text.subSequence(equals + 1, at).toString()));
    }
    return new Line(name, params, text.subSequence(at + 1, text.length()).toString());
  }

  /** Where one of these stands outside of quotes. */
  private int end(CharSequence text, int from, String marks) {
    boolean quoted = false;
    for (int at = from; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && marks.indexOf(c) >= 0) {
        return at;
      }
    }
    throw wrong();
  }
}
