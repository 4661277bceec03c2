package org.diestra.platform.base;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tables for spreadsheets (RFC 4180), none of whose cells is a formula. */
public final class Csv {
  /** Stands before the first row and tells a spreadsheet that it is UTF-8. */
  public static final String MARK = "\ufeff";

  private static final String FORMULA = "=+-@\t\r\n";

  private Csv() {}

  /**
   * A row with its end. What a spreadsheet would take for a formula gets an apostrophe; numbers
   * stay numbers.
   *
   * @param cells null is an empty one
   */
  public static String row(@Nullable Object... cells) {
    return Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(@Nullable Object cell) {
    var text = cell == null ? "" : cell.toString();
    boolean formula =
        !(cell instanceof Number) && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    var safe = formula ? "'" + text : text;
    return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
        ? "\"" + safe.replace("\"", "\"\"") + "\""
        : safe;
  }
}
