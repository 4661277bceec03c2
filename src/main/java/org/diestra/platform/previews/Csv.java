package org.diestra.platform.previews;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values (RFC 4180), also with the semicolons and tabs of real offices. */
final class Csv {
  private static final char[] SEPARATORS = {',', ';', '\t'};

  private final String text;
  private final char separator;
  private int at;

  private Csv(String text, char separator) {
    this.text = text;
    this.separator = separator;
  }

  /**
   * @param whole whether the text ends where the file ends; if not, its last, cut row is left out
   */
  static Table read(String text, boolean whole) {
    var rows = new Csv(text, separator(text)).rows();
    boolean cut = !whole;
    if (cut && rows.size() > 1 && rows.size() <= Table.ROWS) {
      rows.removeLast();
    }
    boolean more = cut || rows.size() > Table.ROWS;
    return new Table(rows.subList(0, Math.min(rows.size(), Table.ROWS)), more);
  }

  static String write(List<List<String>> rows) {
    return rows.stream()
        .map(row ->
            row.stream()
                .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(",")))
        .collect(Collectors.joining("\r\n"));
  }

  /** The one that the first line has most of. */
  private static char separator(String text) {
    var line = text.lines().findFirst().orElse("");
    char best = ',';
    for (char candidate : SEPARATORS) {
      if (count(line, candidate) > count(line, best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static long count(String line, char wanted) {
    return line.chars().filter(c -> c == wanted).count();
  }

  /** One row more than is shown, to know whether there is one. */
  private List<List<String>> rows() {
    var rows = new ArrayList<List<String>>();
    while (at < text.length() && rows.size() <= Table.ROWS) {
      rows.add(row());
    }
    return rows;
  }

  private List<String> row() {
    var cells = new ArrayList<String>();
    boolean ended = false;
    while (!ended) {
      var cell = cell();
      if (cells.size() < Table.COLUMNS) {
        cells.add(Table.cell(cell));
      }
      ended = at >= text.length() || text.charAt(at) != separator;
      at++;
    }
    if (at <= text.length() && text.charAt(at - 1) == '\r' && at < text.length()) {
      at += text.charAt(at) == '\n' ? 1 : 0;
    }
    return cells;
  }

  /** Stops at the separator, the line's end or the text's end. */
  private String cell() {
    return at < text.length() && text.charAt(at) == '"' ? quoted() : plain();
  }

  private String plain() {
    int start = at;
    while (at < text.length() && !ends(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  private String quoted() {
    var cell = new StringBuilder();
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '"') {
        cell.append(c);
      } else if (at < text.length() && text.charAt(at) == '"') {
        cell.append('"');
        at++;
      } else {
        break;
      }
    }
    return cell + plain();
  }

  private boolean ends(char c) {
    return c == separator || c == '\n' || c == '\r';
  }
}
