package org.diestra.platform.base;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the CSV of other programs (RFC 4180) in whichever letters and with whichever separator it
 * was written: UTF-8 with or without its mark, else Windows-1252, which reads Latin-1 too.
 */
public final class CsvRows {
  private static final Charset WESTERN = Charset.forName("windows-1252");
  private static final int PREFACE = 40; // lines that tell which separator it is

  private final String text;
  private final char separator;
  private final Bounds bounds;
  private final List<Row> rows = new ArrayList<>();

  private CsvRows(String text, char separator, Bounds bounds) {
    this.text = text;
    this.separator = separator;
    this.bounds = bounds;
  }

  /**
   * What is read at most.
   *
   * @param rows that hold anything
   * @param cells of a row
   * @param length characters of a cell
   */
  public record Bounds(int rows, int cells, int length) {}

  /**
   * A row that holds anything.
   *
   * @param line of the file on which it begins, counted from 1
   */
  public record Row(int line, List<String> cells) {
    /** Stripped; empty where the row has no such column. */
    public String cell(int column) {
      return column < 0 || column >= cells.size() ? "" : cells.get(column);
    }

    public long filled() {
      return cells.stream().filter(c -> !c.isEmpty()).count();
    }
  }

  /** Why a file is none of these. */
  public enum Fault {
    /** It is no text: a picture, a sheet, UTF-16. */
    NO_TEXT,
    /** A quoted cell does not end. */
    QUOTE,
    /** A row or a cell is longer than allowed. */
    WIDE,
    /** There are more rows than allowed. */
    MANY
  }

  /** It can't be read, and the line tells where. */
  public static final class Unreadable extends Exception {
    private final Fault fault;
    private final int line;

    Unreadable(Fault fault, int line) {
      super(fault + " on line " + line);
      this.fault = fault;
      this.line = line;
    }

    public Fault fault() {
      return fault;
    }

    public int line() {
      return line;
    }
  }

  public static List<Row> read(byte[] bytes, Bounds bounds) throws Unreadable {
    var text = decoded(bytes);
    return new CsvRows(text, separator(text), bounds).all();
  }

  private static String decoded(byte[] bytes) throws Unreadable {
    String text;
    try {
      text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException older) {
      text = new String(bytes, WESTERN);
    }
    if (text.indexOf('\0') >= 0) {
      throw new Unreadable(Fault.NO_TEXT, 1);
    }
    return text.startsWith(Csv.MARK) ? text.substring(1) : text;
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

  private List<Row> all() throws Unreadable {
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
        throw new Unreadable(Fault.QUOTE, begun);
      } else if (c == '"' && cell.toString().isBlank()) {
        cell.setLength(0);
        quoted = true;
      } else if (c == separator || c == '\n') {
        cells.add(cell.toString().strip());
        cell.setLength(0);
        if (c == '\n') {
          add(new Row(begun, List.copyOf(cells)));
          cells.clear();
          begun = ++line;
        }
      } else {
        cell.append(c == '\r' ? ' ' : c);
      }
      if (cells.size() > bounds.cells() || cell.length() > bounds.length()) {
        throw new Unreadable(Fault.WIDE, begun);
      }
    }
    return rows;
  }

  private void add(Row row) throws Unreadable {
    if (row.filled() > 0) {
      rows.add(row);
    }
    if (rows.size() > bounds.rows()) {
      throw new Unreadable(Fault.MANY, row.line());
    }
  }
}
