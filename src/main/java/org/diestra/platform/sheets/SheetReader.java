package org.diestra.platform.sheets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a sheet row by row; what it holds meanwhile does not grow with the sheet. */
public interface SheetReader extends AutoCloseable {
  /** Cells of a row. */
  int COLUMNS = 500;

  /** Characters of a cell. */
  int LENGTH = 10_000;

  /**
   * A row that holds anything.
   *
   * @param line where it begins, counted from 1: of a text file its line, of a workbook its row
   * @param cells stripped
   */
  record Row(int line, List<String> cells) {
    public Row {
      cells = List.copyOf(cells);
    }

    /** Empty where the row has no such column. */
    public String cell(int column) {
      return column < cells.size() ? cells.get(column) : "";
    }

    boolean blank() {
      return cells.stream().allMatch(String::isEmpty);
    }
  }

  /** Why a file is no sheet that can be read. */
  enum Fault {
    /** It is no text and no workbook. */
    NO_SHEET,
    /** A quoted cell does not end. */
    QUOTE,
    /** A row has too many cells, or a cell too many characters. */
    WIDE,
    /** It unpacks to too much, or its inside is broken. */
    BROKEN
  }

  /** It can't be read, and the line tells where. */
  final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;
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

  /** The next row that holds anything, or null behind the last. */
  @Nullable Row next() throws IOException, Unreadable;

  /** Whether commas part its cells: then hardly any of them parts decimals. */
  default boolean commas() {
    return false;
  }

  @Override
  void close() throws IOException;

  /**
   * Opens a workbook's first visible sheet, or a text of rows.
   *
   * @param decimal with which numbers of a workbook, which has none of its own, are written
   */
  static SheetReader open(Path file, char decimal) throws IOException, Unreadable {
    byte[] head;
    try (var in = Files.newInputStream(file)) {
      head = in.readNBytes(4);
    }
    boolean zip = head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3;
    return zip ? XlsxSheet.open(file, decimal) : CsvSheet.open(file);
  }
}
