package org.diestra.office.journals;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/**
 * The first row of a transaction: {@code date[=second date] [status] [(code)] text [; comment]}.
 */
record Head(LocalDate day, String text) {
  private static final int LONGEST = 200;
  private static final Pattern HEAD =
      Pattern.compile(
          "([0-9]{4})([-/.])([0-9]{1,2})\\2([0-9]{1,2})(?:=\\S+)?(?:\\s+[*!])?"
              + "(?:\\s*\\([^)]*\\))?(?:\\s+(.*))?");

  static Head read(String row, int line) throws Faulty {
    int semicolon = row.indexOf(';');
    var said = (semicolon < 0 ? row : row.substring(0, semicolon)).strip();
    var parts = HEAD.matcher(said);
    if (!parts.matches()) {
      throw new Faulty("date", line, said);
    }
    var text = Typed.line(parts.group(5));
    if (text.length() > LONGEST) {
      throw new Faulty("text", line, LONGEST);
    }
    try {
      var day =
          LocalDate.of(number(parts.group(1)), number(parts.group(3)), number(parts.group(4)));
      return new Head(day, text.isEmpty() ? "—" : text);
    } catch (DateTimeException none) {
      throw new Faulty("date", line, said);
    }
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
