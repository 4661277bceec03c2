package org.diestra.money.transfers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * A bank's CSV as rows of cells (RFC 4180), in whichever letters and with whichever separator it
 * was written: UTF-8 with or without its mark, else Windows-1252, which reads Latin-1 too.
 *
 * @param head the row that names the columns
 * @param rows those below it that hold anything
 */
record CsvTable(Row head, List<Row> rows) {
  private static final Charset WESTERN = Charset.forName("windows-1252");
  private static final int MOST_CELLS = 60;
  private static final int LONGEST_CELL = 4_000;
  private static final int PREFACE = 40; // lines before the head, at most

  /**
   * @param line of the file on which it begins, counted from 1
   */
  record Row(int line, List<String> cells) {
    String cell(int column) {
      return column < 0 || column >= cells.size() ? "" : cells.get(column);
    }

    long filled() {
      return cells.stream().filter(c -> !c.isEmpty()).count();
    }
  }

  static CsvTable read(byte[] bytes) throws Unreadable {
    var text = decoded(bytes);
    var all = rows(text, separator(text));
    int width = width(all);
    int head = 0;
    while (head < all.size() && head < PREFACE && all.get(head).filled() < Math.max(2, width)) {
      head++;
    }
    if (width < 2 || head >= Math.min(PREFACE, all.size())) {
      throw new Unreadable("transfers.csv.no-table");
    }
    if (all.size() - head - 1 > BankStatement.MOST_LINES) {
      throw new Unreadable("transfers.file.too-many", BankStatement.MOST_LINES);
    }
    return new CsvTable(all.get(head), List.copyOf(all.subList(head + 1, all.size())));
  }

  private static String decoded(byte[] bytes) throws Unreadable {
    String text;
    try {
      text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException older) {
      text = new String(bytes, WESTERN);
    }
    if (text.indexOf('\0') >= 0) {
      throw new Unreadable("transfers.csv.no-table"); // a picture, a sheet, UTF-16
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** The one that most lines of the beginning have most often, outside of quotes. */
  private static char separator(String text) {
    char best = ';';
    long most = 0;
    for (char one : new char[] {';', '\t', ','}) {
      long found =
          text.lines()
              .limit(PREFACE)
              .mapToLong(l -> l.replaceAll("\"[^\"]*\"", "").chars().filter(c -> c == one).count())
              .sum();
      if (found > most) {
        best = one;
        most = found;
      }
    }
    return best;
  }

  private static List<Row> rows(String text, char separator) throws Unreadable {
    var rows = new ArrayList<Row>();
    var cells = new ArrayList<String>();
    var cell = new StringBuilder();
    int line = 1;
    int begun = 1;
    boolean quoted = false;
    for (int i = 0; i <= text.length(); i++) {
      char c = i == text.length() ? '\n' : text.charAt(i);
      boolean end = i == text.length();
      if (quoted && !end) {
        if (c != '"') {
          cell.append(c);
          line += c == '\n' ? 1 : 0;
        } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
          cell.append('"');
          i++;
        } else {
          quoted = false;
        }
      } else if (quoted) {
        throw new Unreadable("transfers.csv.quote", begun);
      } else if (c == '"' && cell.toString().isBlank()) {
        cell.setLength(0);
        quoted = true;
      } else if (c == separator || c == '\n') {
        cells.add(cell.toString().strip());
        cell.setLength(0);
        if (c == '\n') {
          add(rows, new Row(begun, List.copyOf(cells)));
          cells.clear();
          begun = ++line;
        }
      } else {
        cell.append(c == '\r' ? ' ' : c);
      }
      if (cells.size() > MOST_CELLS || cell.length() > LONGEST_CELL) {
        throw new Unreadable("transfers.csv.wide", begun);
      }
    }
    return rows;
  }

  private static void add(List<Row> rows, Row row) throws Unreadable {
    if (row.filled() > 0) {
      rows.add(row);
    }
    if (rows.size() > BankStatement.MOST_LINES + PREFACE) {
      throw new Unreadable("transfers.file.too-many", BankStatement.MOST_LINES);
    }
  }

  /** How many cells the most rows have; of two as frequent, the wider. */
  private static int width(List<Row> rows) {
    var widths = new TreeMap<Integer, Integer>();
    rows.forEach(row -> widths.merge(row.cells().size(), 1, Integer::sum));
    int best = 0;
    int most = 0;
    for (var one : widths.entrySet()) {
      if (one.getValue() >= most) {
        best = one.getKey();
        most = one.getValue();
      }
    }
    return Math.min(best, (int) rows.stream().mapToLong(Row::filled).max().orElse(0));
  }
}
