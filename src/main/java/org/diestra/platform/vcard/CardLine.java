package org.diestra.platform.vcard;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One content line of a card (RFC 6350, section 3.3).
 *
 * @param group what stands before the dot, or nothing: {@code item1}
 * @param name in upper case: {@code TEL}
 * @param value as it stands there, with its escapes
 * @param raw the whole as somebody wrote it, folds and line end included; null for one of ours
 */
public record CardLine(
    String group, String name, List<Param> params, String value, @Nullable String raw) {
  private static final int FOLD = 75; // octets in a line, without its end
  private static final int LONGEST_CHARACTER = 4; // octets

  /**
   * @param name in upper case: {@code TYPE}
   * @param raw as it stands there, quotes included; what has no name of its own is a type
   */
  public record Param(String name, String raw) {
    /** Its values, without their quotes. */
    public List<String> values() {
      var all = new ArrayList<String>();
      var one = new StringBuilder();
      boolean quoted = false;
      for (int i = 0; i < raw.length(); i++) {
        char c = raw.charAt(i);
        if (c == '"') {
          quoted = !quoted;
        } else if (c == ',' && !quoted) {
          all.add(one.toString());
          one.setLength(0);
        } else {
          one.append(c);
        }
      }
      all.add(one.toString());
      return all;
    }
  }

  public CardLine {
    params = List.copyOf(params);
  }

  /** A line of ours, whose value stands as it is. */
  public static CardLine of(String name, String value) {
    return new CardLine("", name, List.of(), value, null);
  }

  /** A line of ours whose value is text. */
  public static CardLine text(String name, String text) {
    return of(name, escaped(text));
  }

  /** A line of ours whose value has parts, as names and addresses have. */
  public static CardLine parts(String name, List<String> parts) {
    return of(name, parts.stream().map(CardLine::escaped).collect(Collectors.joining(";")));
  }

  /** Commas, semicolons, backslashes and line ends are escaped (RFC 6350, section 3.4). */
  public static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("\n", "\\n")
        .replace(",", "\\,")
        .replace(";", "\\;")
        .replace("\r", "");
  }

  /** The value as text, its escapes resolved. */
  public String text() {
    return text(value);
  }

  private static String text(String escaped) {
    if (escaped.indexOf('\\') < 0) {
      return escaped;
    }
    var out = new StringBuilder(escaped.length());
    for (int i = 0; i < escaped.length(); i++) {
      char c = escaped.charAt(i);
      if (c == '\\' && i + 1 < escaped.length()) {
        char next = escaped.charAt(++i);
        out.append(next == 'n' || next == 'N' ? '\n' : next);
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** What stands between semicolons, each as text. */
  public List<String> parts() {
    return split(';');
  }

  /** What stands between commas, each as text. */
  public List<String> list() {
    return split(',');
  }

  private List<String> split(char mark) {
    var all = new ArrayList<String>();
    int from = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == mark) {
        all.add(text(value.substring(from, i)));
        from = i + 1;
      }
    }
    all.add(text(value.substring(from)));
    return all;
  }

  /** The values of that parameter, without quotes. */
  public List<String> param(String wanted) {
    return params.stream()
        .filter(p -> p.name().equals(wanted))
        .flatMap(p -> p.values().stream())
        .toList();
  }

  /** What kind of thing it is, in lower case: {@code home}, {@code cell}. */
  public Set<String> types() {
    // some quote a list of them as one (RFC 6350, section 5.6)
    return param("TYPE").stream()
        .flatMap(t -> Arrays.stream(t.split(",", -1)))
        .map(t -> t.strip().toLowerCase(Locale.ROOT))
        .filter(t -> !t.isEmpty())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The same line with another value, which stands as it is. */
  public CardLine holding(String other) {
    return new CardLine(group, name, params, other, null);
  }

  /**
   * The same line of another kind: of all kinds known only this one is left, and others stay.
   *
   * @param kind in lower case; empty for none
   */
  public CardLine typed(Set<String> known, String kind) {
    var types = new ArrayList<>(types());
    types.removeAll(known);
    if (!kind.isEmpty()) {
      types.addFirst(kind);
    }
    var others = params.stream().filter(p -> !p.name().equals("TYPE")).toList();
    var all = new ArrayList<Param>();
    if (!types.isEmpty()) {
      all.add(
          new Param("TYPE", types.stream().map(CardLine::plain).collect(Collectors.joining(","))));
    }
    all.addAll(others);
    return new CardLine(group, name, all, value, null);
  }

  /** Without that parameter. */
  public CardLine without(String... names) {
    var gone = Set.of(names);
    var left = params.stream().filter(p -> !gone.contains(p.name())).toList();
    return new CardLine(group, name, left, value, null);
  }

  /** Quoted where it holds what would end it. */
  private static String plain(String value) {
    boolean ends = value.chars().anyMatch(c -> c == ':' || c == ';' || c == ',');
    return ends ? '"' + value.replace("\"", "") + '"' : value.replace("\"", "");
  }

  /** Whether it says the same, however it is folded and written. */
  public boolean says(CardLine other) {
    return name.equals(other.name) && value.equals(other.value) && types().equals(other.types());
  }

  /** As somebody wrote it; one of ours folded, with its line end. No character is cut in two. */
  void write(StringBuilder out) {
    if (raw != null) {
      out.append(raw);
      return;
    }
    var whole = new StringBuilder(group.isEmpty() ? name : group + "." + name);
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
