package org.diestra.platform.previews;

import java.util.List;

/**
 * The upper left corner of a sheet.
 *
 * @param rows at most {@link #ROWS} of at most {@link #COLUMNS} cells each
 * @param more whether the sheet goes on
 */
public record Table(List<List<String>> rows, boolean more) {
  public static final int ROWS = 20;
  public static final int COLUMNS = 12;

  /** Characters of one cell. */
  static final int CELL = 120;

  public Table {
    rows = rows.stream().map(List::copyOf).toList();
  }

  static String cell(String text) {
    var line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= CELL ? line : line.substring(0, CELL - 1) + "…";
  }
}
