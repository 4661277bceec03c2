package org.diestra.platform.sheets;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.diestra.platform.base.Csv;
import org.jspecify.annotations.Nullable;

/**
 * CSV (RFC 4180) in whichever letters and with whichever separator it was written: UTF-8 with or
 * without its mark, UTF-16 with it, else Windows-1252, which reads Latin-1 too.
 */
final class CsvSheet implements SheetReader {
  private static final Charset WESTERN = Charset.forName("windows-1252");
  private static final int PREFACE = 65_536; // characters that tell which separator it is
  private static final int LINES = 40;

  private final BufferedReader in;
  private final char separator;
  private int line = 1;
  private boolean ended;

  private CsvSheet(BufferedReader in, char separator) {
    this.in = in;
    this.separator = separator;
  }

  static SheetReader open(Path file) throws IOException, Unreadable {
    var charset = charset(file);
    char separator;
    try (var in = reader(file, charset)) {
      separator = separator(preface(in));
    }
    return new CsvSheet(reader(file, charset), separator);
  }

  private static BufferedReader reader(Path file, Charset charset) throws IOException {
    var in = new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset));
    in.mark(1);
    if (in.read() != '\ufeff') {
      in.reset();
    }
    return in;
  }

  /** Looked for in all of it: a letter that tells may stand on the last line. */
  private static Charset charset(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(2);
      if (head.length == 2
          && (head[0] & 0xff) + (head[1] & 0xff) == 0xfe + 0xff
          && (head[0] & 0xff) >= 0xfe) {
        return UTF_16;
      }
    }
    try (var in = new InputStreamReader(Files.newInputStream(file), UTF_8.newDecoder())) {
      var some = new char[PREFACE];
      while (in.read(some) >= 0) {
        // only whether it can be read
      }
      return UTF_8;
    } catch (CharacterCodingException older) {
      return WESTERN;
    }
  }

  private static String preface(BufferedReader in) throws IOException, Unreadable {
    var some = new char[PREFACE];
    int n = 0;
    int read = 0;
    while (n < PREFACE && (read = in.read(some, n, PREFACE - n)) > 0) {
      n += read;
    }
    var text = new String(some, 0, n);
    if (text.indexOf('\0') >= 0) {
      throw new Unreadable(Fault.NO_SHEET, 1);
    }
    return text;
  }

  /** The one that most lines of the beginning have most often, outside of quotes. */
  private static char separator(String text) {
    char best = ';';
    long most = 0;
    for (char one : new char[] {';', '\t', ',', '|'}) {
      long found =
          text.lines()
              .limit(LINES)
              .mapToLong(l -> l.replaceAll("\"[^\"]*\"", "").chars().filter(c -> c == one).count())
              .sum();
      if (found > most) {
        best = one;
        most = found;
      }
    }
    return best;
  }

  @Override
  public @Nullable Row next() throws IOException, Unreadable {
    while (!ended) {
      var row = row();
      if (!row.blank()) {
        return row;
      }
    }
    return null;
  }

  private Row row() throws IOException, Unreadable {
    int begun = line;
    var cells = new ArrayList<String>();
    var cell = new StringBuilder();
    boolean blank = true; // so far
    while (true) {
      int c = in.read();
      if (c == '"' && blank) {
        cell.setLength(0);
        quoted(cell, begun);
        blank = cell.isEmpty();
      } else if (c == separator || c == '\n' || c == '\r' || c < 0) {
        cells.add(plain(cell.toString().strip()));
        cell.setLength(0);
        blank = true;
        if (cells.size() > COLUMNS) {
          throw new Unreadable(Fault.WIDE, begun);
        }
        if (c != separator) {
          end(c);
          return new Row(begun, cells);
        }
      } else if (c == 0) {
        throw new Unreadable(Fault.NO_SHEET, begun);
      } else {
        add(cell, c, begun);
        blank &= Character.isWhitespace(c);
      }
    }
  }

  /**
   * Without the apostrophe by which {@link Csv} keeps spreadsheets from taking it for a formula.
   */
  private static String plain(String cell) {
    boolean marked =
        cell.length() > 1 && cell.charAt(0) == '\'' && "=+-@".indexOf(cell.charAt(1)) >= 0;
    return marked ? cell.substring(1) : cell;
  }

  private void end(int c) throws IOException {
    ended = c < 0;
    line++;
    if (c == '\r') {
      in.mark(1);
      if (in.read() != '\n') {
        in.reset();
      }
    }
  }

  /** Up to the closing quote; a doubled one is one. */
  private void quoted(StringBuilder cell, int begun) throws IOException, Unreadable {
    while (true) {
      int c = in.read();
      if (c < 0) {
        throw new Unreadable(Fault.QUOTE, begun);
      }
      if (c == '"') {
        in.mark(1);
        if (in.read() != '"') {
          in.reset();
          return;
        }
      }
      if (c == 0) {
        throw new Unreadable(Fault.NO_SHEET, begun);
      }
      line += c == '\n' ? 1 : 0;
      add(cell, c, begun);
    }
  }

  private static void add(StringBuilder cell, int c, int begun) throws Unreadable {
    cell.append((char) c);
    if (cell.length() > LENGTH) {
      throw new Unreadable(Fault.WIDE, begun);
    }
  }

  @Override
  public boolean commas() {
    return separator == ',';
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
